/// The new pixels of a rectangle of a page, row by row.
struct Patch {
  let rect: PixelRect
  var pixels: [UInt32]
}
