// Work whose time is of interest: a training, or matrix products. The first argument is the request as JSON, the answer JSON.

import Foundation
import LabKit
import Wire

Keeper.keepIfAsked()
do throws(BenchmarkError) {
  guard let text = CommandLine.arguments.dropFirst().first,
    let request = try? JSONDecoder().decode(Request.self, from: Data(text.utf8))
  else {
    throw BenchmarkError("This program is started by Scripts/benchmark.")
  }
  switch request {
  case .training(let training): try print(json(training.report(with: studentsFunctions())))
  case .products(let shapes): try print(json(ProductTimes(shapes).report()))
  }
} catch {
  FileHandle.standardError.write(Data((error.sentence + "\n").utf8))
  exit(2)
}

/// A report as JSON.
func json(_ report: some Encodable) throws(BenchmarkError) -> String {
  guard let json = try? JSONEncoder().encode(report) else {
    throw BenchmarkError("The loss is no finite number: nothing was measured. Take a smaller learning rate.")
  }
  return String(decoding: json, as: UTF8.self)
}
