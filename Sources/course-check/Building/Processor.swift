import Foundation

#if canImport(Darwin)
  import Darwin
#endif

/// The processor of this computer.
enum Processor {
  /// What `swift build` is told so that the compiler uses all of it, for a program that runs on this computer alone.
  ///
  /// Without this an x86-64 program uses instructions that are twenty years old, which add and multiply two numbers at a time
  /// instead of four, one after the other instead of both at once. On arm64 the compiler uses what it needs anyway.
  static let options: [String] = isThirdLevel ? ["-Xcc", "-march=x86-64-v3", "-Xswiftc", "-DFUSED"] : []

  /// Whether it has all that x86-64-v3 stands for (System V ABI, AMD64 supplement, table 3.1).
  private static var isThirdLevel: Bool {
    #if arch(x86_64)
      return ["avx2", "bmi1", "bmi2", "f16c", "fma", "movbe"].allSatisfy(has)
    #else
      return false
    #endif
  }

  #if canImport(Darwin)
    private static func has(_ feature: String) -> Bool {
      var value: Int32 = 0
      var size = MemoryLayout<Int32>.size
      let name = "hw.optional." + (feature == "avx2" ? "avx2_0" : feature)
      return sysctlbyname(name, &value, &size, nil, 0) == 0 && value != 0
    }
  #else
    private static let features: Set<Substring> = {
      let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      let line = text.split(separator: "\n").first { $0.hasPrefix("flags") }
      return Set(line?.split(separator: " ") ?? [])
    }()

    private static func has(_ feature: String) -> Bool { features.contains(feature[...]) }
  #endif
}
