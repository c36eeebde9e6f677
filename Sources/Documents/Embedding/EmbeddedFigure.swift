import LossSurfaces

/// A figure of a page with its recipe looked up and its pictures held against it.
struct EmbeddedFigure: Sendable {
  struct Picture: Sendable {
    let path: String
    let plan: any PicturePlan
    let canonical: String
    let standing: PictureStanding
  }

  let block: Block
  let request: FigureRequest
  /// `id.png` first.
  let pictures: [Picture]

  /// Reads and checks all that a marker says. Nothing is run.
  init(_ block: Block, reader: FigureReader) throws(InputError) {
    self.block = block
    request = try reader.read(block)
    let folder = try request.pictures.path(from: reader.folder, at: block.place)
    var pictures: [Picture] = []
    for variant in request.variants(id: block.id) {
      do {
        let plan = try variant.recipe.plan()
        let path = DocumentTree.join(folder, variant.name)
        let canonical = plan.canonicalText
        let standing = try PictureStanding(at: path, inFolder: reader.folder, recipe: canonical)
        pictures.append(Picture(path: path, plan: plan, canonical: canonical, standing: standing))
      } catch {
        throw Self.located(error, in: block, of: reader.page)
      }
    }
    self.pictures = pictures
  }

  /// An error on its way to the page: what has no place gets the marker's, and what stands in another file says for whom
  /// that was read.
  private static func located(_ error: any Error, in block: Block, of page: String) -> InputError {
    switch error {
    case var error as InputError:
      if error.place == nil {
        error.problem = "figure '\(block.id)': \(error.problem)"
        error.place = block.place
      } else if error.place?.file != page {
        error.problem += " (read for figure '\(block.id)', \(page):\(block.line))"
      }
      return error
    case let error as FileError:
      return InputError(error.description, at: block.place, kind: error.kind == .missing ? .missing : .data)
    default:
      return InputError("\(error)", at: block.place)
    }
  }

  var images: [String] { pictures.map(\.path) }

  /// What is to stand between the markers, or nil as long as nobody knows: a figure whose alt text is its description must
  /// be drawn first.
  func text(_ drawings: Drawings) -> [UInt8]? {
    var description = ""
    if case .auto = request.alt {
      guard let found = drawings.description(of: pictures[0]) else { return nil }
      description = found
    }
    return request.text(id: block.id, description: description, ownWidth: pictures[0].plan.pictureWidth)
      .bytes(indent: block.indent, lineEnding: block.lineEnding)
  }
}

/// What was drawn, by canonical recipe.
struct Drawings: Sendable {
  private var outcomes: [String: DrawingPool.Outcome] = [:]

  /// Draws pictures, each recipe once.
  mutating func draw(
    _ pictures: [EmbeddedFigure.Picture], jobs: Int, secondsEach: Double,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) {
    var plans: [String: any PicturePlan] = [:]
    var order: [String] = []
    for picture in pictures where plans[picture.canonical] == nil && outcomes[picture.canonical] == nil {
      plans[picture.canonical] = picture.plan
      order.append(picture.canonical)
    }
    let drawn = DrawingPool.draw(order.map { plans[$0]! }, jobs: jobs, secondsEach: secondsEach, progress: progress)
    for (canonical, outcome) in zip(order, drawn) { outcomes[canonical] = outcome }
  }

  subscript(picture: EmbeddedFigure.Picture) -> DrawingPool.Outcome? { outcomes[picture.canonical] }

  func description(of picture: EmbeddedFigure.Picture) -> String? {
    if case .current(let description) = picture.standing { return description }
    guard case .success(let drawn) = self[picture] else { return nil }
    return drawn.description
  }

  /// How a picture stands: one without a recipe stands as its pixels say, once they are known.
  func standing(of picture: EmbeddedFigure.Picture) -> PictureStanding {
    guard case .unmarked = picture.standing, case .success(let drawn) = self[picture],
      PictureStanding.looksAlike(picture.path, drawn.bytes)
    else { return picture.standing }
    return .current(description: drawn.description)
  }
}
