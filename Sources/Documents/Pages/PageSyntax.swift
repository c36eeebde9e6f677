/// What a page is written in, which says where its comments may stand.
public enum PageSyntax: Sendable {
  case markdown
  case latex
}
