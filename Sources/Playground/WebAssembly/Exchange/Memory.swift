// The memory that Swift's arrays live in: WebAssembly brings none of its own.
//
// A block has a power of two of bytes and goes back to the list of blocks of its size, so that a training that makes and
// drops the same matrices again and again takes no more memory after an hour than after a second.

/// Asks the page for so many pages of 64 KiB and returns the address where they begin.
@_extern(wasm, module: "page", name: "takePages") @_extern(c)
private func takePages(_ count: Int32) -> Int32

/// The smallest block has 2^5 bytes, the largest 2^31.
private let sizeCount = 32

/// How far a block's numbers stand from its beginning: room for its size, and what SIMD8<Double> wants.
private let headerSize = 64

/// For each size the first block that is free; its first word is the address of the next one.
nonisolated(unsafe) private var freeBlocks = UnsafeMutablePointer<Int>(bitPattern: 0)

/// What is left of the pages that were taken last.
nonisolated(unsafe) private var unused = 0..<0

/// Gives `size` bytes at an address that any type of Swift can live at.
///
/// Swift's runtime calls it under the name that C has for it. Returns 0, which is C's word for success.
@_cdecl("posix_memalign")
public func allocate(
  _ place: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
) -> Int32 {
  let index = sizeCount - max(size - 1, 31).leadingZeroBitCount
  // The page has not so many pages, and says so.
  if index > 30 { _ = takePages(65536) }
  let lists = listsOfFreeBlocks()
  if let block = UnsafeMutablePointer<Int>(bitPattern: lists[index]) {
    lists[index] = block.pointee
    place.pointee = UnsafeMutableRawPointer(block)
    return 0
  }
  let address = take(headerSize + 1 << index) + headerSize
  UnsafeMutablePointer<Int>(bitPattern: address - headerSize)?.pointee = index
  place.pointee = UnsafeMutableRawPointer(bitPattern: address)
  return 0
}

/// Takes back what `allocate` gave.
@_cdecl("__wrap_free")
public func release(_ place: UnsafeMutableRawPointer?) {
  guard let place else { return }
  let lists = listsOfFreeBlocks()
  let index = (place - headerSize).assumingMemoryBound(to: Int.self).pointee
  place.assumingMemoryBound(to: Int.self).pointee = lists[index]
  lists[index] = Int(bitPattern: place)
}

private func listsOfFreeBlocks() -> UnsafeMutablePointer<Int> {
  if let freeBlocks { return freeBlocks }
  let address = take(64 * ((sizeCount * MemoryLayout<Int>.size + 63) / 64))
  let lists = UnsafeMutablePointer<Int>(bitPattern: address)!
  lists.initialize(repeating: 0, count: sizeCount)
  freeBlocks = lists
  return lists
}

/// Returns the address of so many bytes that nobody has used yet: a multiple of 64, as the count must be.
private func take(_ count: Int) -> Int {
  let size = (count + 63) & ~63
  if unused.count < size {
    let pages = max((size + 65535) / 65536, 16)
    let start = Int(takePages(Int32(pages)))
    // Pages that follow the last ones make one piece with them.
    unused = (start == unused.upperBound && !unused.isEmpty ? unused.lowerBound : start)..<(start + pages * 65536)
  }
  defer { unused = (unused.lowerBound + size)..<unused.upperBound }
  return unused.lowerBound
}
