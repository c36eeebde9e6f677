import LossSurfaces
import SurfaceCatalog
import Testing

/// Texts that are not YAML, or not the YAML that we read, each with its whole message.
@Suite struct YAMLSyntaxErrorTests {
  @Test(arguments: table) func refuses(bad: BadText) {
    let error = #expect(throws: InputError.self) { try YAMLNode.parse(bad.text, file: "own.yaml").mapping() }
    #expect(error?.description == bad.message)
    #expect(error?.kind == .data)
  }

  private static let table: [BadText] = [
    BadText(
      "nothing",
      "",
      """
      own.yaml:1:1: there is nothing in it
          
          ^
      """),
    BadText(
      "only a comment",
      "# nothing",
      """
      own.yaml:1:1: there is nothing in it
          # nothing
          ^
      """),
    BadText(
      "a text that goes on, and a colon in it",
      "alt: A bowl\n  from: above",
      """
      own.yaml:2:7: a colon that cannot stand here
            from: above
                ^
      Write keys as 'key: value', all of a mapping indented alike, and a text with a colon and a space in quotes.
      """),
    BadText(
      "text behind a quoted text",
      "alt: \"A path\" that zigzags",
      """
      own.yaml:1:15: text stands behind the closing quote
          alt: "A path" that zigzags
                        ^
      Put the whole text in quotes, with \\" for a quote within it, or none of it.
      """),
    BadText(
      "a duplicate key",
      """
      steps: 1
      formula: x
      steps: 2
      """,
      """
      own.yaml:3:1: the key 'steps' stands twice in one mapping
          steps: 2
          ^
      Keep one of them.
      """),
    BadText(
      "a duplicate key on one line",
      "view: {x: 1, x: 2}",
      """
      own.yaml:1:8: the key 'x' stands twice in one mapping
          view: {x: 1, x: 2}
                 ^
      Keep one of them.
      """),
    BadText(
      "a duplicate key within",
      """
      view:
        x: 1
        y: 2
        x: 3
      """,
      """
      own.yaml:4:3: the key 'x' stands twice in one mapping
            x: 3
            ^
      Keep one of them.
      """),
    BadText(
      "a key that begins with the letters of another",
      """
      a: 1
      alpha: 2
      a: 3
      """,
      """
      own.yaml:3:1: the key 'a' stands twice in one mapping
          a: 3
          ^
      Keep one of them.
      """),
    BadText(
      "a duplicate key in quotes",
      """
      steps: 1
      "steps": 2
      """,
      """
      own.yaml:1:1: the key 'steps' stands twice in one mapping
          steps: 1
          ^
      Keep one of them.
      """),
    BadText(
      "a tab in the indentation",
      "view:\n\tx: 1",
      """
      own.yaml:2:1: a tab in the indentation
           x: 1
          ^
      Indent with spaces.
      """),
    BadText(
      "a colon too many",
      "about: One: two",
      """
      own.yaml:1:11: a colon that cannot stand here
          about: One: two
                    ^
      Write keys as 'key: value', all of a mapping indented alike, and a text with a colon and a space in quotes.
      """),
    BadText(
      "a missing colon",
      """
      steps 4
      start: [1, 2]
      """,
      """
      own.yaml:1:1: a key without a value
          steps 4
          ^
      Write key: value, with a colon and a space.
      """),
    BadText(
      "a list without end",
      """
      start: [1, 2
      steps: 4
      """,
      """
      own.yaml:1:8: a list that does not end
          start: [1, 2
                 ^
      Separate the items by commas and add the closing ].
      """),
    BadText(
      "a mapping without end",
      """
      view: {x: 1
      steps: 4
      """,
      """
      own.yaml:1:7: a mapping that does not end
          view: {x: 1
                ^
      Separate the entries by commas and add the closing }.
      """),
    BadText(
      "quotes without end",
      """
      title: "T
      steps: 4
      """,
      """
      own.yaml:1:8: a quoted text that does not end
          title: "T
                 ^
      Add the closing quote.
      """),
    BadText(
      "an indented key",
      """
      formula: x
        steps: 4
      """,
      """
      own.yaml:2:8: a colon that cannot stand here
            steps: 4
                 ^
      Write keys as 'key: value', all of a mapping indented alike, and a text with a colon and a space in quotes.
      """),
    BadText(
      "a key indented less",
      """
        formula: x
      steps: 4
      """,
      """
      own.yaml:2:1: what stands here does not belong to what stands above
          steps: 4
          ^
      Indent the keys of one mapping alike.
      """),
    BadText(
      "an item after a key",
      "steps: - 4",
      """
      own.yaml:1:8: a list item that cannot stand here
          steps: - 4
                 ^
      Begin the list on a line of its own.
      """),
    BadText(
      "an item among keys",
      """
      steps: 4
      - 5
      """,
      """
      own.yaml:2:1: a key is expected here
          - 5
          ^
      Indent the keys of one mapping alike.
      """),
    BadText(
      "a key among items",
      """
      view:
        - 4
        x: 5
      """,
      """
      own.yaml:3:3: a list item is expected here
            x: 5
            ^
      Begin it with '- ' below the others.
      """),
    BadText(
      "a reserved character",
      "formula: @x",
      """
      own.yaml:1:10: a value cannot begin with '@'
          formula: @x
                   ^
      Put it in quotes.
      """),
    BadText(
      "an asterisk in front",
      "formula: *x",
      """
      own.yaml:1:10: no anchor of that name stands before this alias
          formula: *x
                   ^
      Put a text that begins with an asterisk in quotes.
      """),
    BadText(
      "an asterisk alone",
      "formula: * x",
      """
      own.yaml:1:11: an anchor or alias without a name
          formula: * x
                    ^
      Put a text that begins with & or * in quotes.
      """),
    BadText(
      "an alias before its anchor",
      """
      title: &a T
      about: *b
      source: &b S
      """,
      """
      own.yaml:2:8: no anchor '&b' stands before this alias
          about: *b
                 ^
      Put a text that begins with an asterisk in quotes.
      """),
    BadText(
      "an unknown escape",
      #"title: "a\qb""#,
      #"""
      own.yaml:1:10: an unknown escape
          title: "a\qb"
                   ^
      Write \\ for a backslash, or use single quotes.
      """#),
    BadText(
      "a control character",
      "title: a\nformula: x\u{7} + y",
      """
      own.yaml:2:11: the character U+0007 is not allowed
          formula: x  + y
                    ^
      Remove it.
      """),
    BadText(
      "two documents",
      """
      steps: 4
      ---
      steps: 5
      """,
      """
      own.yaml:2:1: a second document begins here
          ---
          ^
      Keep one document in each file.
      """),
    BadText(
      "a tag",
      "steps: !!int 4",
      """
      own.yaml:1:8: the tag 'tag:yaml.org,2002:int' has no meaning here
          steps: !!int 4
                 ^
      Leave it out.
      """),
    BadText(
      "a key that is a list",
      "[a, b]: 1",
      """
      own.yaml:1:1: the key needs a text, got a list of 2 items
          [a, b]: 1
          ^
      """),
  ]
}
