import Course
import CourseFiles
import Engine
import FixtureCourse
import Foundation
import Running
import Testing

@Suite("The lessons that count") struct CountedLessonsTests {
  /// The fixture in two parts, a lesson each.
  private static let course = Course(lessons: [
    Course.fixture.lessons[0],
    Lesson(
      2, "Averages", "Averages of columns", part: 2, summary: "mean, distances, spread, random order",
      exercises: Course.fixture.lessons[1].exercises),
  ])

  private func checkout(_ small: SmallCheckout) -> Checkout {
    Checkout(root: small.root, tree: .lessons, lessons: Self.course.outline)
  }

  @Test("are those of part one, whatever is done there, as long as every TODO of part two stands")
  func partOne() throws {
    let small = try SmallCheckout(Self.course.lessons)
    let first = Self.course.lessons[0]
    try small.write(try SmallCheckout.solution(of: first), to: "Lessons/\(first.file)")
    #expect(Self.course.lessons(countedIn: checkout(small)).map(\.number) == [1])
    let part = try #require(Self.course.partToBegin(in: checkout(small)))
    #expect(part.title == "part two, lesson 2,")
    #expect(part.command == "swift run course-check lesson2")
  }

  @Test("are all as soon as one exercise of part two is begun, even while part one is not")
  func partTwo() throws {
    let small = try SmallCheckout(Self.course.lessons)
    let second = Self.course.lessons[1]
    let stub = String(decoding: try small.bytes(of: "Lessons/\(second.file)"), as: UTF8.self)
    let todo = try #require(stub.firstRange(of: /fatalError\("TODO: 2\.1 [^\n]*/))
    try small.write(stub.replacingCharacters(in: todo, with: "return x"), to: "Lessons/\(second.file)")
    #expect(Self.course.lessons(countedIn: checkout(small)).map(\.number) == [1, 2])
    #expect(Self.course.partToBegin(in: checkout(small)) == nil)
  }

  @Test("are all where the solutions are looked at")
  func solutions() throws {
    let small = try SmallCheckout(Self.course.lessons)
    let checkout = Checkout(root: small.root, tree: .solutions, lessons: Self.course.outline)
    #expect(Self.course.lessons(countedIn: checkout).count == 2)
  }

  @Test("are those of lessons 1 to 8 in a fresh copy of the course")
  func fresh() throws {
    let checkout = Checkout(root: SmallCheckout.checkout, tree: .lessons, lessons: Course.neuralNetwork.outline)
    let stubs = try SmallCheckout(Course.neuralNetwork.lessons, from: checkout.root)
    let fresh = Checkout(root: stubs.root, tree: .lessons, lessons: Course.neuralNetwork.outline)
    #expect(Course.neuralNetwork.lessons(countedIn: fresh).map(\.number) == Array(1...8))
    #expect(Course.neuralNetwork.partToBegin(in: fresh)?.command == "swift run course-check lesson9")
  }
}
