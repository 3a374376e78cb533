import PDFDocument from 'pdfkit'
import { type Locale, say } from '#kernel/text'
import type { DocumentFrame } from './data.ts'
import { legible, openFont, type Weight } from './fonts.ts'
import { documentTexts } from './text.ts'

/** One millimetre in the points PDF counts in. */
export const mm = 72 / 25.4

export const ink = '#1d1d1f'
export const grey = '#6b645b'
export const hairline = '#c9c2b8'
export const cinnabar = '#c8372d'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface Style {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
  readonly align?: 'left' | 'center' | 'right'
  /** Cut with an ellipsis below this height. */
  readonly height?: number
  readonly spacing?: number
}

export type Paper = ReturnType<typeof openPaper>

/** A PDF being written: texts in our font, in points from the top left. */
export function openPaper(title: string, frame: DocumentFrame, size: readonly [number, number]) {
  const pdf = new PDFDocument({
    size: [...size],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: frame.locale === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: { Title: title, Author: frame.company.name, CreationDate: new Date(frame.printedAt.epochMilliseconds) },
  })
  pdf.registerFont('regular', openFont('regular'))
  pdf.registerFont('bold', openFont('bold'))
  const chunks: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject)
  })

  const set = ({ size: points, weight = 'regular', colour = ink }: Style) =>
    pdf.font(weight).fontSize(points).fillColor(colour)
  const options = (box: Pick<Box, 'width'>, { align, height, spacing }: Style) => ({
    width: box.width,
    align: align ?? 'left',
    lineGap: 0,
    ...(height === undefined ? {} : { height, ellipsis: true }),
    ...(spacing === undefined ? {} : { characterSpacing: spacing }),
  })

  return {
    pdf,
    width: size[0],
    height: size[1],
    addPage: () => {
      pdf.addPage()
    },
    /** Writes and returns the height used. */
    write: (text: string, box: Box, style: Style): number => {
      const shown = legible(text)
      const height = Math.min(
        set(style).heightOfString(shown, options(box, { ...style, height: undefined })),
        style.height ?? Infinity,
      )
      pdf.text(shown, box.x, box.y, options(box, style))
      return height
    },
    heightOf: (text: string, box: Pick<Box, 'width'>, style: Style): number => {
      const height = set(style).heightOfString(legible(text), options(box, { ...style, height: undefined }))
      return Math.min(height, style.height ?? Infinity)
    },
    widthOf: (text: string, style: Style): number => set(style).widthOfString(legible(text)),
    line: (from: readonly [number, number], to: readonly [number, number], colour = ink, thickness = 0.7) => {
      pdf
        .moveTo(...from)
        .lineTo(...to)
        .lineWidth(thickness)
        .strokeColor(colour)
        .stroke()
    },
    finish: (): Promise<Buffer> => {
      pdf.end()
      return finished
    },
  }
}

interface Fitting extends Omit<Style, 'size' | 'height'> {
  /** Letter sizes to try, the largest first. */
  readonly sizes: readonly number[]
}

/** The largest of the sizes at which the text fits into the box; at the smallest it is cut. Returns the height used. */
export function writeFitting(
  paper: Paper,
  text: string,
  box: Box & { readonly height: number },
  { sizes, ...style }: Fitting,
): number {
  const size =
    sizes.find((points) => paper.heightOf(text, box, { ...style, size: points }) <= box.height) ?? sizes.at(-1)!
  return paper.write(text, box, { ...style, size, height: box.height + 0.5 })
}

/** One line at the largest of the sizes at which it is not too wide; at the smallest it is cut. Returns the height used. */
export function writeLine(paper: Paper, text: string, box: Box, { sizes, ...style }: Fitting): number {
  const size = sizes.find((points) => paper.widthOf(text, { ...style, size: points }) <= box.width) ?? sizes.at(-1)!
  const height = paper.heightOf('0', box, { ...style, size })
  return paper.write(text, box, { ...style, size, height: height + 0.5 })
}

/** Texts of the catalogue in the document's language. */
export const speaker =
  (locale: Locale) =>
  (key: keyof typeof documentTexts, values?: Readonly<Record<string, unknown>>): string =>
    say(documentTexts, locale, key, values)

/** 2026-11-22 17:05 in the document's zone. */
export const timeOf = (instant: Temporal.Instant, { timeZone }: DocumentFrame): string =>
  instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

/** Batch printing: one document or many go into one PDF. @throws Error when there is none */
export function batchOf<Data>(data: Data | readonly Data[]): readonly [Data, ...Data[]] {
  const [first, ...more] = Array.isArray(data) ? (data as readonly Data[]) : [data as Data]
  if (first === undefined) throw new Error('nothing to print')
  return [first, ...more]
}
