import { inflateSync } from 'node:zlib'

export interface PdfPage {
  /** What the page says, in the order it was written, a line break between pieces. */
  readonly text: string
  /** Filled and framed rectangles in points, from the top left: x, y, width, height. */
  readonly rectangles: readonly (readonly [number, number, number, number])[]
}

/** Reads a PDF as our writer makes it: texts by the fonts' own tables, so what is read is what a reader would copy. */
export function readPdf(pdf: Buffer): readonly PdfPage[] {
  const objects = objectsOf(pdf.toString('latin1'))
  const kids =
    /\/Type \/Pages[\s\S]*?\/Kids \[([^\]]*)\]/.exec(
      [...objects.values()].find((body) => body.includes('/Type /Pages')) ?? '',
    )?.[1] ?? ''
  return references(kids).map((id) => readPage(objects, objects.get(id) ?? ''))
}

function readPage(objects: ReadonlyMap<string, string>, page: string): PdfPage {
  const content = streamOf(objects.get(reference(page, 'Contents')) ?? '')
  const resources = objects.get(reference(page, 'Resources')) ?? ''
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
      name!,
      lettersOf(objects, objects.get(id!) ?? ''),
    ]),
  )
  let letters: ReadonlyMap<string, string> = new Map()
  const pieces: string[] = []
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d.\s])*)\] TJ/g)) {
    if (font) letters = fonts.get(font) ?? new Map()
    else
      pieces.push(
        glyphsOf(shown ?? '')
          .map((glyph) => letters.get(glyph) ?? '\uFFFD')
          .join(''),
      )
  }
  const rectangles = [...content.matchAll(/([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re/g)].map(
    (found) => found.slice(1).map(Number) as [number, number, number, number],
  )
  return { text: pieces.join('\n'), rectangles }
}

function objectsOf(text: string): Map<string, string> {
  return new Map(
    text.split(/(?=^\d+ 0 obj$)/m).flatMap((part) => {
      const id = /^(\d+) 0 obj/.exec(part)?.[1]
      return id ? [[id, part] as const] : []
    }),
  )
}

function streamOf(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length
  const length = Number(/\/Length (\d+)/.exec(body)?.[1])
  return inflateSync(Buffer.from(body.slice(start, start + length), 'latin1')).toString('latin1')
}

/** Glyph → letters, from a font's ToUnicode table. */
function lettersOf(objects: ReadonlyMap<string, string>, font: string): Map<string, string> {
  const table = streamOf(objects.get(reference(font, 'ToUnicode')) ?? '')
  const letters = new Map<string, string>()
  for (const [, from, list] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(from!, 16)
    ;[...list!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, code], index) => {
      letters.set(
        (first + index).toString(16).padStart(4, '0'),
        Buffer.from(code!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      )
    })
  }
  return letters
}

const glyphsOf = (shown: string): string[] =>
  [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
const reference = (body: string, key: string): string => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? ''
const references = (list: string): string[] => [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => id!)
