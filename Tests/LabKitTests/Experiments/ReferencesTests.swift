import Testing

@testable import LabKit

@Suite("The references of the experiments")
struct ReferencesTests {
  /// Follows from the layers, so that there is nothing to compare.
  private static let counted = "parameters"

  @Test("have an entry for everything that an experiment measures", arguments: Experiment.all.map(\.name))
  func found(name: String) throws {
    let experiment = try #require(Experiment.named(name))
    let missing = experiment.variants.flatMap { variant in
      variant.measures.map(\.quantity)
        .filter { $0.name != Self.counted && experiment.reference(of: $0, in: variant) == nil }
        .map { "\(variant.label), \($0.name)" }
    }
    #expect(missing == [])
  }

  @Test("have no entry that is not looked up")
  func used() throws {
    for (name, variants) in References.table {
      let experiment = try #require(Experiment.named(name), "\(name)")
      #expect(Set(variants.keys) == Set(experiment.variants.map(\.label)), "\(name)")
      for variant in experiment.variants {
        let measured = Set(variant.measures.map(\.quantity.name))
        #expect(measured.isSuperset(of: variants[variant.label, default: [:]].keys), "\(name), \(variant.label)")
      }
    }
  }
}
