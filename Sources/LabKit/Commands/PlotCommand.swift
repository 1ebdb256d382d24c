import Figures

/// Draws one picture from what the student's functions compute.
struct PlotCommand {
  let request: PlotRequest
  let lab: Lab

  func run() throws(DataError) {
    try KeptFiles.check(folder: request.folder)
    let figure = try PlotFigure(request.name, seed: request.seed, lab: lab).figure()
    let pictures = Pictures(lab: lab, folder: request.folder)
    pictures.show(figure, height: 22)
    try pictures.keep([("plot-" + request.name.rawValue, figure)])
  }
}
