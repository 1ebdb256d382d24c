import CourseKit
import Foundation
import Testing
import Training

@testable import LabKit
@testable import Tables

extension PlaygroundPageTests {
  /// The page beside the command line: one code, compiled for the browser and for this computer.
  @Suite("The playground and the command line", .serialized)
  struct PageAgreementTests {
    @Test(
      "accept the same tables, numbers and models, and find the same in them, or refuse them with the same sentence")
    func battery() throws {
      let page = try OpenPage(.solutions(), fragment: "dataSeed=1&samples=20")
      let tables = AgreementCases.tables + AgreementCases.numbers.map(AgreementCases.table)
      var accepted = 0
      for table in tables {
        let expected = try ofTable(table)
        let found = try answer(on: page, to: table.bytes, chooser: "table-file", Self.tableFound)
        #expect(found == expected, "\(String(decoding: table.bytes.prefix(200), as: UTF8.self))")
        if expected.hasPrefix("features") { accepted += 1 }
      }
      let isSmall = accepted < 20 || accepted > tables.count - 20
      #expect(!isSmall, "\(accepted) of \(tables.count) tables are accepted")
      try page.choose("data", "linear")
      let models =
        AgreementCases.models.map { (AgreementCases.model, $0, $1) }
        + AgreementCases.modelsOfLayers.map { (AgreementCases.modelOfLayers, $0, $1) }
      for (model, old, new) in models {
        let text = old.isEmpty ? model : model.replacing(old, with: new, maxReplacements: 1)
        let found = try answer(on: page, to: Data(text.utf8), chooser: "model-file", Self.modelFound)
        #expect(try found == ofModel(Array(text.utf8)), "\(old.prefix(40)) → \(new.prefix(40))")
      }
      let count = tables.count + models.count
      print("page and command line agree on \(count) files, of which \(accepted) tables are accepted")
      #expect(count >= 40)
      page.expectNoComplaints()
    }

    /// Gives the page a file and returns the sentence of its refusal, or what an expression finds afterwards.
    private func answer(on page: OpenPage, to file: Data, chooser: String, _ found: String) throws -> String {
      try page.browser.evaluate(
        """
        (() => {
          for (const id of ["file-problem", "file-said"]) document.getElementById(id).textContent = "";
          const bytes = Uint8Array.from(atob("\(file.base64EncodedString())"), (letter) => letter.charCodeAt(0));
          const files = new DataTransfer();
          files.items.add(new File([bytes], "FILE"));
          const chooser = document.getElementById("\(chooser)");
          chooser.files = files.files;
          chooser.dispatchEvent(new Event("change", { bubbles: true }));
        })()
        """)
      let content = { (id: String) in "document.getElementById('\(id)').textContent" }
      try page.browser.wait(until: "\(content("file-problem")) + \(content("file-said")) !== ''")
      try page.settle()
      let problem = try page.browser.text(content("file-problem"))
      return problem.isEmpty ? try page.browser.text(found) : problem
    }

    /// The bits of numbers, as the page writes them.
    private static let bits =
      "((list) => [...new BigUint64Array(Float64Array.from(list).buffer)].join(' '))"

    private static let tableFound = """
      (() => {
        const { source: { features, classes, scaling, training, validation }, data } = playground.trainer;
        const lists = [
          scaling.means, scaling.deviations, training.features, training.labels, validation.features, validation.labels,
          data.training.features, data.validation.features,
        ];
        return `features ${features.join("|")} classes ${classes.join("|")}\\n` + lists.map(\(bits)).join("\\n");
      })()
      """

    /// What `train --csv` reads.
    private func ofTable(_ table: AgreementCases.TableCase) throws -> String {
      let folder = FileManager.default.temporaryDirectory.appending(path: "agreement-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appending(path: "FILE").path
      try table.bytes.write(to: URL(filePath: path))
      do throws(DataError) {
        // The page has no options, and its sentences name none.
        let choice = ColumnChoice(label: .named(table.label), hasOptions: false)
        let read = try Table(path: path, choice)
        var generator = RunRandomness.data(seed: 1)
        let plain = try LabelledTable(read, using: &generator)
        var scaled = plain
        scaled.scale()
        let lists = [
          scaled.scaling.means, scaled.scaling.deviations, plain.training.features.elements,
          plain.training.classes.map(Double.init), plain.validation.features.elements,
          plain.validation.classes.map(Double.init),
          scaled.training.features.elements, scaled.validation.features.elements,
        ]
        let names =
          "features \(scaled.features.joined(separator: "|")) classes \(scaled.classes.joined(separator: "|"))\n"
        return names + lists.map(Self.bits).joined(separator: "\n")
      } catch {
        return error.sentence.replacing(path, with: "FILE")
      }
    }

    private static func bits(_ numbers: [Double]) -> String {
      numbers.map { "\($0.bitPattern)" }.joined(separator: " ")
    }

    private static let modelFound = """
      (() => {
        const { plan: { network, hidden }, sizes, scaling, parameters } = playground.trainer;
        const lists = [scaling?.means ?? [], scaling?.deviations ?? [], parameters].map(\(bits));
        return `${network} ${hidden} ${sizes.join("-")}\\n${lists.join("\\n")}\\n${playground.trainer.modelText()}`;
      })()
      """

    /// What `predict --model` reads, and what would be saved of it beside the page's own names.
    private func ofModel(_ json: [UInt8]) throws -> String {
      do throws(DataError) {
        var model = try Model(json, name: "FILE")
        let parameters = zip(model.weights, model.biases).flatMap { $0.flatMap(\.self) + $1 }
        let lists = [model.scaling?.means ?? [], model.scaling?.deviations ?? [], parameters].map(Self.bits)
        (model.features, model.classes) = (["x1", "x2"], ["0", "1"])
        let sizes = model.layerSizes.map(String.init).joined(separator: "-")
        let network = model.output == .softmax ? "layers" : "binary"
        return "\(network) \(model.hidden.rawValue) \(sizes)\n\(lists.joined(separator: "\n"))\n"
          + String(decoding: model.json ?? [], as: UTF8.self)
      } catch {
        return error.sentence
      }
    }
  }
}
