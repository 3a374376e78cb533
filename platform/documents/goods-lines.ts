import type { DocumentFrame, PickLine, PickListData } from './data.ts'
import { grey, mm, type Paper, speaker } from './paper.ts'
import { content, type RequestWords, writeSignatures } from './sheet.ts'
import type { Piece } from './table.ts'

/** Name above, SKU code and specification below. */
export const goodsCell = ({
  name,
  sku,
  specification,
}: Pick<PickLine, 'name' | 'sku' | 'specification'>): readonly Piece[] => [
  { text: name, style: { size: 10, weight: 'bold' } },
  small([sku, specification].filter(Boolean).join(' · ')),
]

export const lotCell = (
  { lot, expiresOn }: Pick<PickLine, 'lot' | 'expiresOn'>,
  t: ReturnType<typeof speaker>,
): readonly Piece[] => [
  ...(lot ? [{ text: lot, style: { size: 9 } }] : []),
  ...(expiresOn ? [small(t('expires', { date: expiresOn.toString() }))] : []),
]

export const requestWords = ({ locale }: DocumentFrame): RequestWords => {
  const t = speaker(locale)
  return { title: t('specialRequests'), more: (count) => t('moreRequests', { count }) }
}

export const small = (text: string): Piece => ({ text, style: { size: 8.5, colour: grey } })

/** Number of lines and pieces in words. */
export function totalOf({
  locale,
  lines,
}: Pick<PickListData, 'locale'> & { readonly lines: readonly { readonly quantity: number }[] }): string {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return speaker(locale)('total', { lines: lines.length, pieces })
}

/** What total and signatures need: the last line stays with them. */
export const closingHeight = 24 * mm

/** Total and signatures. Returns where the content goes on. */
export function writeClosing(
  paper: Paper,
  y: number,
  { total, signatures }: { readonly total: string; readonly signatures: readonly string[] },
): number {
  paper.write(total, { ...content, y: y + 3 * mm }, { size: 12, weight: 'bold', align: 'right' })
  writeSignatures(paper, y + 16 * mm, signatures)
  return y + closingHeight
}
