/// The word that was probably meant.
struct Suggestion {
  /// The nearest of the known words; nil if none is near.
  let word: String?

  /// Looks for the word that is nearest to a misspelt one.
  init(for misspelt: String, among words: [String]) {
    let wanted = Array(misspelt.lowercased())
    // A slip in two letters of three would make anything near to anything.
    let allowed = wanted.count < 4 ? 1 : wanted.count < 8 ? 2 : 3
    // Another number is another lesson or exercise, and no slip.
    let digits = Self.digits(of: misspelt)
    let candidates = words.filter { Self.digits(of: $0) == digits }
    let distances = candidates.map { (word: $0, distance: Self.distance(wanted, Array($0.lowercased()))) }
    let nearest = distances.min { $0.distance < $1.distance }
    word = nearest.flatMap { $0.distance <= allowed && $0.distance < wanted.count ? $0.word : nil }
  }

  /// The question that follows the sentence about the word; empty if no word is near.
  var question: String { word.map { " Did you mean '\($0)'?" } ?? "" }

  /// The digits in their order; one that was typed twice counts once.
  private static func digits(of word: String) -> [Character] {
    word.filter(\.isNumber).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// How many letters must be put in, left out, changed or exchanged with their neighbour to get from one word to the
  /// other: the distance of Damerau and Levenshtein, each letter moved at most once.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var rows = [Array(0...second.count)]
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let change = rows[i][j] + (first[i] == second[j] ? 0 : 1)
        row.append(min(change, rows[i][j + 1] + 1, row[j] + 1))
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          row[j + 1] = min(row[j + 1], rows[i - 1][j - 1] + 1)
        }
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
