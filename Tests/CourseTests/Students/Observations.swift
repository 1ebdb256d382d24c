import Engine

@testable import Course

// What a test's student does when it is asked.
extension BatchObservation {
  init(of student: any Student, _ request: BatchRequest) throws {
    self.init(request, epochs: try request.answer(of: student))
  }
}

extension EpochObservation {
  init(of student: any Student, _ request: EpochRequest) throws {
    try self.init(request, traces: request.answer(of: student))
  }
}
