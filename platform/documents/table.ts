import { grey, hairline, ink, mm, type Paper, type Style } from './paper.ts'
import { bottom, content } from './sheet.ts'

/** One piece of text in a cell; a cell may stack several. */
export interface Piece {
  readonly text: string
  readonly style: Style
}

export interface Column<Row> {
  readonly title: string
  /** Share of the table's width. */
  readonly share: number
  readonly align?: 'left' | 'right' | 'center'
  /** Nothing to write means an empty box to tick. */
  readonly cell: ((row: Row, index: number) => readonly Piece[]) | 'tick'
}

const padding = 1.6 * mm
/** A text that would fill a page is cut: the rest of the row must stay on it. */
const tallestPiece = 80 * mm

/** Rows under a head that is repeated on every page; no row is torn apart, and the last leaves room for the closing. Returns where the content goes on. */
export function writeTable<Row>(
  paper: Paper,
  y: number,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  closing = 0,
): number {
  const widths = columns.map(
    ({ share }) => (share / columns.reduce((sum, column) => sum + column.share, 0)) * content.width,
  )
  const lefts = widths.map((_, index) => content.x + widths.slice(0, index).reduce((sum, width) => sum + width, 0))
  let top = writeTableHead(paper, y, columns, { widths, lefts })
  rows.forEach((row, index) => {
    const cells = columns.map(({ cell }) => (cell === 'tick' ? [] : cell(row, index)))
    const height =
      Math.max(8 * mm, ...cells.map((pieces, column) => stackHeight(paper, pieces, widths[column]!))) + 2 * padding
    const below = index === rows.length - 1 ? closing : 0
    if (top + height + below > bottom) {
      paper.addPage()
      top = writeTableHead(paper, content.y, columns, { widths, lefts })
    }
    columns.forEach((column, at) => {
      const box = { x: lefts[at]! + padding, y: top + padding, width: widths[at]! - 2 * padding }
      if (column.cell === 'tick') drawTick(paper, { ...box, height: height - 2 * padding })
      else writeStack(paper, cells[at]!, box, column.align)
    })
    top += height
    paper.line([content.x, top], [content.x + content.width, top], hairline, 0.5)
  })
  return top
}

interface Layout {
  readonly widths: readonly number[]
  readonly lefts: readonly number[]
}

function writeTableHead<Row>(
  paper: Paper,
  y: number,
  columns: readonly Column<Row>[],
  { widths, lefts }: Layout,
): number {
  columns.forEach(({ title, align }, index) => {
    const box = { x: lefts[index]! + padding, y: y + 1 * mm, width: widths[index]! - 2 * padding }
    paper.write(title, box, { size: 8, weight: 'bold', colour: grey, align: align ?? 'left' })
  })
  const below = y + 6.2 * mm
  paper.line([content.x, below], [content.x + content.width, below], ink, 1)
  return below
}

const limited = (style: Style): Style => ({ height: tallestPiece, ...style })

const stackHeight = (paper: Paper, pieces: readonly Piece[], width: number): number =>
  pieces.reduce((sum, { text, style }) => sum + paper.heightOf(text, { width: width - 2 * padding }, limited(style)), 0)

function writeStack(
  paper: Paper,
  pieces: readonly Piece[],
  box: { x: number; y: number; width: number },
  align: Style['align'],
): void {
  let y = box.y
  for (const { text, style } of pieces) y += paper.write(text, { ...box, y }, { align, ...limited(style) })
}

function drawTick(
  paper: Paper,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const side = 5 * mm
  paper.pdf
    .rect(x + (width - side) / 2, y + (height - side) / 2, side, side)
    .lineWidth(0.8)
    .strokeColor(ink)
    .stroke()
}
