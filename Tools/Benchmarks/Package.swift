// swift-tools-version: 6.1
import PackageDescription

// What `Scripts/benchmark` runs. It is a package of its own, which sees what the kit shows to everybody: nobody who takes the
// course builds it. SwiftPM builds it for its tests and for editors; what is timed is built by course-check, just as the Lab is
// (Scripts/benchmarks/lab.py):
//
//     COURSE_LAB=Tools/Benchmarks COURSE_TREE=solutions swift test --package-path Tools/Benchmarks

/// The functions of every lesson are linked: Sources/Lab/StudentsFunctions.swift, which it shares, asks lesson by lesson.
let allLessons: [SwiftSetting] = (1...99).map { .define("LESSON_\($0)") }

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "course-kit", path: "../..")],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "LabKit", package: "course-kit"), .product(name: "Lessons", package: "course-kit"),
      ], swiftSettings: allLessons),
    .testTarget(name: "BenchmarksTests", dependencies: ["Benchmarks"]),
  ])
