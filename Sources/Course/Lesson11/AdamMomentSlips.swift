import Contract
import CourseKit
import Engine

/// Exercise 11.4: what the moments take up, what they become, and what is kept of them.
extension AdamChoices {
  /// What the parts are given.
  static let joinings: [Slip<AdamChoices>] = [
    .at(
      \.joining, "learning rate in the moments",
      "η is multiplied into the gradient before the moments take it up: only the step is multiplied by η.",
      Pair(first: { $0.learningRate * $0.gradient }, second: { $0.learningRate * $0.gradient })),
    .at(
      \.joining.first, "learning rate in the first moment",
      "η is multiplied into what the first moment takes up: only the step is multiplied by η."
    ) { $0.learningRate * $0.gradient },
    .at(
      \.joining, "gradient's sign",
      "The gradient joins with the wrong sign: it joins as it is, and the step is subtracted.",
      Pair(first: { -$0.gradient }, second: { -$0.gradient })),
    .at(
      \.joining.first, "first moment squared", "The first moment takes up the squared gradient: it takes up g itself."
    ) { $0.gradient * $0.gradient },
    .at(
      \.joining.second, "gradient squared twice",
      "The gradient is squared twice: 11.2 squares it, so hand it over as it is."
    ) { $0.gradient * $0.gradient },
    .alone(
      \.joining, "parameters for gradients", "The moments take up the parameters: they take up the gradients.",
      Pair(first: { $0.parameter }, second: { $0.parameter })),
    .at(
      \.joining, "weight decay",
      "The parameter joins the gradient: what of it decays is added before the step, by who calls it.",
      Pair(first: { $0.gradient + $0.parameter }, second: { $0.gradient + $0.parameter })),
    .alone(
      \.joining.second, "second moment of the first",
      "The second moment takes up m in place of the gradient: both take up the gradient."
    ) { $0.settings.firstDecay * $0.oldFirst + (1 - $0.settings.firstDecay) * $0.gradient },
    .alone(
      \.joining.second, "second moment of the difference",
      "The second moment takes up (g − m)²: it is the square of the gradient itself, g²."
    ) { $0.gradient - ($0.settings.firstDecay * $0.oldFirst + (1 - $0.settings.firstDecay) * $0.gradient) },
  ]

  /// The moments, by whoever writes them in place.
  static let momentFormulas: [Slip<AdamChoices>] = [
    .at(
      \.moments.second, "square forgotten", "The second moment takes up g: it takes up g², the gradient times itself."
    ) { $0.settings.secondDecay * $0.oldSecond + (1 - $0.settings.secondDecay) * $0.gradient },
    .at(
      \.moments.second, "square of the size forgotten",
      "The second moment takes up |g|: it takes up g², the gradient times itself."
    ) { $0.settings.secondDecay * $0.oldSecond + (1 - $0.settings.secondDecay) * abs($0.gradient) },
    .at(
      \.moments.first, "1 − β₁ missing",
      "1 − β₁ is missing: the gradient counts in full, as in lesson 8. It is β₁ · m + (1 − β₁) · g."
    ) { $0.settings.firstDecay * $0.oldFirst + $0.gradient },
    .at(
      \.moments.second, "1 − β₂ missing", "1 − β₂ is missing: g² counts in full. It is β₂ · v + (1 − β₂) · g²."
    ) { $0.settings.secondDecay * $0.oldSecond + $0.gradient * $0.gradient },
    .at(
      \.moments, "decays exchanged in the moments",
      "β₁ and β₂ are exchanged in the moments: β₁ belongs to the first one, β₂ to the squares.",
      Pair(
        first: { $0.settings.secondDecay * $0.oldFirst + (1 - $0.settings.secondDecay) * $0.gradient },
        second: { entry in
          let decay = entry.settings.firstDecay
          return decay * entry.oldSecond + (1 - decay) * entry.gradient * entry.gradient
        })),
    .at(
      \.moments.second, "first decay for the second moment",
      "The second moment decays with β₁: its own decay is β₂, `secondDecay`."
    ) { entry in
      let decay = entry.settings.firstDecay
      return decay * entry.oldSecond + (1 - decay) * entry.gradient * entry.gradient
    },
    .at(
      \.moments.second, "second moment made by 11.1",
      "The second moment is made as the first one is: it takes up g², and its decay is β₂ (secondMoment)."
    ) { $0.settings.firstDecay * $0.oldSecond + (1 - $0.settings.firstDecay) * $0.gradient },
    .at(
      \.moments.first, "second decay for the first moment",
      "The first moment decays with β₂: its own decay is β₁, `firstDecay`."
    ) { $0.settings.secondDecay * $0.oldFirst + (1 - $0.settings.secondDecay) * $0.gradient },
    .alone(
      \.moments.first, "first moment made by 11.2",
      "The first moment is made as the second one is: it takes up g itself, and its decay is β₁ (firstMoment)."
    ) { entry in
      let decay = entry.settings.secondDecay
      return decay * entry.oldFirst + (1 - decay) * entry.gradient * entry.gradient
    },
    .at(
      \.moments.first, "shares of m exchanged",
      "The shares of the first moment are exchanged: it keeps β₁ of itself and takes up 1 − β₁ of the gradient."
    ) { (1 - $0.settings.firstDecay) * $0.oldFirst + $0.settings.firstDecay * $0.gradient },
    .at(
      \.moments.second, "shares of v exchanged",
      "The shares of the second moment are exchanged: it keeps β₂ of itself and takes up 1 − β₂ of g²."
    ) { (1 - $0.settings.secondDecay) * $0.oldSecond + $0.settings.secondDecay * $0.gradient * $0.gradient },
    .at(
      \.moments.second, "sum of squares",
      "The squares are added up, as in AdaGrad: v forgets 1 − β₂ of itself, β₂ · v + (1 − β₂) · g²."
    ) { $0.oldSecond + $0.gradient * $0.gradient },
    .at(
      \.moments.second, "second moment never smaller",
      "v never becomes smaller, as in AMSGrad: it is β₂ · v + (1 − β₂) · g², even where that is less."
    ) { max($0.oldSecond, $0.second) },
    .alone(
      \.moments.second, "second moment of the first one's list",
      "The old first moment goes into the second one: it goes on from `secondMoments[index]`."
    ) { entry in
      let decay = entry.settings.secondDecay
      return decay * entry.oldFirst + (1 - decay) * entry.gradient * entry.gradient
    },
  ]

