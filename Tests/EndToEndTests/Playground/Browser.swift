import Foundation
import Synchronization

@testable import course_check

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A real browser without a window, driven over two pipes by the Chrome DevTools Protocol.
///
/// One test at a time has it.
final class Browser: @unchecked Sendable {
  private let process = Process()
  private let commands = Pipe()
  private let answers = Pipe()
  private let profile = Classroom.checkout.appending(path: ".build/playgrounds/browser")
  private var unread: [UInt8] = []
  private var count = 0
  private var page: String?
  /// What the page wrote to its console, exceptions that nobody caught among it.
  private(set) var complaints: [String] = []

  /// The browser's program; nil if there is none on this computer.
  static let program: String? = {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates =
      folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
      + [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
      ]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The browser of all tests; it ends with them, when nobody listens to its pipe any more.
  static func shared() throws -> Browser {
    try running.withLock { running in
      if let browser = running, browser.process.isRunning { return browser }
      let browser = try Browser()
      running = browser
      return browser
    }
  }

  private static let running = Mutex<Browser?>(nil)

  /// Starts a browser with one empty page.
  private init() throws {
    guard let program = Self.program else { throw BrowserError("there is no browser") }
    try? FileManager.default.removeItem(at: profile)
    // The browser speaks on the streams 3 and 4, which only a shell can lay there.
    let options =
      "--headless=new --no-sandbox --disable-gpu --disable-extensions --no-first-run --remote-debugging-pipe"
      + " --user-data-dir='\(profile.path)' about:blank 3<&0 4>&1 >/dev/null 2>&1"
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec '\(program)' \(options)"]
    process.standardInput = commands
    process.standardOutput = answers
    try process.run()
    let targets = try send("Target.getTargets")["targetInfos"] as? [[String: Any]] ?? []
    let target = targets.first { $0["type"] as? String == "page" }?["targetId"] as? String ?? ""
    page = try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log"] { try send("\(domain).enable") }
  }

  /// Begins to listen to another page.
  func forgetComplaints() { complaints = [] }

  /// Sends a command and returns its result.
  @discardableResult
  func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    count += 1
    var message: [String: Any] = ["id": count, "method": method, "params": parameters]
    if let page { message["sessionId"] = page }
    try commands.fileHandleForWriting.write(
      contentsOf: JSONSerialization.data(withJSONObject: message) + Data([0]))
    let id = count
    while true {
      let answer = try nextMessage(after: method)
      if answer["id"] as? Int == id {
        if let error = answer["error"] as? [String: Any] {
          throw BrowserError("\(method): \(error["message"] ?? "failed")")
        }
        return answer["result"] as? [String: Any] ?? [:]
      }
      listen(to: answer)
    }
  }

  /// The next message that the browser sends.
  private func nextMessage(after method: String) throws -> [String: Any] {
    let stream = answers.fileHandleForReading.fileDescriptor
    let deadline = ContinuousClock.now + .seconds(60)
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = Data(unread[..<end])
        unread.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var request = pollfd(fd: stream, events: Int16(POLLIN), revents: 0)
      guard ContinuousClock.now < deadline, poll(&request, 1, 1000) >= 0 else {
        throw BrowserError("no answer to \(method) within a minute")
      }
      guard request.revents != 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 65536)
      let size = read(stream, &buffer, buffer.count)
      guard size > 0 else { throw BrowserError("the browser ended during \(method)") }
      unread += buffer[..<size]
    }
  }

  private func listen(to event: [String: Any]) {
    guard let name = event["method"] as? String, let parameters = event["params"] as? [String: Any] else { return }
    switch name {
    case "Runtime.exceptionThrown":
      let details = parameters["exceptionDetails"] as? [String: Any]
      let exception = details?["exception"] as? [String: Any]
      complaints.append("\(exception?["description"] ?? details?["text"] ?? parameters)")
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any]
      complaints.append("\(entry?["text"] ?? parameters)")
    case "Runtime.consoleAPICalled" where ["error", "warning", "assert"].contains(parameters["type"] as? String):
      complaints.append("\(parameters["args"] ?? "")")
    default: break
    }
  }

  // MARK: - What a person does

  /// Opens a file from the disk, with what stands behind the number sign of its address.
  func open(_ file: URL, fragment: String = "") throws {
    try send("Page.navigate", ["url": "about:blank"])
    try send("Page.navigate", ["url": file.absoluteString + (fragment.isEmpty ? "" : "#" + fragment)])
  }

  /// Makes the window another size, in CSS pixels.
  func resize(_ width: Int, _ height: Int) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// Asks for the dark or the light colours.
  func prefer(_ scheme: String) throws {
    try send("Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": scheme]]])
  }

  /// Evaluates an expression in the page; a promise is waited for.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate", ["expression": expression, "awaitPromise": true, "returnByValue": true])
    if let details = answer["exceptionDetails"] as? [String: Any] {
      let exception = details["exception"] as? [String: Any]
      throw BrowserError("\(expression.prefix(200)): \(exception?["description"] ?? details["text"] ?? "failed")")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func number(_ expression: String) throws -> Double { (try evaluate(expression) as? NSNumber)?.doubleValue ?? .nan }
  func text(_ expression: String) throws -> String { try evaluate(expression) as? String ?? "" }
  func isTrue(_ expression: String) throws -> Bool { (try evaluate(expression) as? NSNumber)?.boolValue ?? false }

  /// Waits until an expression is true.
  func wait(until condition: String, seconds: Double = 60) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while try !isTrue(condition) {
      guard ContinuousClock.now < deadline else {
        throw BrowserError("after \(seconds) s not yet: \(condition); the page complains: \(complaints)")
      }
      usleep(30_000)
    }
  }

  /// Presses and lets go of the mouse at a place.
  func click(_ x: Double, _ y: Double) throws {
    for kind in ["mousePressed", "mouseReleased"] { try mouse(kind, x, y) }
  }

  func mouse(_ kind: String, _ x: Double, _ y: Double) throws {
    try send(
      "Input.dispatchMouseEvent",
      ["type": kind, "x": x, "y": y, "button": "left", "buttons": kind == "mouseReleased" ? 0 : 1, "clickCount": 1])
  }

  /// Presses a key that has a name: `ArrowRight`, `Home`, `Tab`, `Enter`.
  func press(_ key: String) throws {
    let codes = [
      "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Home": 36, "End": 35, "Tab": 9, "Enter": 13,
      "Escape": 27, " ": 32,
    ]
    for kind in ["keyDown", "keyUp"] {
      var event: [String: Any] = ["type": kind, "key": key, "code": key, "windowsVirtualKeyCode": codes[key] ?? 0]
      if key == "Enter" { event["text"] = "\r" }
      if key == " " { event["text"] = " " }
      try send("Input.dispatchKeyEvent", event)
    }
  }

  /// Keeps a picture of the page as PNG.
  func capture(_ file: URL) throws {
    let picture = try send("Page.captureScreenshot")["data"] as? String ?? ""
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(base64Encoded: picture)?.write(to: file)
  }
}

/// What went wrong between a test and the browser.
struct BrowserError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
