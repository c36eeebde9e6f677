/// What the manual page says beside what the verbs say themselves.
enum ManualText {
  static let description = [
    """
    Name a loss surface, or type a formula in x and y; stochastic gradient descent walks over it under a learning-rate \
    schedule; descent draws the walk and says, in words and numbers, what happened and why.
    """,
    """
    Data go to standard output, messages to standard error. -o FILE writes the picture; without it the picture appears in \
    the terminal, and no file is written. Every verb that computes takes --json. --formula TEXT stands for SURFACE in every \
    verb.
    """,
    """
    Numbers are written as in formulas (.1, 1e-3, 2/101), and any value may begin with a minus sign. Where one number is \
    meant, run and compare take a comma list and make one run for each.
    """,
  ]

  static let schedules = """
    Behind --schedule, and as arguments of descent schedule, stands NAME or NAME:KEY=VALUE,KEY=VALUE, with lists as in \
    milestones=5/12/30. Rate t is that of update t, from 0; T is the number of updates, \u{3B5}\u{2080} the learning rate. In \
    parentheses stands what a key is when it is left out.
    """

  static let optimizers = """
    Behind --optimizer stands NAME or NAME:KEY=VALUE,KEY=VALUE. In parentheses stands what a key is when it is left out.
    """

  /// What each exit code says.
  static let exitCodes =
    [("0", "Done.")] + Failure.Code.allCases.map { (String($0.rawValue), meaning(of: $0)) }
    + [("130", "Interrupted.")]

  private static func meaning(of code: Failure.Code) -> String {
    switch code {
    case .no: "The answer is no: --check found something that is not current, a claim or a lesson failed."
    case .usage: "The command line is wrong."
    case .data: "A file or a formula is wrong."
    case .missing: "An input does not exist."
    case .noTerminal: "It needs a terminal."
    case .bug: "A bug of descent."
    case .cannotCreate: "An output cannot be created."
    case .interrupted: "Reading or writing failed midway."
    }
  }

  static let environment = [
    (
      "DESCENT_GRAPHICS",
      """
      How a terminal shows pictures: auto, kitty, iterm, sixel, blocks, text or none. --graphics goes before it. Without either \
      the terminal's own variables decide (TERM, TERM_PROGRAM, LC_TERMINAL, KITTY_WINDOW_ID, GHOSTTY_RESOURCES_DIR, \
      ITERM_SESSION_ID, WEZTERM_PANE; TMUX, STY and ZELLIJ tell of a multiplexer); `descent doctor` says which did.
      """
    ),
    ("DESCENT_PROGRESS", "The file that keeps the progress of lessons. --progress goes before it."),
    (
      "XDG_STATE_HOME",
      "The folder of descent/progress.json when neither says where it is; else HOME with .local/state."
    ),
    (
      "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE",
      "Whether a terminal's output has colour, asked in this order. --color goes before them. TERM=dumb has none."
    ),
    ("COLORTERM", "truecolor or 24bit: colours of 24 bits; else 256 of them."),
    ("COLORFGBG", "Whether the terminal's background is dark."),
    ("COLUMNS, LINES", "The size of a terminal that does not tell it."),
    ("LC_ALL, LC_CTYPE, LANG", "Whether the terminal shows UTF-8: the first that is not empty."),
  ]

  static let files = [
    ("~/.local/state/descent/progress.json", "The progress of lessons, unless the environment says otherwise."),
    ("descent.yaml", "Defaults for the figures of the documents below its folder; see `descent schema defaults`."),
    (
      "SURFACE.yaml, RECIPE.yaml",
      "A surface, one picture. `descent schema` prints a JSON Schema of each, with which an editor completes and checks it."
    ),
  ]

  static let seeAlso = [
    "The verbs explain themselves: descent VERB --help. The course is in the binary: descent lesson.",
    "The manual with its articles on figures, surfaces, schedules and verdicts is in the sources, in Sources/Documents/Documents.docc.",
  ]
}
