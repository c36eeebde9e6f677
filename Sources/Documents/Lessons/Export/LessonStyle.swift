/// The style of an exported lesson: system letters, a measure of about 66 characters, light and dark, and paper.
enum LessonStyle {
  static let text = """
    :root { color-scheme: light dark; --ink: #1d2330; --soft: #5a6376; --ground: #fdfdfb; --box: #f1f3f6; --line: #d4d9e1;
      --accent: #0b62a4; --right: #0f6b46; --wrong: #9a3b12; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e3e7ee; --soft: #a3adbd; --ground: #14171d; --box: #1e232c;
      --line: #3a4250; --accent: #7cbcf0; --right: #6fd3a6; --wrong: #f0a277; } }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
    main { max-width: 39rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; overflow-wrap: break-word; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0 1.5rem; }
    h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.75rem 0 .75rem; }
    p, ul, ol, blockquote, pre, .table { margin: 0 0 1rem; }
    li { margin: .2rem 0; }
    a { color: var(--accent); text-underline-offset: .15em; }
    blockquote { border-left: 3px solid var(--accent); padding: .25rem 0 .25rem 1rem; margin-left: 0; font-size: 1.1em; }
    blockquote > :last-child, .question > :last-child, details > :last-child { margin-bottom: 0; }
    code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .88em; }
    pre { background: var(--box); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; line-height: 1.45;
      white-space: pre-wrap; overflow-wrap: anywhere; overflow-x: auto; }
    pre span { white-space: nowrap; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .95em; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); }
    nav { font-size: .94rem; color: var(--soft); }
    figure { margin: 1.5rem 0; }
    figure picture { display: block; overflow-x: auto; }
    @media (max-width: 36rem) { figure img { min-width: 34rem; } }
    figure img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
    figcaption { color: var(--soft); font-size: .94rem; line-height: 1.5; margin-top: .5rem; }
    figcaption p { margin: 0 0 .25rem; }
    @media (min-width: 54rem) { figure { margin-left: -3.5rem; margin-right: -3.5rem; } figcaption { padding: 0 3.5rem; }
      details.curtain > figure { margin-left: -3.5rem; margin-right: -3.5rem; } }
    .question { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 6px; background: var(--box);
      padding: 1rem 1.25rem; margin: 2rem 0; }
    .question pre { background: var(--ground); }
    form { display: none; margin: 0 0 .75rem; }
    .live form { display: block; }
    fieldset { border: 0; margin: 0 0 .75rem; padding: 0; }
    legend { font-size: .94rem; color: var(--soft); padding: 0; margin-bottom: .25rem; }
    fieldset label { display: flex; gap: .6rem; align-items: baseline; padding: .3rem .25rem; cursor: pointer; border-radius: 4px; }
    input[type=text] { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: 4px;
      padding: .3rem .5rem; width: 6.5rem; max-width: 100%; }
    button { font: inherit; color: var(--ground); background: var(--accent); border: 0; border-radius: 4px; padding: .4rem 1.1rem;
      cursor: pointer; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    summary { cursor: pointer; color: var(--accent); padding: .2rem 0; }
    details { margin: .25rem 0; }
    .curtain { margin: 1.5rem 0; }
    .curtain > figure { margin-top: .5rem; }
    .words { font-size: .94rem; }
    .goal { color: var(--soft); }
    .feedback { margin: .75rem 0 0; }
    .feedback:empty { display: none; }
    .feedback.right b { color: var(--right); }
    .feedback.wrong b { color: var(--wrong); }
    .plain-choices { list-style: none; padding: 0; }
    .live .plain-choices { display: none; }
    @media print { body { font-size: 10.5pt; } main { max-width: none; } form, .hint, .words { display: none !important; }
      .live .plain-choices { display: block; } .question, figure { break-inside: avoid; } }
    """
}
