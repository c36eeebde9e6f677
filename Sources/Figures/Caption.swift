import Diagnosis
import LossSurfaces
import Optimization

/// Descriptions of pictures.
enum Caption {
  /// What the picture shows as one paragraph, then one for each run; what `±` means is said once.
  static func paragraphs(_ opening: [String], _ accounts: [String]) -> String {
    let last = accounts.lastIndex { $0.hasSuffix(Tally.meaningOfErrors) }
    let once = accounts.enumerated().map { index, account in
      index != last && account.hasSuffix(Tally.meaningOfErrors)
        ? String(account.dropLast(Tally.meaningOfErrors.count)) : account
    }
    return ([opening.joined(separator: " ")] + once).joined(separator: "\n")
  }
}

extension RunFigure {
  /// `Contour plot of Ravine, f = …, for x from −3 to 3 …`, then how many paths there are.
  func opening(_ kind: String, showing view: View) -> [String] {
    let axes = surface.axes
    let starts = groups.map { "(\(NumberText.string($0.run.start.x)), \(NumberText.string($0.run.start.y)))" }
    let count = groups.reduce(0) { $0 + $1.runs.count }
    var sentences = [
      """
      \(kind) of \(subject), for \(axes.x) from \
      \(NumberText.string(view.x.lowerBound)) to \(NumberText.string(view.x.upperBound)) and \(axes.y) from \
      \(NumberText.string(view.y.lowerBound)) to \(NumberText.string(view.y.upperBound)).
      """
    ]
    if let first = starts.first {
      let areSame = starts.allSatisfy { $0 == first }
      sentences.append(
        count == 1 ? "One path from \(first)." : "\(count) paths, \(areSame ? "all" : "the first") from \(first).")
    }
    return sentences
  }

  /// The surface and the settings that all runs share: `Ravine, f = …, SGD, constant rate`.
  var subject: String {
    let settings = SettingsLine.items(surface: surface, groups: groups, title: surface.title).joined(separator: ", ")
    // A formula alone is its own title.
    let isNamed = !surface.title.hasPrefix("f = ") || !settings.hasPrefix(surface.title)
    return isNamed ? "\(surface.title), \(settings)" : settings
  }

  var meaningOfFans: [String] {
    groups.contains(where: \.isFan)
      ? ["Thin lines are the runs of single seeds, bold ones the means of those that did not diverge."] : []
  }

  /// A text for each group: what it came to, and what happened on the way; where there is no map nothing about the view.
  func accounts(onMap: Bool = true) -> [String] {
    groups.map { group in
      let account = account(of: group, onMap: onMap)
      return groups.count == 1 ? account : "\(group.label): \(account)"
    }
  }

  private func account(of group: RunGroup, onMap: Bool) -> String {
    if let tally = group.tally { return tally.sentence }
    let assessment = group.runs[0].assessment
    let unseen: Set<Event.Kind> = onMap ? [.rateCut, .restart] : [.rateCut, .restart, .leftView, .returned]
    let events = assessment.events.filter { !unseen.contains($0.kind) }.prefix(4)
    return ([assessment.verdict.sentence] + events.map(\.sentence)).joined(separator: " ")
  }
}

extension PathFigure {
  public var description: String {
    var sentences = opening("Contour plot", showing: view)
    if let ground = stability?.ground { sentences.append("Where \(ground.words) the map is hatched.") }
    sentences += meaningOfFans
    if !panels.isEmpty, StepAxis(for: groups.map(\.run)).countsEpochs {
      sentences.append("The charts beside it count epochs.")
    }
    if let ellipses = noiseEllipses.description(groups) { sentences.append(ellipses) }
    return Caption.paragraphs(sentences, accounts())
  }
}

extension ReliefFigure {
  public var description: String {
    Caption.paragraphs(opening("Relief", showing: view) + meaningOfFans, accounts())
  }
}

extension RangeTestFigure {
  /// What the picture shows and what it comes to, for readers who cannot see it.
  public var description: String {
    let settings = settings(title: surface.title)
    let readings = assessment.readings.map { reading in
      "\(reading.kind.rawValue) at \(NumberText.string(reading.rate)): \(reading.assessment.verdict.sentence)"
    }
    let runs = assessment.test.run.isStochastic ? "\(RangeTest.seedCount) runs at each rate" : "one run at each rate"
    let opening = """
      Learning-rate range test on \(surface.title), \(settings.joined(separator: ", ")): above, the loss of one sweep \
      against the learning rate; below, the loss that \(runs) ends at.
      """
    return Caption.paragraphs([opening] + assessment.sentences, readings)
  }
}
