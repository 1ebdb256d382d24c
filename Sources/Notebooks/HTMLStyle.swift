/// How a page looks, in the light and in the dark, on a telephone and on paper.
enum HTMLStyle {
  /// The page's only style sheet.
  static let text = """
    :root {
      --ink: #1f2328; --faint: #59636e; --paper: #ffffff; --panel: #f4f6f8; --edge: #d1d9e0; --link: #0757b8;
      --pass: #0b6b2e; --fail: #b3261e; --open: #7a5200;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e6edf3; --faint: #9aa5b1; --paper: #11151a; --panel: #1b2129; --edge: #38424d; --link: #7db6ff;
        --pass: #57d364; --fail: #ff8a80; --open: #e3b341;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
    body { font: 1rem/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; overflow-wrap: break-word; }
    header, main, footer { max-width: 50rem; margin: 0 auto; min-width: 0; }
    h1, h2, h3, h4 { line-height: 1.25; margin: 2.2em 0 0.6em; }
    h1 { font-size: 2rem; margin-top: 0.5em; }
    h2 { font-size: 1.5rem; border-bottom: 1px solid var(--edge); padding-bottom: 0.25em; }
    h3 { font-size: 1.2rem; }
    h4 { font-size: 1.05rem; }
    section + section { border-top: 4px double var(--edge); margin-top: 4rem; }
    a { color: var(--link); }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    li { margin: 0.25em 0; }
    nav { background: var(--panel); border-radius: 8px; font-size: 0.9rem; max-width: 50rem; margin: 0 auto; padding: 0.5rem 1rem; }
    nav ul { list-style: none; margin: 0; padding: 0; }
    nav ul ul { padding-left: 1rem; }
    nav details { border: 0; margin: 0; padding: 0; }
    nav summary { font-weight: 400; }
    nav a { text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; }
    :not(pre) > code { background: var(--panel); border-radius: 4px; padding: 0.1em 0.3em; }
    pre, .wide { overflow-x: auto; }
    pre { background: var(--panel); border: 1px solid var(--edge); border-radius: 6px; line-height: 1.45; padding: 0.75rem 1rem; tab-size: 4; }
    pre code { font-size: 1em; }
    pre.output { border-style: dashed; background: none; }
    .pass { color: var(--pass); }
    .fail { color: var(--fail); }
    .open { color: var(--open); }
    .label { margin: 1.2em 0 0.4em; }
    .label + pre, .label + .wide { margin-top: 0; }
    blockquote { border-left: 4px solid var(--edge); margin: 1em 0; padding: 0.1em 1em; }
    blockquote p { margin: 0.5em 0; }
    table { border-collapse: collapse; font-size: 0.95em; }
    th, td { border: 1px solid var(--edge); padding: 0.35em 0.7em; text-align: left; vertical-align: top; }
    th { background: var(--panel); }
    td code { white-space: nowrap; }
    figure { margin: 1.5em 0; }
    figcaption { color: var(--faint); font-style: italic; }
    .wide > svg { display: block; height: auto; max-width: max(100%, 30rem); min-width: 30rem; }
    math { font-size: 1.05em; }
    details { border: 1px solid var(--edge); border-radius: 6px; margin: 1em 0; padding: 0.5em 1em; }
    summary { cursor: pointer; font-weight: 600; }
    footer { border-top: 1px solid var(--edge); color: var(--faint); font-size: 0.9rem; margin-top: 3rem; }
    @media (min-width: 75rem) {
      body { display: grid; gap: 0 2.5rem; grid-template-columns: 17rem minmax(0, 1fr); max-width: 84rem; }
      nav { align-self: start; grid-row: 1 / 3; margin: 0; max-height: calc(100vh - 2rem); overflow-y: auto; position: sticky; top: 1rem; }
      header, main, footer { grid-column: 2; margin: 0; width: 100%; }
      main { grid-row: 2; }
      footer { margin-top: 3rem; }
    }
    @media print {
      nav { display: none; }
      pre { white-space: pre-wrap; }
    }
    """
}
