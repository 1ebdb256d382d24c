import Figures
import Testing

@testable import LabKit

@Suite("The picture of three classes")
struct ClassPlotsTests {
  @Test("has probabilities that add up to 1, and a region for each class on which most of its points lie")
  func classes() throws {
    let panel = try DrawnPlots.figure("classes", with: SmallLayers.functions).panels[0]
    guard case .regions(let regions, let names) = panel.marks[0] else {
      Issue.record("no regions")
      return
    }
    for row in 0..<regions.probabilities.rows {
      let sum = (0..<3).reduce(0) { $0 + regions.probabilities[row, $1] }
      #expect(abs(sum - 1) < 1e-9)
    }
    let (x, y, grid) = (regions.grid.xRange, regions.grid.yRange, regions.grid)
    for (oneClass, name) in names.enumerated() {
      var points: [Point] = []
      for case .points(name, let own) in panel.marks { points = own }
      let right = points.count { point in
        let column = (point.x - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(grid.columns - 1)
        let row = (point.y - y.lowerBound) / (y.upperBound - y.lowerBound) * Double(grid.rows - 1)
        return regions.likeliest(row: Int(row.rounded()), column: Int(column.rounded()))?.class == oneClass
      }
      #expect(points.count == 40 && right >= 30, "\(name): \(right) of \(points.count)")
    }
  }
}
