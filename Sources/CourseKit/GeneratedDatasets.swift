#if canImport(Darwin)
  import func Darwin.cos
  import func Darwin.sin
#elseif canImport(Musl)
  import func Musl.cos
  import func Musl.sin
#elseif canImport(Glibc)
  import func Glibc.cos
  import func Glibc.sin
#endif

extension Dataset {
  /// Returns the four corners of the unit square, labelled 1 where just one coordinate is 1: [4, 2].
  public static var xor: Dataset {
    Dataset(features: Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]), labels: Matrix([[0], [1], [1], [0]]))
  }

  /// Returns two half circles that reach into each other, shuffled: [count, 2].
  ///
  /// Class 0 lies on (cos t, sin t), class 1 on (1 − cos t, ½ − sin t), with t drawn evenly from 0 … π and normal noise of
  /// standard deviation `noise` added to every coordinate.
  public static func moons(
    count: Int, noise: Double, using generator: inout some RandomNumberGenerator
  ) -> Dataset {
    generated(count: count, using: &generator) { index, generator in
      let angle = Double.pi * generator.nextUniform()
      let isFirst = index < count / 2
      let x = isFirst ? cos(angle) : 1 - cos(angle)
      let y = isFirst ? sin(angle) : 0.5 - sin(angle)
      return (x + noise * generator.nextGaussian(), y + noise * generator.nextGaussian(), isFirst ? 0 : 1)
    }
  }

  /// Returns a ring and a smaller ring inside it, shuffled: [count, 2].
  ///
  /// Class 0 lies on the circle of radius 1, class 1 on that of radius `factor`, with normal noise of standard deviation
  /// `noise` added to every coordinate.
  public static func circles(
    count: Int, noise: Double, factor: Double = 0.5, using generator: inout some RandomNumberGenerator
  ) -> Dataset {
    generated(count: count, using: &generator) { index, generator in
      let angle = 2 * Double.pi * generator.nextUniform()
      let isOuter = index < count / 2
      let radius = isOuter ? 1 : factor
      return (
        radius * cos(angle) + noise * generator.nextGaussian(),
        radius * sin(angle) + noise * generator.nextGaussian(), isOuter ? 0 : 1
      )
    }
  }

  /// Returns normal points labelled 1 where both coordinates have the same sign: [count, 2].
  public static func quadrants(count: Int, using generator: inout some RandomNumberGenerator) -> Dataset {
    generated(count: count, using: &generator) { _, generator in
      let (x, y) = (generator.nextGaussian(), generator.nextGaussian())
      return (x, y, x * y > 0 ? 1 : 0)
    }
  }

  /// Returns normal points labelled 1 where the coordinates add up to more than 0: [count, 2].
  public static func linear(count: Int, using generator: inout some RandomNumberGenerator) -> Dataset {
    generated(count: count, using: &generator) { _, generator in
      let (x, y) = (generator.nextGaussian(), generator.nextGaussian())
      return (x, y, x + y > 0 ? 1 : 0)
    }
  }

  /// Puts points together and shuffles them.
  private static func generated<Generator: RandomNumberGenerator>(
    count: Int, using generator: inout Generator,
    point: (Int, inout Generator) -> (x: Double, y: Double, label: Double)
  ) -> Dataset {
    var features = Matrix.zeros(rows: count, columns: 2)
    var labels = Matrix.zeros(rows: count, columns: 1)
    for index in 0..<count {
      let (x, y, label) = point(index, &generator)
      features[index, 0] = x
      features[index, 1] = y
      labels[index, 0] = label
    }
    var order = Array(0..<count)
    order.shuffle(using: &generator)
    return Dataset(features: features, labels: labels).rows(at: order)
  }
}
