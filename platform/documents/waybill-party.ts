import type { Party } from './data.ts'
import type { Weight } from './fonts.ts'
import { ink, mm, type Paper, writeFitting, writeLine } from './paper.ts'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface PartyLook {
  readonly mark: string
  readonly isFilled: boolean
  readonly radius: number
  readonly nameSizes: readonly number[]
  readonly addressSizes: readonly number[]
  readonly addressWeight: Weight
}

/** The courier looks for the recipient: white on black, large. A long address is written small rather than cut. */
export const recipientLook = (mark: string): PartyLook => ({
  mark,
  isFilled: true,
  radius: 4.6 * mm,
  nameSizes: [15, 14, 13, 12, 11, 10, 9],
  addressSizes: [13, 12, 11, 10, 9, 8, 7, 6.5, 6, 5.5, 5],
  addressWeight: 'bold',
})
export const senderLook = (mark: string): PartyLook => ({
  mark,
  isFilled: false,
  radius: 3.6 * mm,
  nameSizes: [10, 9, 8, 7],
  addressSizes: [9, 8, 7, 6, 5.5, 5],
  addressWeight: 'regular',
})

/** Who sends or gets the parcel: mark, name, phone, address. */
export function drawParty(
  paper: Paper,
  { name, phone, address }: Party,
  { x, y, width, height }: Area,
  look: PartyLook,
): void {
  drawMark(paper, look, { x: x + 2 * mm, y: y + 2.4 * mm })
  const left = x + 4 * mm + look.radius * 2
  const box = { x: left, y: y + 2 * mm, width: x + width - 2 * mm - left }
  const fitsOneLine = paper.widthOf(`${name}  ${phone}`, { size: look.nameSizes.at(-1)!, weight: 'bold' }) <= box.width
  const lines = fitsOneLine ? [`${name}  ${phone}`] : [name, phone]
  let top = box.y
  for (const line of lines)
    top += writeLine(
      paper,
      line,
      { ...box, y: top },
      { sizes: look.nameSizes.slice(lines.length > 1 ? -3 : 0), weight: 'bold' },
    )
  const rest = { ...box, y: top + 0.6 * mm, height: y + height - 1.6 * mm - top }
  writeFitting(paper, address, rest, { sizes: look.addressSizes, weight: look.addressWeight })
}

/** 收 or 寄 in a circle. */
function drawMark(paper: Paper, { mark, isFilled, radius }: PartyLook, { x, y }: { x: number; y: number }): void {
  const circle = paper.pdf.circle(x + radius, y + radius, radius)
  if (isFilled) circle.fill(ink)
  else circle.lineWidth(0.9).strokeColor(ink).stroke()
  const style = { size: radius * 1.08, weight: 'bold', colour: isFilled ? '#ffffff' : ink, align: 'center' } as const
  const tall = paper.heightOf(mark, { width: radius * 2 }, style)
  paper.write(mark, { x, y: y + radius - tall / 2, width: radius * 2 }, style)
}
