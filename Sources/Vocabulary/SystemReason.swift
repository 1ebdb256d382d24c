#if !hasFeature(Embedded)
  import Foundation

  extension Error {
    /// What the system says about a file that cannot be read or written, which Foundation's own words leave out.
    public var systemReason: String {
      let cause = (self as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      guard let cause, cause.domain == NSPOSIXErrorDomain else { return localizedDescription }
      return String(cString: strerror(Int32(cause.code)))
    }
  }
#endif
