import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

export type Weight = 'regular' | 'bold'

/** A font file parsed once; what pdfkit's own reader makes of it. */
interface OpenFont {
  hasGlyphForCodePoint(codePoint: number): boolean
}

const files: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

const opened = new Map<Weight, OpenFont>()

/**
 * Noto Sans SC, read at the first document and kept: parsing 10 MB again for each label would cost more than the label.
 * pdfkit takes an opened font as well as a file, but hands one out only through a document's private field.
 */
export function openFont(weight: Weight): OpenFont & Buffer {
  let font = opened.get(weight)
  if (!font) {
    const file = createRequire(import.meta.url).resolve(files[weight])
    const reader = new PDFDocument({ autoFirstPage: false }).font(readFileSync(file)) as unknown as {
      _font: { font: OpenFont }
    }
    font = reader._font.font
    opened.set(weight, font)
  }
  return font as OpenFont & Buffer
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** Steers how neighbours look and prints nothing itself. */
const invisible = /\p{Cf}|\p{Mn}/u
/** The font draws them alike with one glyph, and whichever a process printed first would be what a reader copies out. */
const dots = /[•‧∙⋅]/g
/** Everyday text: no need to look further. */
const plain = /^[\x20-\x7E\u4E00-\u9FA5\u3000-\u3011\uFF01-\uFF5E·—“”‘’…×]*$/

/** The text with an open box for every character the font cannot show (emoji, rare ideographs), so that a gap is seen, not guessed. */
export function legible(text: string): string {
  if (plain.test(text)) return text
  return text.normalize('NFC').replaceAll(dots, '·').split('\n').map(legibleLine).join('\n')
}

function legibleLine(line: string): string {
  const clean = line.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '')
  return Array.from(graphemes.segment(clean), ({ segment }) => shown(segment)).join('')
}

function shown(grapheme: string): string {
  const font = openFont('regular')
  const letters = [...grapheme].filter((letter) => !invisible.test(letter))
  return letters.every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0)!)) ? letters.join('') : '□'
}
