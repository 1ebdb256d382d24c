extension Figure {
  /// Returns how many examples of each class were taken for each class, one row a true class, one column a predicted
  /// one.
  ///
  /// - Parameters:
  ///   - title: what was predicted.
  ///   - counts: `counts[i][j]` examples of class i were taken for class j, [K, K].
  ///   - names: the names of the classes, K.
  public static func confusion(title: String, counts: [[Int]], names: [String]) -> Figure {
    let classCount = max(counts.count, counts.map(\.count).max() ?? 0, names.count)
    return Figure(
      title,
      panels: [
        Panel(
          title: "", x: Axis("predicted class"), y: Axis("true class"),
          marks: [.confusion(counts: counts, names: ClassNames.distinct(names, count: classCount))])
      ])
  }
}
