import Figures
import Foundation

/// Draws several pictures into a folder and says nothing: the notebook shows them.
struct FiguresCommand {
  let request: FiguresRequest
  let lab: Lab

  func run() throws(DataError) {
    let files = KeptFiles(report: lab.output.result)
    for plot in request.plots {
      let picture = try plot.draw(PlotStudio(lab: lab, seed: request.seed))
      // What a training that was stopped has come to is not what the code computes.
      if LabProgram.isInterrupted { throw DataError("Stopped before all pictures were drawn.") }
      try files.write(Data(picture.svg.utf8), to: "\(request.folder)/\(plot.name).svg") { _ in true }
    }
  }
}
