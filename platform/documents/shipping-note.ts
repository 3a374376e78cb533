import type { ShippingLine, ShippingNoteData } from './data.ts'
import { closingHeight, goodsCell, lotCell, requestWords, small, totalOf, writeClosing } from './goods-lines.ts'
import { batchOf, cinnabar, grey, mm, type Paper, speaker, timeOf } from './paper.ts'
import { bottom, content, printSheets, writeFacts, writeHead, writeRequests } from './sheet.ts'
import { type Column, writeTable } from './table.ts'

/** Shipping notes on A4, one after another: recipient, carrier and what lies in the box. No prices: the box may be a gift. */
export function shippingNotePdf(data: ShippingNoteData | readonly ShippingNoteData[]): Promise<Buffer> {
  const documents = batchOf(data)
  return printSheets(speaker(documents[0].locale)('shippingNote.title'), documents, drawShippingNote)
}

function drawShippingNote(paper: Paper, data: ShippingNoteData): void {
  const t = speaker(data.locale)
  const { recipient } = data
  const afterHead = writeHead(paper, data, t('shippingNote.title'))
  const afterFacts = writeFacts(paper, afterHead, [
    [t('recipient'), `${recipient.name}  ${recipient.phone}\n${recipient.address}`],
    [t('carrier'), [data.carrierName, data.waybillNumber].filter(Boolean).join('  ')],
    [t('order'), data.orderNumber],
    [t('orderedAt'), data.orderedAt && timeOf(data.orderedAt, data)],
  ])
  const afterRequests = writeRequests(paper, afterFacts, requestWords(data), data.specialRequests)
  const end = writeTable(paper, afterRequests, columnsOf(data), data.lines, closingHeight)
  const closed = writeClosing(paper, end, {
    total: totalOf(data),
    signatures: [t('shippingNote.packer'), t('signedAt')],
  })
  if (data.closing) writeLastWords(paper, closed, data.closing)
}

const columnsOf = ({ locale }: ShippingNoteData): readonly Column<ShippingLine>[] => {
  const t = speaker(locale)
  const gift = { text: t('gift'), style: { size: 8.5, weight: 'bold', colour: cinnabar } } as const
  return [
    {
      title: t('line'),
      share: 6,
      cell: (_, index) => [small(String(index + 1))],
    },
    { title: t('goods'), share: 54, cell: (line) => [...goodsCell(line), ...(line.isGift ? [gift] : [])] },
    { title: t('lot'), share: 20, cell: (line) => lotCell(line, t) },
    {
      title: t('quantity'),
      share: 10,
      align: 'right',
      cell: ({ quantity }) => [{ text: String(quantity), style: { size: 13, weight: 'bold' } }],
    },
    { title: t('done'), share: 10, align: 'center', cell: 'tick' },
  ]
}

function writeLastWords(paper: Paper, y: number, words: string): void {
  const style = { size: 9, colour: grey, height: 60 * mm }
  let top = y + 2 * mm
  if (top + paper.heightOf(words, content, style) > bottom) {
    paper.addPage()
    top = content.y
  }
  paper.write(words, { ...content, y: top }, style)
}
