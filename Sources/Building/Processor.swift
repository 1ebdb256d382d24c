import Foundation
import Vocabulary

#if canImport(Darwin)
  import Darwin
#endif

/// What the processor that the Lab runs on can do: which instructions the compiler may use.
///
/// An x86-64 program uses instructions that are twenty years old unless it is told otherwise, which add and multiply two
/// numbers at a time, one after the other. The levels are those of the System V ABI (AMD64 supplement, table 3.1).
package enum Processor: String, CaseIterable {
  /// Two numbers at a time.
  case baseline = "x86-64"
  /// Four numbers at a time, and a product and a sum at once: AVX2 and FMA.
  case third = "x86-64-v3"
  /// Eight numbers at a time: AVX-512.
  case fourth = "x86-64-v4"
  /// Two numbers at a time, and a product and a sum at once.
  case arm = "arm64"

  var name: String { rawValue }

  /// What the compiler is told.
  var options: [String] {
    switch self {
    case .baseline: []
    case .third: ["-Xcc", "-march=x86-64-v3", "-DFUSED"]
    case .fourth: ["-Xcc", "-march=x86-64-v4", "-DFUSED", "-DWIDE"]
    case .arm: []
    }
  }

  /// The most that this computer's processor can do.
  static let current: Processor = {
    #if arch(x86_64)
      return [.fourth, .third].first { $0.isHere } ?? .baseline
    #else
      return .arm
    #endif
  }()

  /// The variable that names a lower level, to measure it.
  package static let variable = "COURSE_PROCESSOR"

  /// The level that the environment asks for, otherwise the most that is possible.
  ///
  /// - Throws: `BuildFailure` if it asks for what this computer cannot do.
  package static func chosen(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(BuildFailure) -> Processor {
    guard let name = environment[variable] else { return current }
    let possible = allCases.filter(\.isHere).map(\.name)
    guard let processor = Processor(rawValue: name), processor.isHere else {
      throw BuildFailure(
        kind: .kit,
        sentence: "\(variable) is '\(name)', but this computer's processor can run programs for "
          + "\(possible.listed) alone. Set it to one of these, or unset it.")
    }
    return processor
  }

  /// Whether this computer's processor can do it.
  private var isHere: Bool {
    switch self {
    #if arch(x86_64)
      case .baseline: true
      case .third: Self.has(["abm", "avx2", "bmi1", "bmi2", "f16c", "fma", "movbe"])
      case .fourth: Processor.third.isHere && Self.has(["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"])
      case .arm: false
    #else
      case .baseline, .third, .fourth: false
      case .arm: true
    #endif
    }
  }

  #if canImport(Darwin)
    private static func has(_ features: [String]) -> Bool {
      features.allSatisfy { feature in
        // macOS has no name for counting leading zeros, which came with what it does name.
        if feature == "abm" { return true }
        var value: Int32 = 0
        var size = MemoryLayout<Int32>.size
        let name = "hw.optional." + (feature == "avx2" ? "avx2_0" : feature)
        return sysctlbyname(name, &value, &size, nil, 0) == 0 && value != 0
      }
    }
  #else
    private static let features: Set<Substring> = {
      let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      let line = text.split(separator: "\n").first { $0.hasPrefix("flags") }
      return Set(line?.split(separator: " ") ?? [])
    }()

    private static func has(_ names: [String]) -> Bool { names.allSatisfy { features.contains($0[...]) } }
  #endif
}
