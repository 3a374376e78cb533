import { decimalText } from '#kernel/money'
import { drawCode128 } from './barcode.ts'
import type { WaybillData } from './data.ts'
import { batchOf, ink, mm, openPaper, type Paper, speaker, timeOf, writeFitting, writeLine } from './paper.ts'
import { type Area, drawParty, recipientLook, senderLook } from './waybill-party.ts'

/** Heights of a label's bands from top to bottom, in millimetres. */
interface Bands {
  readonly size: readonly [number, number]
  readonly head: number
  readonly sorting: number
  readonly barcode: number
  readonly recipient: number
  readonly sender: number
  readonly goods: number
  /** Largest letters of the sorting code, in points. */
  readonly sortingPoints: number
}

const sizes: Readonly<Record<NonNullable<WaybillData['size']>, Bands>> = {
  '100x180': {
    size: [100, 180],
    head: 13,
    sorting: 22,
    barcode: 30,
    recipient: 34,
    sender: 20,
    goods: 26,
    sortingPoints: 44,
  },
  '76x130': {
    size: [76, 130],
    head: 10,
    sorting: 15,
    barcode: 22,
    recipient: 26,
    sender: 15,
    goods: 22,
    sortingPoints: 31,
  },
}

const edge = 3 * mm

/** Parcel labels for a thermal printer, one page each: black only, the sorting code large, the waybill number as Code 128. */
export function waybillPdf(data: WaybillData | readonly WaybillData[]): Promise<Buffer> {
  const labels = batchOf(data)
  const { size } = bandsOf(labels[0])
  const paper = openPaper(speaker(labels[0].locale)('waybill.title'), labels[0], [size[0] * mm, size[1] * mm])
  for (const label of labels) {
    const [width, height] = bandsOf(label).size
    paper.pdf.addPage({ size: [width * mm, height * mm], margin: 0 })
    drawLabel(paper, label)
  }
  return paper.finish()
}

const bandsOf = ({ size }: WaybillData): Bands => sizes[size ?? '100x180']

/** Bands under one another, each closed by a line; the last takes what is left. */
function drawLabel(paper: Paper, data: WaybillData): void {
  const bands = bandsOf(data)
  const t = speaker(data.locale)
  const width = bands.size[0] * mm - 2 * edge
  const bottom = bands.size[1] * mm - edge
  let y = edge
  const band = (millimetres: number, draw: (area: Area) => void) => {
    draw({ x: edge, y, width, height: millimetres * mm })
    y += millimetres * mm
    paper.line([edge, y], [edge + width, y], ink, 0.8)
  }
  band(bands.head, (area) => drawHead(paper, data, area))
  band(bands.sorting, (area) => drawSortingCode(paper, data.sortingCode, area, bands.sortingPoints))
  band(bands.barcode, (area) => drawNumber(paper, data.waybillNumber, area))
  band(bands.recipient, (area) => drawParty(paper, data.recipient, area, recipientLook(t('waybill.to'))))
  band(bands.sender, (area) => drawParty(paper, data.sender, area, senderLook(t('waybill.from'))))
  band(bands.goods, (area) => drawGoods(paper, data, belowAmount(paper, data, area)))
  drawFoot(paper, data, { x: edge, y, width, height: bottom - y })
  paper.pdf
    .rect(edge, edge, width, bottom - edge)
    .lineWidth(1)
    .strokeColor(ink)
    .stroke()
}

function drawHead(paper: Paper, { carrierName, service, ...frame }: WaybillData, { x, y, width, height }: Area): void {
  const title = { x: x + 2 * mm, y: y + height * 0.16, width: width * 0.58 - 2 * mm }
  writeLine(paper, [carrierName, service].filter(Boolean).join(' · '), title, {
    sizes: [18, 16, 14, 12, 10, 8],
    weight: 'bold',
  })
  const right = { x: x + width * 0.6, y: y + height * 0.2, width: width * 0.4 - 2 * mm }
  writeLine(paper, frame.company.name, right, { sizes: [7, 6.5, 6, 5.5, 5], align: 'right' })
  paper.write(timeOf(frame.printedAt, frame), { ...right, y: y + height * 0.56 }, { size: 7, align: 'right' })
}

