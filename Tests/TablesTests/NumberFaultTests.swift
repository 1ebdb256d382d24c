import Testing
import Vocabulary

@testable import Tables

@Suite("A value that is no number")
struct NumberFaultTests {
  private static let values: [(String, String)] = [
    ("NA", "'NA' in the column 'x' says that a value is missing. Fill it in or leave the row out."),
    ("?", "'?' in the column 'x' says that a value is missing. Fill it in or leave the row out."),
    ("#DIV/0!", "'#DIV/0!' in the column 'x' says that a value is missing. Fill it in or leave the row out."),
    ("0\u{200B}.4", "'0<U+200B>.4' in the column 'x' has a character in it that cannot be seen, U+200B. Delete it."),
    ("1\u{A0}234", "'1<U+00A0>234' in the column 'x' has blanks (U+00A0) between its digits: write 1234."),
    ("−1.5", "'−1.5' in the column 'x' has a typographic minus, U+2212: write - in its place."),
    ("–3", "'–3' in the column 'x' has a typographic minus, U+2013: write - in its place."),
    ("٣٫٥", "'٣٫٥' in the column 'x' has digits of another script, U+0663: write them as 0 to 9."),
    ("１２", "'１２' in the column 'x' has digits of another script, U+FF11: write them as 0 to 9."),
    (
      "1О0",
      "'1О0' in the column 'x' has a character in it that is no part of a number, U+041E. Write it with 0 to 9 and a point."
    ),
    ("0x1A", "'0x1A' in the column 'x' is in hexadecimal notation: in decimals it is 26."),
    (
      "-1e400",
      "'-1e400' in the column 'x' is too large for a number: they end at 1.8e308. Write the column in a larger unit, or leave "
        + "the row out."
    ),
    ("45%", "'45%' in the column 'x' has a percent sign: write 45 alone, in every row."),
    ("1,234.5", "'1,234.5' in the column 'x' has marks between its thousands: write 1234.5."),
    ("1'234'567", "'1'234'567' in the column 'x' has marks between its thousands: write 1234567."),
    (
      "3 cm",
      "'3 cm' in the column 'x' has 'cm' behind its number: write 3 alone; a unit belongs into the column's name."
    ),
    ("$7", "'$7' in the column 'x' has '$' before its number: write 7 alone."),
    ("7 €", "'7 €' in the column 'x' has a currency beside its number: write the number alone."),
    ("true", "'true' in the column 'x' is no number: write 1 for true and 0 for false."),
    ("=A1+B1", "'=A1+B1' in the column 'x' is a formula. Save the table with its values in place of formulas."),
    ("'5", "''5' in the column 'x' has an apostrophe before its number, as spreadsheets mark texts. Delete it."),
    ("1.2.3", "'1.2.3' in the column 'x' is no number."), ("two", "'two' in the column 'x' is no number."),
  ]

  @Test("is explained by what it is, and what cannot be seen is shown", arguments: values)
  func explained(value: String, sentence: String) throws {
    let text = "x,class\n1,a\n\"\(value)\",b\n"
    let error = try #require(throws: DataError.self) { try Table(text.utf8, ColumnChoice(label: .named("class"))) }
    #expect(error.sentence == "FILE:3: \(sentence)")
  }

  @Test("is none of those kinds if it is a number")
  func numbers() throws {
    for value in ["1", "-1.5", "+2e-3", ".5", "3.", "1E5", " 7 ", "\u{A0}8\u{200B}"] {
      #expect(try Table("x,class\n\(value),a\n".utf8, ColumnChoice(label: .named("class"))).values.rows == 1)
    }
  }
}
