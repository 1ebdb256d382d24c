import Engine

extension CountChoices {
  static let slips: [Slip<CountChoices>] = [
    .at(
      \.layers, "last layer left out",
      "The last layer is not counted: go on until fanOut is the last number of layerSizes."
    ) {
      sizes in CountedLayer.between(sizes).dropLast()
    },
    .at(
      \.layers, "first layer left out", "The first layer, from the inputs on, is not counted: begin with layerSizes[0]."
    ) { sizes in Array(CountedLayer.between(sizes).dropFirst()) },
    .at(\.layers, "first layer alone", "Only the first layer is counted: add up all layers, then return the sum.") {
      sizes in
      Array(CountedLayer.between(sizes).prefix(1))
    },
    .at(\.layers, "last layer alone", "Only the last layer is counted: add each layer to the sum, as += does.") {
      sizes in
      CountedLayer.between(sizes).suffix(1)
    },
    .at(\.layers, "every second layer", "Every second layer is left out: each step of the loop goes one layer on.") {
      sizes in
      CountedLayer.between(sizes).enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    },
    .at(\.layers, "first and last layer left out", "The first and the last layer are left out: count these as well.") {
      sizes in CountedLayer.between(sizes).dropFirst().dropLast()
    },
    .at(\.layers, "two layers left out at the end", "The last two layers are left out: count these as well.") { sizes in
      CountedLayer.between(sizes).dropLast(2)
    },
    .at(\.layers, "three layers at most", "Only the first three layers are counted: there may be any number.") {
      sizes in
      Array(CountedLayer.between(sizes).prefix(3))
    },
    .at(\.layers, "two layers at most", "Only the first two layers are counted: there may be any number.") { sizes in
      Array(CountedLayer.between(sizes).prefix(2))
    },
    .at(
      \.layers, "fanIn for fanOut", "fanIn stands for fanOut as well: fanOut is the size after it, layerSizes[layer]."
    ) {
      sizes in sizes.dropLast().map { CountedLayer(fanIn: $0, fanOut: $0) }
    },
    .at(
      \.layers, "each size with itself", "Each size is paired with itself: a layer lies between two neighbouring sizes."
    ) {
      sizes in sizes.map { CountedLayer(fanIn: $0, fanOut: $0) }
    },
    .at(
      \.layers, "all fed by the inputs", "fanIn is the number of inputs everywhere: it is the size of the layer before."
    ) {
      sizes in sizes.dropFirst().map { CountedLayer(fanIn: sizes[0], fanOut: $0) }
    },
    .at(
      \.layers, "all fed by the first layer",
      "fanIn is layerSizes[1] everywhere: it is the size of the layer before, layerSizes[layer - 1]."
    ) {
      sizes in sizes.dropFirst().map { CountedLayer(fanIn: sizes[1], fanOut: $0) }
    },
    .at(\.layers, "all lead to the output", "fanOut is the last size everywhere: it is the size of the layer itself.") {
      sizes in sizes.dropLast().map { CountedLayer(fanIn: $0, fanOut: sizes[sizes.count - 1]) }
    },
    .at(\.layers, "every pair of sizes", "Every pair of sizes is counted: only neighbours in layerSizes are connected.")
    {
      sizes in sizes.indices.flatMap { later in sizes[..<later].map { CountedLayer(fanIn: $0, fanOut: sizes[later]) } }
    },
    .at(
      \.layers, "back to the inputs", "There is a layer too many, from the last size back to the first: leave it out."
    ) {
      sizes in CountedLayer.between(sizes) + [CountedLayer(fanIn: sizes[sizes.count - 1], fanOut: sizes[0])]
    },
    .at(
      \.layers, "one layer past the next", "fanIn and fanOut lie two places apart: they are neighbours in layerSizes."
    ) {
      sizes in zip(sizes, sizes.dropFirst(2)).map { CountedLayer(fanIn: $0, fanOut: $1) }
    },

    .at(
      \.layers, "one hidden layer", "There is one hidden layer here, of layerSizes[1] units: there may be any number."
    ) {
      sizes in
      [CountedLayer(fanIn: sizes[0], fanOut: sizes[1]), CountedLayer(fanIn: sizes[1], fanOut: sizes[sizes.count - 1])]
    },
    .at(
      \.layers, "layer looked up by its size",
      "A layer is found by its size, so that equal sizes are confused: go by index."
    ) {
      sizes in
      sizes.dropFirst().map { fanOut in
        CountedLayer(fanIn: sizes[(sizes.dropFirst().firstIndex(of: fanOut) ?? 1) - 1], fanOut: fanOut)
      }
    },
    .at(
      \.layers, "output biases forgotten",
      "The biases of the output layer are missing: it has one for each of its units, fanOut."
    ) { sizes in
      CountedLayer.between(sizes) { _, isLast in isLast ? 0 : 1 }
    },
    .at(
      \.layers, "biases of the first layer forgotten",
      "The biases of the first layer are missing: it has fanOut of them."
    ) {
      sizes in CountedLayer.between(sizes) { isFirst, _ in isFirst ? 0 : 1 }
    },
    .at(\.layers, "output biases alone", "Only the output layer has its biases: every layer has fanOut of them.") {
      sizes in
      CountedLayer.between(sizes) { _, isLast in isLast ? 1 : 0 }
    },
    .at(\.layers, "hidden biases twice", "The biases of the hidden layers are counted twice: each unit has one.") {
      sizes in
      CountedLayer.between(sizes) { _, isLast in isLast ? 1 : 2 }
    },

    .at(
      \.weights, "sum for product",
      "A layer counts fanIn + fanOut: it has a weight for every pair, fanIn · fanOut, and fanOut biases besides."
    ) { fanIn, _ in fanIn },
    .at(
      \.weights, "sum for weights",
      "The weights are counted as fanIn + fanOut: there is one for every pair, fanIn · fanOut."
    ) { fanIn, fanOut in fanIn &+ fanOut },
    .at(\.weights, "weights forgotten", "Only the biases are counted: each layer has fanIn · fanOut weights besides.") {
      _, _ in 0
    },
    .at(\.weights, "one weight for a unit", "Each unit counts one weight: it has one for every input, fanIn of them.") {
      _, fanOut in fanOut
    },
    .at(\.weights, "one weight for a layer", "Each layer counts one weight: it has fanIn · fanOut of them.") { _, _ in 1
    },
    .at(\.weights, "fanIn squared", "The weights are counted as fanIn · fanIn: they are fanIn · fanOut.") { fanIn, _ in
      fanIn &* fanIn
    },
    .at(
      \.weights, "fanOut squared",
      "The weights are counted as fanOut · fanOut: fanIn is the size before it, layerSizes[layer - 1]."
    ) { _, fanOut in
      fanOut &* fanOut
    },
    .at(\.weights, "weights twice", "The weights are counted twice: each connects two units once.") { fanIn, fanOut in
      2 &* fanIn &* fanOut
    },
    .at(\.weights, "half of the weights", "Only half of the weights are counted: there are fanIn · fanOut.") {
      fanIn, fanOut in
      fanIn &* fanOut / 2
    },
    .at(
      \.weights, "weights within the layer", "Weights are counted between the units of one layer, too: there are none."
    ) {
      fanIn, fanOut in
      fanIn &* fanOut &+ fanOut &* fanOut
    },
    .at(\.weights, "larger size", "Only the larger of the two sizes is counted: the weights are fanIn · fanOut.") {
      fanIn, fanOut in max(fanIn, fanOut)
    },

    .at(\.biases, "biases forgotten", "The biases are not counted: each layer has fanOut of them.") { _, _ in 0 },
    .at(
      \.biases, "bias for each input",
      "The biases are counted by fanIn: a layer has one for each of its own units, fanOut."
    ) { fanIn, _ in fanIn },
    .at(\.biases, "one bias for a layer", "Each layer counts one bias: it has one for each of its units, fanOut.") {
      _, _ in 1
    },
    .at(\.biases, "biases twice", "The biases are counted twice: each unit has one.") { _, fanOut in 2 &* fanOut },
    .at(
      \.biases, "biases for inputs and units",
      "Each layer counts fanIn + fanOut biases, as (fanIn + 1) · (fanOut + 1) − 1 does: it has fanOut."
    ) { fanIn, fanOut in fanIn &+ fanOut },
    .at(\.biases, "a bias too few", "Each layer counts a parameter too few: it has fanIn · fanOut + fanOut.") {
      _, fanOut in fanOut - 1
    },
    .at(\.biases, "a bias too many", "Each layer counts a parameter too many: it has fanIn · fanOut + fanOut.") {
      _, fanOut in fanOut &+ 1
    },
    .at(\.biases, "bias for each weight", "The biases are counted as fanIn · fanOut: there are fanOut of them.") {
      fanIn, fanOut in fanIn &* fanOut
    },
    .at(\.biases, "a single unit without bias", "A layer of one unit has no bias here: it has one, as every unit.") {
      _, fanOut in fanOut > 1 ? fanOut : 0
    },

    .at(
      \.together, "weights times biases", "Weights and biases are multiplied, fanIn · fanOut · fanOut: add the two."
    ) { weights, biases in weights &* biases },
    .at(\.together, "weights less biases", "The biases are taken from the weights: add them.") { weights, biases in
      weights - biases
    },

    .at(\.total, "product of the layers", "The counts of the layers are multiplied: add them up.") { counts in
      counts.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    },
    .at(\.total, "largest layer", "Only the layer with the most parameters is counted: add up all layers.") { counts in
      counts.max() ?? 0
    },
    .at(
      \.total, "summed as Float", "The counts are added as Floats, which are exact up to 2^24 only: add them as Ints."
    ) {
      counts in
      Int(counts.reduce(Float(0)) { $0 + Float($1) })
    },

    .at(
      \.other, "sum of the sizes",
      "These are all units added up: each layer has fanIn · fanOut weights and fanOut biases."
    ) {
      sizes in sizes.reduce(0, &+)
    },
    .at(
      \.other, "product of the sizes", "All sizes are multiplied: multiply neighbours, add fanOut, and sum over layers."
    ) {
      sizes in sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    },
    .at(
      \.other, "product and sum of the sizes",
      "All sizes are multiplied, and biases added: only neighbours are multiplied."
    ) {
      sizes in
      sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue } &+ sizes.dropFirst().reduce(0, &+)
    },
    .at(\.other, "number of layers", "This is the number of layers: count the weights and biases in each.") { sizes in
      sizes.count - 1
    },
    .at(\.other, "number of sizes", "This is the number of sizes: count the weights and biases of each layer.") {
      sizes in
      sizes.count
    },
    .at(\.other, "weights of the last layer alone", "Only the last layer has its weights: add up those of every layer.")
    {
      sizes in
      sizes.dropFirst().reduce(sizes[sizes.count - 2] &* sizes[sizes.count - 1], &+)
    },
    .at(
      \.other, "a unit too many twice",
      "A layer counts (fanIn + 1) · (fanOut + 1), which is fanIn + 1 too many: it is (fanIn + 1) · fanOut."
    ) { sizes in CountedLayer.between(sizes).reduce(0) { $0 &+ ($1.fanIn &+ 1) &* ($1.fanOut &+ 1) } },
    .at(\.other, "product of the weights", "The weights of the layers are multiplied with each other: add them up.") {
      sizes in
      CountedLayer.between(sizes).reduce(1) { $0.multipliedReportingOverflow(by: $1.fanIn &* $1.fanOut).partialValue }
        &+ sizes.dropFirst().reduce(0, &+)
    },
    .at(
      \.other, "one bias for the network", "The whole network counts one bias: each unit behind the inputs has its own."
    ) { sizes in CountedLayer.between(sizes).reduce(1) { $0 &+ $1.fanIn &* $1.fanOut } },
    .at(
      \.other, "every pair of sizes connected", "Weights are counted between all sizes: only neighbours are connected."
    ) { sizes in
      sizes.indices.dropFirst().reduce(0) { sum, later in
        sum &+ sizes[later] &+ sizes[..<later].reduce(0) { $0 &+ $1 &* sizes[later] }
      }
    },
    .at(\.other, "zero", "The count stays 0: each layer adds fanIn · fanOut + fanOut to it.") { _ in 0 },
    .at(
      \.other, "first and last size alone",
      "Only the first and the last size are multiplied: the layers between count, too."
    ) {
      sizes in sizes[0] &* sizes[sizes.count - 1] &+ sizes[sizes.count - 1]
    },

    .at(\.result, "one too many", "There is 1 too many: begin the sum with 0, and add nothing but weights and biases.")
    { count, _ in count &+ 1 },
    .at(\.result, "one too few", "There is 1 too few: the sum begins with 0, and every bias counts.") { count, _ in
      count - 1
    },
    .at(
      \.result, "number of layers too many",
      "The count is too high by layerSizes.count: begin with 0, and add nothing but weights and biases."
    ) {
      count, sizes in count &+ sizes.count
    },
    .at(
      \.result, "input layer with biases",
      "The input units count once by themselves, as if they had biases: they have none."
    ) { count, sizes in count &+ sizes[0] },
    .at(\.result, "doubled", "Everything is counted twice: each weight and each bias counts once.") { count, _ in
      2 &* count
    },
    .at(\.result, "halved", "Everything is divided by 2: each weight and each bias counts once.") { count, _ in
      count / 2
    },
    .at(\.result, "negative", "The sign is the opposite: add what each layer has, beginning with 0.") { count, _ in
      -count
    },
    .at(\.result, "mean over the layers", "The count is divided by the number of layers: it is the sum itself.") {
      count, sizes in count / max(1, sizes.count - 1)
    },
  ]
}
