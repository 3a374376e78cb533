/** A cell by its place among the rows and columns that are shown. */
export interface At {
  readonly row: number
  readonly col: number
}

/** What is chosen: from where somebody began to where they are. */
export interface Range {
  readonly anchor: At
  readonly head: At
}

interface Span {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const spanOf = ({ anchor, head }: Range): Span => ({
  top: Math.min(anchor.row, head.row),
  bottom: Math.max(anchor.row, head.row),
  left: Math.min(anchor.col, head.col),
  right: Math.max(anchor.col, head.col),
})

export const isWithin = ({ top, bottom, left, right }: Span, { row, col }: At): boolean =>
  row >= top && row <= bottom && col >= left && col <= right

/** The numbers from one to another, both counted. */
export const through = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** How far the grid reaches, and how many rows a screen of it shows. */
export interface Extent {
  readonly rows: number
  readonly cols: number
  readonly page: number
}

/** Where a key leads, as in a spreadsheet; undefined for keys that lead nowhere. */
export function stepOf(key: string, isFar: boolean, { row, col }: At, { rows, cols, page }: Extent): At | undefined {
  const [last, end] = [rows - 1, cols - 1]
  const steps: Readonly<Record<string, At>> = {
    ArrowUp: { row: isFar ? 0 : row - 1, col },
    ArrowDown: { row: isFar ? last : row + 1, col },
    ArrowLeft: { row, col: isFar ? 0 : col - 1 },
    ArrowRight: { row, col: isFar ? end : col + 1 },
    Home: { row: isFar ? 0 : row, col: 0 },
    End: { row: isFar ? last : row, col: end },
    PageUp: { row: row - page, col },
    PageDown: { row: row + page, col },
  }
  const step = steps[key]
  return step && { row: between(step.row, last), col: between(step.col, end) }
}

const between = (at: number, most: number): number => Math.min(Math.max(at, 0), Math.max(most, 0))

/** The next cell by Tab, row after row; the last one stays. */
export function tabbed({ row, col }: At, isBack: boolean, { rows, cols }: Extent): At {
  const at = between(row * cols + col + (isBack ? -1 : 1), rows * cols - 1)
  return { row: Math.floor(at / cols), col: at % cols }
}

/** What goes where when a block is pasted: one cell fills all that is chosen, a block goes down and right from its corner and repeats where the chosen place holds it several times. */
export function pasted(block: readonly (readonly string[])[], span: Span, { rows, cols }: Extent) {
  const [height, width] = [block.length, Math.max(...block.map((line) => line.length))]
  const [tall, wide] = [span.bottom - span.top + 1, span.right - span.left + 1]
  const down = tall % height === 0 ? tall : height
  const across = wide % width === 0 ? wide : width
  const cells = through(0, down - 1).flatMap((y) =>
    through(0, across - 1).map((x) => ({
      at: { row: span.top + y, col: span.left + x },
      text: block[y % height]![x % width] ?? '',
    })),
  )
  return cells.filter(({ at }) => at.row < rows && at.col < cols)
}
