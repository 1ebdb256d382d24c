import Course
import Engine
import Foundation
import Testing

@testable import course_check

@Suite("The seal of remembered examinations")
struct SealTests {
  @Test("is SipHash-2-4: it agrees with the test vectors of its authors")
  func vectors() {
    let seal = Seal(key: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
    // From the reference implementation, vectors.h: inputs of the bytes 0, 1, 2 …
    let expected: [Int: UInt64] = [
      0: 0x726f_db47_dd0e_0e31, 1: 0x74f8_39c5_93dc_67fd, 7: 0xab02_00f5_8b01_d137, 8: 0x93f5_f579_9a93_2462,
      15: 0xa129_ca61_49be_45e5,
    ]
    for (count, number) in expected {
      #expect(seal.number(for: (0..<count).map { UInt8($0) }) == number)
    }
  }

  @Test("has a key of its own in every checkout, which stays")
  func keys() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = Data("lesson 4 passes".utf8)
    let seals = ["a", "a", "b"].map { Seal(keptIn: folder.appending(path: "\($0)/key")).text(for: text) }
    #expect(seals[0] == seals[1])
    #expect(seals[0] != seals[2])
  }
}
