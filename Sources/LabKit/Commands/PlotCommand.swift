import Figures

/// Draws one picture from what the student's functions compute.
struct PlotCommand {
  let request: PlotRequest
  let lab: Lab

  func run() throws(DataError) {
    try KeptFiles.check(folder: request.folder)
    let picture = try PlotFigure(request.name, seed: request.seed, lab: lab).picture()
    let pictures = Pictures(lab: lab, folder: request.folder)
    pictures.show(picture, height: 22)
    try pictures.keep([("plot-" + request.name.rawValue, picture)])
  }
}
