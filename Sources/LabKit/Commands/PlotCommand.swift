import Figures

/// Draws pictures from what the student's functions compute.
struct PlotCommand {
  let request: PlotRequest
  let lab: Lab

  func run() throws(DataError) {
    try KeptFiles.check(folder: request.folder)
    let pictures = Pictures(lab: lab, folder: request.folder)
    var drawn: [(name: String, figure: any Picture)] = []
    for plot in request.plots {
      let picture = try plot.draw(PlotStudio(lab: lab, seed: request.seed))
      pictures.show(picture, height: 22)
      drawn.append(("plot-" + plot.name, picture))
    }
    try pictures.keep(drawn)
    if request.writesNumbers { try pictures.keepNumbers(drawn) }
  }
}
