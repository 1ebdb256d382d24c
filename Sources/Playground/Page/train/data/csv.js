// Text to rows of fields: commas, semicolons or tabs between them, quotation marks around them where they need some.

/** A sentence about what is wrong with somebody's file and what to do. */
export class FileProblem extends Error {}

/** The separator of a text: the first of tab, semicolon and comma that its first line has outside of quotes. */
function separatorOf(text) {
  const line = text.trimStart().split(/[\r\n]/, 1)[0].replace(/"[^"]*"/g, "");
  return ["\t", ";", ","].find((separator) => line.includes(separator)) ?? ",";
}

/** Splits a text into rows: {line, fields}; blank lines are left out. */
export function rowsOf(text) {
  const separator = separatorOf(text);
  const rows = [];
  let [place, line] = [text.startsWith("\ufeff") ? 1 : 0, 1];
  while (place < text.length) {
    const row = { line, fields: [] };
    let isQuoted = false;
    for (;;) {
      let field = "";
      while (text[place] === " " || text[place] === "\t" && separator !== "\t") place += 1;
      if (text[place] === "\"") {
        isQuoted = true;
        for (place += 1; ; place += 1) {
          if (place >= text.length) {
            throw new FileProblem(`Line ${row.line}: a quotation mark is opened and never closed. Close it.`);
          }
          if (text[place] === "\"") {
            if (text[place + 1] !== "\"") break;
            place += 1;
          } else if (text[place] === "\n") line += 1;
          field += text[place];
        }
        place += 1;
      }
      const start = place;
      while (place < text.length && ![separator, "\n", "\r"].includes(text[place])) place += 1;
      row.fields.push((field + text.slice(start, place)).trim());
      if (text[place] !== separator) break;
      place += 1;
    }
    if (text[place] === "\r" && text[place + 1] === "\n") place += 1;
    place += 1;
    line += 1;
    if (isQuoted || row.fields.some((field) => field !== "")) rows.push(row);
  }
  return { rows, hasDecimalComma: separator !== "," };
}
