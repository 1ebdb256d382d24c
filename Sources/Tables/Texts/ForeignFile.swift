import Vocabulary

/// Files that are no text in UTF-8, as their first bytes tell.
enum ForeignFile {
  /// How many bytes are looked at.
  static var headLength: Int { 512 }

  /// The sentence for a file that begins like this; nil if it may be a text in UTF-8.
  @inline(never)
  static func sentence(for head: ArraySlice<UInt8>, _ name: String) -> String? {
    if let encoding = wideEncoding(head) {
      return "\(name) is a text in \(encoding.name), not UTF-8. " + conversion(from: encoding.command, name)
    }
    for kind in kinds where head.starts(with: kind.mark) {
      return "\(name) is \(kind.name), not a table. \(kind.advice)"
    }
    if head.contains(0) {
      return "\(name) is no text: there are bytes of 0 in it. Save the table as comma-separated values (CSV)."
    }
    return nil
  }

  /// What to do about a text that is no UTF-8 and no other encoding that shows.
  static func notUTF8(_ name: String) -> String {
    "the text is not UTF-8, perhaps Latin-1 or Windows-1252. Save the table again with the encoding UTF-8. "
      + conversion(from: "WINDOWS-1252", name)
  }

  @inline(never)
  private static func conversion(from encoding: String, _ name: String) -> String {
    "This converts it: iconv -f \(encoding) -t UTF-8 \(name.inShell) > \((name.stem + ".utf8.csv").inShell)"
  }

  /// UTF-16 or UTF-32, by their mark or by the zeros that stand beside each letter of ASCII.
  private static func wideEncoding(_ head: ArraySlice<UInt8>) -> (name: String, command: String)? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32", "UTF-32") }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return ("UTF-16", "UTF-16") }
    guard head.count >= 4 else { return nil }
    // Pairs of which nearly every one has its zero in the same place.
    var (first, second, pairs) = (0, 0, 0)
    var index = head.startIndex
    while index + 1 < head.endIndex {
      if head[index] == 0 { first += 1 }
      if head[index + 1] == 0 { second += 1 }
      (pairs, index) = (pairs + 1, index + 2)
    }
    if first == 0, second * 4 >= pairs * 3 { return ("UTF-16", "UTF-16LE") }
    if second == 0, first * 4 >= pairs * 3 { return ("UTF-16", "UTF-16BE") }
    return nil
  }

  private static var kinds: [(mark: [UInt8], name: String, advice: String)] {
    let sheet = "Open it and save the sheet as comma-separated values (CSV)."
    let unpack = "Unpack it first."
    let table = "Save the table as comma-separated values (CSV)."
    return [
      ([0x50, 0x4B, 0x03, 0x04], "a workbook (Excel, OpenDocument) or another zip archive", sheet),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", sheet), ([0x1F, 0x8B], "a gzip archive", unpack),
      (Array("BZh".utf8), "a bzip2 archive", unpack), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive", unpack),
      ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive", unpack), (Array("%PDF".utf8), "a PDF", table),
      ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", table), ([0xFF, 0xD8, 0xFF], "a picture (JPEG)", table),
      (Array("PAR1".utf8), "a Parquet file", table), (Array("SQLite format 3".utf8), "a database (SQLite)", table),
      ([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], "a NumPy array", "numpy.savetxt writes it as a text."),
      (Array("<!DOCTYPE".utf8), "a page of the web", table), (Array("<!doctype".utf8), "a page of the web", table),
      (Array("<html".utf8), "a page of the web", table), (Array("<?xml".utf8), "XML", table),
      (Array("{".utf8), "JSON", table), (Array("[{".utf8), "JSON", table), (Array("[[".utf8), "JSON", table),
    ]
  }
}