/** Read from two metres on a sorting belt: as large as fits. */
function drawSortingCode(paper: Paper, code: string, { x, y, width, height }: Area, largest: number): void {
  const box = { x: x + 2 * mm, width: width - 4 * mm }
  const sizes = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3].map((part) => largest * part)
  const size =
    sizes.find((points) => paper.widthOf(code, { size: points, weight: 'bold' }) <= box.width) ?? sizes.at(-1)!
  const tall = paper.heightOf('0', box, { size, weight: 'bold' })
  writeLine(paper, code, { ...box, y: y + (height - tall) / 2 }, { sizes: [size], weight: 'bold', align: 'center' })
}

function drawNumber(paper: Paper, number: string, { x, y, width, height }: Area): void {
  drawCode128(paper, number, { x, y: y + 2 * mm, width, height: height - 9.5 * mm })
  paper.write(number, { x, y: y + height - 6.6 * mm, width }, { size: 12, weight: 'bold', align: 'center', spacing: 1 })
}

/** What the courier collects comes first and large; the goods get what is left of the band. */
function belowAmount(paper: Paper, { collect, locale }: WaybillData, area: Area): Area {
  if (!collect) return area
  const amount = locale === 'zh' ? decimalText(collect) : `${collect.currency} ${decimalText(collect)}`
  const box = { x: area.x + 2 * mm, y: area.y + 1 * mm, width: area.width - 4 * mm }
  const sizes = [16, 14, 12, 10]
  const used = writeLine(paper, speaker(locale)('waybill.collect', { amount }), box, { sizes, weight: 'bold' }) + 1 * mm
  return { ...area, y: area.y + used, height: area.height - used }
}

function drawGoods(
  paper: Paper,
  { locale, goods, remark, weightGrams }: WaybillData,
  { x, y, width, height }: Area,
): void {
  const t = speaker(locale)
  const listed = goods
    .map(({ name, quantity }) => t('waybill.counted', { name, quantity }))
    .join(locale === 'zh' ? '；' : '; ')
  const weight = weightGrams === undefined ? '' : `　${t('waybill.weight', { weight: kilograms(weightGrams) })}`
  const share = remark ? 0.55 : 0.9
  const box = { x: x + 2 * mm, y: y + 1.4 * mm, width: width - 4 * mm, height: height * share - 1.4 * mm }
  writeFitting(paper, `${t('waybill.goods', { goods: listed })}${weight}`, box, { sizes: [9, 8, 7, 6] })
  if (!remark) return
  const below = { ...box, y: y + height * share + 0.4 * mm, height: height * (1 - share) - 1 * mm }
  writeFitting(paper, t('waybill.remark', { remark }), below, { sizes: [10, 9, 8, 7, 6], weight: 'bold' })
}

/** 1250 g as 1.25, without a detour over binary fractions. */
const kilograms = (grams: number): string =>
  `${Math.floor(grams / 1_000)}.${String(Math.floor((grams % 1_000) / 10)).padStart(2, '0')}`

function drawFoot(
  paper: Paper,
  { locale, parcelNumber, orderNumber }: WaybillData,
  { x, y, width, height }: Area,
): void {
  const t = speaker(locale)
  const barcode = { x, y: y + 1.6 * mm, width: width * 0.64, height: height - 8.2 * mm }
  drawCode128(paper, parcelNumber, barcode)
  paper.write(
    `${t('waybill.parcel')} ${parcelNumber}`,
    { x, y: y + height - 5.6 * mm, width: barcode.width },
    { size: 8, align: 'center' },
  )
  const right = { x: x + width * 0.64, width: width * 0.36 - 2 * mm }
  paper.line([right.x, y], [right.x, y + height], ink, 0.8)
  const box = { x: right.x + 1.6 * mm, width: right.width }
  if (orderNumber) {
    paper.write(t('order'), { ...box, y: y + 1.2 * mm }, { size: 7 })
    writeLine(paper, orderNumber, { ...box, y: y + 4.4 * mm, width: right.width - 2 * mm }, { sizes: [8, 7, 6, 5.5] })
  }
  paper.write(t('waybill.signature'), { ...box, y: y + height - 5.6 * mm }, { size: 7, height: 5 * mm })
}
