import Foundation
import Judge

/// A note beside a built program that says from which sources it was built, so that an unchanged one is not built again.
struct BuildStamp {
  private let file: URL
  private let text: String
  /// A short text that is the same only for the same sources, toolchain and choice of trees.
  let fingerprint: String

  /// Reads the present state of all that goes into a program.
  init(_ product: BuildProduct, in checkout: Checkout, scratch: URL, toolchain: String, executable: String) {
    file = scratch.appending(path: "course-check/\(product.name).stamp")
    var fingerprint = Fingerprint()
    fingerprint.add(toolchain)
    fingerprint.add(Self.state(of: toolchain))
    for (name, value) in product.environment.sorted(by: { $0.key < $1.key }) { fingerprint.add(name + value) }
    for option in product.options { fingerprint.add(option) }
    let sources =
      ["Package.swift"] + product.parts.map { checkout.file(of: $0) }
      + product.folders.flatMap { Self.files(in: $0, of: checkout) }
    for source in sources {
      fingerprint.add(source)
      fingerprint.add((try? Data(contentsOf: checkout.root.appending(path: source))) ?? Data())
    }
    self.fingerprint = fingerprint.text
    text = "\(fingerprint.text) "
    self.executable = executable
  }

  private let executable: String

  /// Whether the program that is there was built from just these sources.
  var isCurrent: Bool {
    FileManager.default.isExecutableFile(atPath: executable)
      && (try? String(contentsOf: file, encoding: .utf8)) == text + Self.state(of: executable)
  }

  /// Notes that the program was built from these sources; without the note it is only built once more.
  func write() {
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data((text + Self.state(of: executable)).utf8).write(to: file)
  }

  private static func files(in folder: String, of checkout: Checkout) -> [String] {
    let names =
      (try? FileManager.default.subpathsOfDirectory(atPath: checkout.root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The size and the time of change of a program.
  static func state(of program: String) -> String {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: program).resolvingSymlinksInPath().path)
    let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(size) \(changed)"
  }
}

/// A short text that is the same only for the same contents: FNV-1a with 64 bits (Fowler, Noll & Vo).
struct Fingerprint {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) { add(Data(text.utf8)) }

  mutating func add(_ data: Data) {
    for byte in data { mix(byte) }
    // The length keeps neighbouring contents apart.
    withUnsafeBytes(of: UInt64(data.count).littleEndian) { $0.forEach { mix($0) } }
  }

  private mutating func mix(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  var text: String { String(hash, radix: 16) }
}
