/** Cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes around what holds either. */
export function toSheetText(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

/** What a spreadsheet put on the clipboard, row by row. A quote inside a cell that does not begin with one is a quote. */
export function fromSheetText(text: string): string[][] {
  const rows: string[][] = [[]]
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const whole = plain.endsWith('\n') ? plain.slice(0, -1) : plain
  for (let at = 0; at <= whole.length; ) {
    const { cell, end } = whole[at] === '"' ? quotedCell(whole, at) : plainCell(whole, at)
    rows.at(-1)!.push(cell)
    if (whole[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

interface Read {
  readonly cell: string
  /** Where the tab, the line's or the text's end stands behind it. */
  readonly end: number
}

function plainCell(text: string, from: number): Read {
  const found = text.slice(from).search(/[\t\n]/)
  const end = found < 0 ? text.length : from + found
  return { cell: text.slice(from, end), end }
}

/** One that nobody closed is what it says. */
function quotedCell(text: string, from: number): Read {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(from))
  if (!match) return plainCell(text, from)
  return { cell: match[1]!.replaceAll('""', '"'), end: from + match[0].length }
}
