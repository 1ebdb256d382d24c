/// A confusion matrix in character cells: a table of rows, one a true class, in the form that fits.
///
/// Where even its narrowest form is too wide, the columns that do not fit follow below.
struct TerminalConfusion {
  private let panel: Panel
  private let table: ConfusionTable
  private let style: TerminalStyle
  private let width: Int
  private let form: TerminalConfusionForm

  /// Fails if the panel has no confusion matrix.
  init?(_ panel: Panel, width: Int, style: TerminalStyle) {
    guard let table = ConfusionTable(panel) else { return nil }
    self.panel = panel
    self.table = table
    self.style = style
    self.width = width
    form = .fitting(table, width: width, rowTitle: panel.yAxis.title, style: style)
  }

  /// The cells before the table: labels and a space.
  private var left: Int {
    let room = width - form.cellWidth * table.size
    return min(form.longestLabel, max(room - 1, TerminalConfusionForm.shortestLabel)) + 1
  }

  private var headHeight: Int { 1 + (form.heads.first?.count ?? 0) }

  var canvas: TerminalCanvas {
    let parts = PanelGrid.rows(of: Array(0..<table.size), columns: max((width - left) / form.cellWidth, 1))
    let title = panel.title.isEmpty ? 0 : 1
    let partHeight = headHeight + table.size + 1
    let key = style.wrapped(style.text(form.key), to: width)
    var canvas = TerminalCanvas(
      width: width, height: title + parts.count * partHeight - 1 + min(key.count, 1) + key.count)
    canvas.write(style.shortened(style.text(panel.title), to: width), column: 0, row: 0, .bold)
    for (index, columns) in parts.enumerated() {
      draw(columns, row: title + index * partHeight, on: &canvas)
    }
    for (index, line) in key.enumerated() {
      canvas.write(line, column: 0, row: title + parts.count * partHeight + index)
    }
    return canvas
  }

  private func draw(_ columns: [Int], row: Int, on canvas: inout TerminalCanvas) {
    let columnTitle = style.shortened(style.text(panel.xAxis.title), to: width)
    canvas.write(columnTitle, column: min(left + (form.cellWidth > 1 ? 1 : 0), width - columnTitle.count), row: row)
    canvas.write(
      style.shortened(style.text(panel.yAxis.title), to: left - 1), column: 0, row: row + headHeight - 1)
    for (position, column) in columns.enumerated() {
      func write(_ text: String, row: Int, _ colour: TerminalCanvas.Colour = .plain) {
        canvas.write(
          text, column: left + (position + 1) * form.cellWidth - text.count, row: row, colour)
      }
      for (line, text) in form.heads[column].enumerated() {
        write(text, row: row + 1 + line)
      }
      for trueClass in 0..<table.size {
        let isRight = trueClass == column
        write(
          form.cells[trueClass][column], row: row + headHeight + trueClass,
          table.counts[trueClass][column] == 0 ? .faint : .look(isRight ? 0 : 1))
      }
    }
    for (index, label) in form.labels.enumerated() {
      canvas.write(style.shortened(label, to: left - 1), column: 0, row: row + headHeight + index)
    }
  }
}