  /// What is kept of the moments.
  static let stored: [Slip<AdamChoices>] = [
    .at(
      \.kept, "corrected moments stored",
      "The corrected moments are stored, so that they are corrected again and again: keep m and v, use m̂ and v̂.",
      Pair(first: { $0.correctedFirst }, second: { $0.correctedSecond })),
    .at(
      \.kept.first, "corrected first moment stored",
      "m̂ is stored as the first moment, so that it is corrected again: keep m in `firstMoments`, use m̂ for this step."
    ) { $0.correctedFirst },
    .at(
      \.kept.second, "corrected second moment stored",
      "v̂ is stored as the second moment, so that it is corrected again: keep v in `secondMoments`, use v̂ for this step."
    ) { $0.correctedSecond },
    .alone(
      \.kept.second, "root stored",
      "√v̂ is stored as the second moment: keep v itself, and take the root for the step alone."
    ) { sqrt($0.correctedSecond) },
    .at(
      \.kept.first, "first moment takes up the gradient once more",
      "After its use the first moment takes up the gradient once more: it does so once in a step."
    ) { $0.settings.firstDecay * $0.first + (1 - $0.settings.firstDecay) * $0.gradient },
    .at(
      \.kept, "moments exchanged", "First and second moments are stored in one another's place.",
      Pair(first: { $0.second }, second: { $0.first })),
    .alone(
      \.kept, "gradients stored", "The gradients and their squares are stored: keep the new moments.",
      Pair(first: { $0.gradient }, second: { $0.gradient * $0.gradient })),
    .at(
      \.kept.first, "first moments not stored",
      "The new first moment is used but not stored: put it into `firstMoments[index]`."
    ) {
      $0.oldFirst
    },
    .at(
      \.kept.second, "second moments not stored",
      "The new second moment is used but not stored: put it into `secondMoments[index]`."
    ) { $0.oldSecond },
    .at(
      \.kept, "no moments stored",
      "The new moments are used but not stored: put them into `firstMoments[index]` and `secondMoments[index]`.",
      Pair(first: { $0.oldFirst }, second: { $0.oldSecond })),
    .alone(
      \.kept.first, "first list in the second one's",
      "The second moment is stored in both lists: `firstMoments` hold m."
    ) { $0.second },
    .alone(
      \.kept.second, "second list in the first one's",
      "The first moment is stored in both lists: `secondMoments` hold v."
    ) { $0.first },
  ]
}
