import type { PickLine, PickListData } from './data.ts'
import { closingHeight, goodsCell, lotCell, requestWords, small, totalOf, writeClosing } from './goods-lines.ts'
import { batchOf, type Paper, speaker } from './paper.ts'
import { printSheets, writeFacts, writeHead, writeRequests } from './sheet.ts'
import { type Column, writeTable } from './table.ts'

/** Pick lists on A4, one after another: bins in the order given, a box to tick per line. Lines run over as many pages as they need. */
export function pickListPdf(data: PickListData | readonly PickListData[]): Promise<Buffer> {
  const documents = batchOf(data)
  return printSheets(speaker(documents[0].locale)('pickList.title'), documents, drawPickList)
}

function drawPickList(paper: Paper, data: PickListData): void {
  const t = speaker(data.locale)
  const afterHead = writeHead(paper, data, t('pickList.title'))
  const afterFacts = writeFacts(paper, afterHead, [
    [t('warehouse'), data.warehouse],
    [t('pickList.picker'), data.picker],
    [t(data.orderNumbers.length > 1 ? 'orders' : 'order'), data.orderNumbers.join('  '), 'wide'],
  ])
  const afterRequests = writeRequests(paper, afterFacts, requestWords(data), data.specialRequests)
  const end = writeTable(paper, afterRequests, columnsOf(data), data.lines, closingHeight)
  writeClosing(paper, end, {
    total: totalOf(data),
    signatures: [t('pickList.picker'), t('pickList.checker'), t('signedAt')],
  })
}

const columnsOf = ({ locale }: PickListData): readonly Column<PickLine>[] => {
  const t = speaker(locale)
  return [
    { title: t('line'), share: 6, cell: (_, index) => [small(String(index + 1))] },
    { title: t('bin'), share: 20, cell: ({ bin }) => [{ text: bin, style: { size: 14, weight: 'bold' } }] },
    { title: t('goods'), share: 40, cell: goodsCell },
    { title: t('lot'), share: 18, cell: (line) => lotCell(line, t) },
    {
      title: t('quantity'),
      share: 9,
      align: 'right',
      cell: ({ quantity }) => [{ text: String(quantity), style: { size: 15, weight: 'bold' } }],
    },
    { title: t('done'), share: 9, align: 'center', cell: 'tick' },
  ]
}
