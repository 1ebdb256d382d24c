import Foundation
import Testing

@testable import CourseFiles

@Suite("Fingerprints")
struct FingerprintTests {
  private func fingerprint(_ texts: [String]) -> String {
    var fingerprint = Fingerprint()
    texts.forEach { fingerprint.add($0) }
    return fingerprint.text
  }

  @Test("are equal for equal contents and differ when one letter does")
  func contents() {
    #expect(fingerprint(["relu", "tanh"]) == fingerprint(["relu", "tanh"]))
    #expect(fingerprint(["relu"]) != fingerprint(["relv"]))
    #expect(fingerprint([]) != fingerprint([""]))
  }

  @Test("do not run neighbouring contents together")
  func borders() {
    #expect(fingerprint(["ab", "c"]) != fingerprint(["a", "bc"]))
  }
}
