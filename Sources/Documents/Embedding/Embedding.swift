import LossSurfaces
import Raster

/// Keeps the figures of documents current: `descent embed`.
///
/// All markers and recipes of a page are checked before anything is drawn, pictures are drawn on all cores and each recipe
/// once, and a page is written last, whole or not at all. What is current is found so by the hashes that pictures carry:
/// nothing is run for it.
public struct Embedding: Sendable {
  public typealias Mode = EmbeddingMode
  public var mode = Mode.update
  /// Ids of the figures that are looked at; empty for all.
  public var only: [String] = []
  /// How many figures are drawn at once.
  public var jobs = 1
  /// Overwrites text that a person edited, and pictures that descent did not draw.
  public var isForced = false
  /// Adds the end markers that figures lack.
  public var insertsEnds = false
  /// Deletes the pictures that no page names.
  public var prunes = false
  /// A figure that takes longer is given up.
  public var secondsEach = 120.0
  /// Told how many of how many pictures are drawn.
  public var progress: @Sendable (Int, Int) -> Void = { _, _ in }
  /// Asked before pictures are deleted.
  public var mayDelete: @Sendable ([String]) -> Bool = { _ in true }

  public init() {}

  /// What came of a call.
  public struct Report: Sendable {
    /// The pages that were looked at.
    public var pages: [String] = []
    public var outcomes: [FigureOutcome] = []
    /// Pages that could not be read.
    public var failures: [FileError] = []
    /// What would change in the pages, as unified diffs.
    public var differences: [[UInt8]] = []
    /// Pictures that were deleted; in a dry run, would be.
    public var deleted: [String] = []
  }

  /// Looks at files and folders of documents, and does what the mode says.
  ///
  /// Throws when one of the paths does not exist, and when `only` names a figure that there is not.
  public func run(on paths: [String]) throws -> Report {
    var report = Report()
    var pages: [EmbeddedPage] = []
    for file in try DocumentTree.pages(in: paths) {
      report.pages.append(file.path)
      do { pages.append(try EmbeddedPage(file, insertsEnds: insertsEnds)) } catch { report.failures.append(error) }
    }
    try checkOnly(pages)
    read(&pages)
    refuseRepeatedIDs(&pages)
    var drawings = Drawings()
    let wanted = pages.flatMap { page in page.figures.flatMap { wantedPictures(of: $0, in: page) } }
    drawings.draw(wanted, jobs: jobs, secondsEach: secondsEach, progress: progress)
    for page in pages {
      let settlement = PageSettlement(
        page, drawings, mode: mode, isForced: isForced, isLookedAt: isLookedAt)
      report.outcomes += settlement.outcomes
      if mode == .difference, let difference = settlement.difference { report.differences.append(difference) }
    }
    try handleOrphans(of: pages, &report)
    return report
  }

  private func checkOnly(_ pages: [EmbeddedPage]) throws(InputError) {
    let ids = pages.flatMap { $0.blocks.map(\.id) }
    for id in only where !ids.contains(id) {
      throw InputError(
        "there is no figure '\(id)'",
        remedy: ids.isEmpty ? "There are none at all." : Spelling.remedy(for: id, among: ids, called: "figures"),
        kind: .missing)
    }
  }

  private func isLookedAt(_ id: String) -> Bool { only.isEmpty || only.contains(id) }

  /// Reads and checks all recipes, on all cores.
  private func read(_ pages: inout [EmbeddedPage]) {
    var tasks: [(page: Int, block: Block, reader: FigureReader)] = []
    for index in pages.indices where !pages[index].blocks.isEmpty {
      do {
        let reader = try pages[index].reader()
        for block in pages[index].blocks { tasks.append((index, block, reader)) }
      } catch {
        let line = pages[index].blocks[0].line
        pages[index].add(error as? InputError ?? InputError("\(error)"), id: nil, line: line)
      }
    }
    let figures = Workers.all.map(tasks) { task -> Result<EmbeddedFigure, InputError> in
      do throws(InputError) { return .success(try EmbeddedFigure(task.block, reader: task.reader)) } catch {
        return .failure(error)
      }
    }
    for (task, figure) in zip(tasks, figures) { pages[task.page].take(figure, of: task.block) }
  }

  /// An id is a file's name: in a folder of pictures, and in a catalog of DocC, it stands once.
  private func refuseRepeatedIDs(_ pages: inout [EmbeddedPage]) {
    var places: [String: InputError.Place] = [:]
    let others = OtherPages(beside: pages)
    for (scope, block) in others.blocks { places["\(scope)/\(block.id)"] = block.place }
    for index in pages.indices {
      for block in pages[index].blocks {
        let key = "\(EmbeddedPage.scope(ofFolder: pages[index].pictureFolder(of: block)))/\(block.id)"
        if let place = places[key] {
          let error = InputError(
            "the id '\(block.id)' is taken: \(place.file ?? "another page"):\(place.line) has it",
            remedy: "Pictures of one folder need names of their own: choose another id.", at: block.place)
          pages[index].add(error, id: block.id, line: block.line)
        } else {
          places[key] = block.place
        }
      }
    }
  }

  /// The pictures of a figure that this call draws.
  private func wantedPictures(of figure: EmbeddedFigure, in page: EmbeddedPage) -> [EmbeddedFigure.Picture] {
    guard isLookedAt(figure.block.id) else { return [] }
    guard mode == .update, page.faults.isEmpty else { return figure.undecided(knowingText: mode == .difference) }
    if !isForced, case (.edited, _) = figure.state(in: page.page, Drawings()) { return [] }
    return figure.pictures.filter { picture in
      switch picture.standing {
      case .current: false
      case .foreign: isForced
      case .missing, .stale, .unmarked: true
      }
    }
  }

  private func handleOrphans(of pages: [EmbeddedPage], _ report: inout Report) throws {
    // What a page that could not be read names nobody knows.
    guard prunes || mode == .check, only.isEmpty, report.failures.isEmpty else { return }
    let orphans = Orphans(of: prunes ? pages : pages.filter { !$0.blocks.isEmpty }).paths
    if prunes, mode != .check, !orphans.isEmpty {
      guard mode != .update || mayDelete(orphans) else { return }
      report.deleted = orphans
      if mode == .update { for path in orphans { try OutputFile.remove(path) } }
      return
    }
    report.outcomes += orphans.map { path in
      var outcome = FigureOutcome(
        file: path, line: 1, id: RecipeFile.stem(of: path), state: .orphan, reason: "no page of the folder names it")
      outcome.images = [path]
      return outcome
    }
  }
}
