import Judge

extension RightAnswers {
  /// Lesson 1 in loops, without branches, and with functions of the student's own.
  static let lesson1 = [
    RightAnswers(
      lesson: Course.lessons[0], style: "loops over rows and columns, every slope computed anew",
      bodies: [
        "1.1": """
          var result = Matrix.zeros(rows: z.rows, columns: z.columns)
          for row in 0..<z.rows {
            for column in 0..<z.columns {
              result[row, column] = 1 / (1 + exp(-z[row, column]))
            }
          }
          return result
        """,
        "1.2": """
          var result = z
          for row in 0..<z.rows {
            for column in 0..<z.columns {
              // tanh(z) = 2 · σ(2z) − 1
              result[row, column] = 2 / (1 + exp(-2 * z[row, column])) - 1
            }
          }
          return result
        """,
        "1.3": """
          var result = z
          for row in 0..<z.rows {
            for column in 0..<z.columns where z[row, column] < 0 {
              result[row, column] = 0
            }
          }
          return result
        """,
        "1.4": """
          var result = Matrix(rows: z.rows, columns: z.columns, repeating: 0)
          for row in 0..<z.rows {
            for column in 0..<z.columns {
              let a = 1 / (1 + exp(-z[row, column]))
              result[row, column] = a - a * a
            }
          }
          return result
        """,
        "1.5": """
          var result = z
          for row in 0..<z.rows {
            for column in 0..<z.columns {
              let a = 2 / (1 + exp(-2 * z[row, column])) - 1
              result[row, column] = (1 - a) * (1 + a)
            }
          }
          return result
        """,
        "1.6": """
          var result = Matrix.zeros(rows: z.rows, columns: z.columns)
          for row in 0..<z.rows {
            for column in 0..<z.columns {
              if z[row, column] > 0 {
                result[row, column] = 1
              }
            }
          }
          return result
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[0], style: "element loops in place, the exponent never positive",
      bodies: [
        "1.1": """
          var result = z
          for index in result.elements.indices {
            let x = result.elements[index]
            if x >= 0 {
              result.elements[index] = 1 / (1 + exp(-x))
            } else {
              let power = exp(x)
              result.elements[index] = power / (1 + power)
            }
          }
          return result
        """,
        "1.2": """
          var result = z
          for index in result.elements.indices {
            let power = exp(-2 * abs(z.elements[index]))
            let size = (1 - power) / (1 + power)
            result.elements[index] = z.elements[index] < 0 ? -size : size
          }
          return result
        """,
        "1.3": """
          var elements = z.elements
          for index in 0..<elements.count {
            elements[index] = (elements[index] + abs(elements[index])) / 2
          }
          return Matrix(rows: z.rows, columns: z.columns, elements: elements)
        """,
        "1.4": """
          var result = z
          for index in result.elements.indices {
            let power = exp(-abs(z.elements[index]))
            result.elements[index] = power / ((1 + power) * (1 + power))
          }
          return result
        """,
        "1.5": """
          let a = tanh(z)
          return Matrix(rows: z.rows, columns: z.columns, repeating: 1) - a * a
        """,
        "1.6": """
          var elements: [Double] = []
          for x in z.elements {
            switch x {
            case let x where x > 0: elements.append(1)
            default: elements.append(0)
            }
          }
          return Matrix(rows: z.rows, columns: z.columns, elements: elements)
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[0], style: "Foundation imported, functions of the student's own",
      importsFoundation: true,
      bodies: [
        "1.1": """
          z.map(logistic)
        """,
        "1.2": """
          z.map { tanh($0) }
        """,
        "1.3": """
          Matrix(rows: z.rows, columns: z.columns, elements: z.elements.map { Swift.max($0, 0) })
        """,
        "1.4": """
          func slope(_ x: Double) -> Double {
            let a = logistic(x)
            return a * (1 - a)
          }
          return z.map(slope)
        """,
        "1.5": """
          z.map { 1 - pow(Foundation.tanh($0), 2) }
        """,
        "1.6": """
          z.map { x in
            guard x > 0 else { return 0.0 }
            return 1.0
          }
        """,
      ],
      helpers: """
        /// The sigmoid of one number.
        private func logistic(_ x: Double) -> Double {
          1 / (1 + exp(-x))
        }
        """),
  ]
}
