import { drawCode128 } from './barcode.ts'
import type { DocumentFrame } from './data.ts'
import { type Box, cinnabar, grey, hairline, ink, mm, openPaper, type Paper, speaker, timeOf } from './paper.ts'

/** A4 upright with the margins of office printers. */
export const a4 = [210 * mm, 297 * mm] as const
const margin = 14 * mm
const foot = a4[1] - 16 * mm
export const content: Box = { x: margin, y: 12 * mm, width: a4[0] - 2 * margin }

/** Bottom of what may be written on a page. */
export const bottom = foot - 4 * mm

/** A4 documents one after another in one PDF, each with its own page numbers. `draw` begins on a fresh page. */
export function printSheets<Data extends DocumentFrame & { readonly number: string }>(
  title: string,
  documents: readonly [Data, ...Data[]],
  draw: (paper: Paper, data: Data) => void,
): Promise<Buffer> {
  const paper = openPaper(title, documents[0], a4)
  for (const data of documents) {
    const first = paper.pdf.bufferedPageRange().count
    paper.addPage()
    draw(paper, data)
    writeFeet(paper, data, first)
  }
  return paper.finish()
}

function writeFeet(paper: Paper, data: DocumentFrame & { readonly number: string }, first: number): void {
  const t = speaker(data.locale)
  const pages = paper.pdf.bufferedPageRange().count - first
  const printedAt = t('printedAt', { time: timeOf(data.printedAt, data), zone: data.timeZone })
  const printed = data.printedBy ? `${printedAt} · ${t('printedBy', { name: data.printedBy })}` : printedAt
  for (let page = 0; page < pages; page++) {
    paper.pdf.switchToPage(first + page)
    paper.line([margin, foot], [a4[0] - margin, foot], hairline, 0.5)
    const box = { x: margin, y: foot + 1.5 * mm, width: content.width }
    paper.write(printed, box, { size: 7.5, colour: grey })
    paper.write(`${data.number} · ${t('page', { page: page + 1, pages })}`, box, {
      size: 7.5,
      colour: grey,
      align: 'right',
    })
  }
}

/** Company on the left, the number as barcode on the right, the title beneath. Returns where the content goes on. */
export function writeHead(paper: Paper, data: DocumentFrame & { readonly number: string }, title: string): number {
  const { x, y, width } = content
  const barcode = { x: x + width - 66 * mm, y, width: 66 * mm, height: 12 * mm }
  drawCode128(paper, data.number, barcode)
  paper.write(
    data.number,
    { x: barcode.x, y: y + 12.8 * mm, width: barcode.width },
    { size: 9, weight: 'bold', align: 'center', spacing: 0.6 },
  )
  const left = width - 70 * mm
  const named = paper.write(data.company.name, { x, y, width: left }, { size: 10.5, weight: 'bold', height: 11 * mm })
  const reach = [data.company.address, data.company.phone].filter(Boolean).join(' · ')
  if (reach) paper.write(reach, { x, y: y + named, width: left }, { size: 8, colour: grey, height: 8 * mm })
  const below = y + 19 * mm
  paper.write(title, { x, y: below, width }, { size: 22, weight: 'bold' })
  paper.pdf.rect(x, below + 12.2 * mm - 1, 14 * mm, 2.4).fill(cinnabar)
  paper.line([x + 14 * mm, below + 12.2 * mm + 0.5], [x + width, below + 12.2 * mm + 0.5], ink, 0.5)
  return below + 15 * mm
}

/** Label, value, and whether it takes the whole width. */
export type Fact = readonly [string, string | undefined, 'wide'?]

/** Facts in two columns, label above value; empty ones are left out. Returns where the content goes on. */
export function writeFacts(paper: Paper, y: number, facts: readonly Fact[]): number {
  const gap = 8 * mm
  const half = (content.width - gap) / 2
  let [top, column, tallest] = [y, 0, 0]
  for (const [label, value, wide] of facts) {
    if (!value) continue
    if (column === 2 || (wide && column > 0)) [top, column, tallest] = [top + tallest, 0, 0]
    const box = { x: content.x + column * (half + gap), y: top, width: wide ? content.width : half }
    paper.write(label, box, { size: 7.5, colour: grey })
    const height = paper.write(value, { ...box, y: top + 3.6 * mm }, { size: 10, height: 20 * mm })
    tallest = Math.max(tallest, height + 5.8 * mm)
    column = wide ? 2 : column + 1
  }
  return top + tallest + 1.5 * mm
}

/** More would leave no room for the goods. */
const mostRequests = 8

export interface RequestWords {
  readonly title: string
  /** Says that there are more than the paper has room for. */
  readonly more: (count: number) => string
}

/** What must not be overlooked stands in a frame of its own. Returns where the content goes on. */
export function writeRequests(
  paper: Paper,
  y: number,
  { title, more }: RequestWords,
  requests: readonly string[] | undefined,
): number {
  if (!requests?.length) return y
  const inner = { x: content.x + 5 * mm, width: content.width - 9 * mm }
  const style = { size: 10, weight: 'bold', height: 20 * mm } as const
  const lines = requests.slice(0, mostRequests).map((request) => `– ${request}`)
  if (requests.length > mostRequests) lines.push(more(requests.length - mostRequests))
  const height = lines.reduce((sum, line) => sum + paper.heightOf(line, inner, style), 0) + 9 * mm
  paper.pdf.rect(content.x, y, content.width, height).lineWidth(0.9).strokeColor(cinnabar).stroke()
  paper.pdf.rect(content.x, y, 1.6 * mm, height).fill(cinnabar)
  paper.write(title, { x: inner.x, y: y + 2 * mm, width: inner.width }, { size: 8, weight: 'bold', colour: cinnabar })
  let top = y + 6.4 * mm
  for (const line of lines) top += paper.write(line, { ...inner, y: top }, style)
  return y + height + 4 * mm
}

/** Lines to sign on, side by side. */
export function writeSignatures(paper: Paper, y: number, labels: readonly string[]): void {
  const width = content.width / labels.length
  labels.forEach((label, index) => {
    const x = content.x + index * width
    const written = paper.widthOf(label, { size: 9 })
    paper.write(label, { x, y, width }, { size: 9, colour: grey })
    paper.line([x + written + 2 * mm, y + 4.6 * mm], [x + width - 5 * mm, y + 4.6 * mm], ink, 0.5)
  })
}
