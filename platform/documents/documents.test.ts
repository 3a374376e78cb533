import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import { type PdfPage, readPdf } from '#test/pdf'
import { code128Modules } from './barcode.ts'
import { legible } from './fonts.ts'
import {
  type PickLine,
  type PickListData,
  pickListPdf,
  type ShippingNoteData,
  shippingNotePdf,
  type WaybillData,
  waybillPdf,
} from './index.ts'
import { documentTexts } from './text.ts'

const frame = {
  company: { name: '山岚生活', address: '杭州市余杭区文一西路 969 号', phone: '0571-88880000' },
  printedAt: Temporal.Instant.from('2026-11-22T09:05:00Z'),
  timeZone: 'Asia/Shanghai',
  locale: 'zh',
  printedBy: '王美',
} as const
const aLine = (n: number): PickLine => ({
  bin: `A-01-${n}`,
  sku: `MUG-${n}`,
  name: `手作粗陶马克杯第${n}款`,
  specification: '米白 350 ml',
  lot: 'L260901',
  expiresOn: Temporal.PlainDate.from('2027-09-30'),
  quantity: n,
})
const aPickList = (changes: Partial<PickListData> = {}): PickListData => ({
  ...frame,
  number: 'PK2611220483917',
  orderNumbers: ['SO26112204839172'],
  warehouse: '杭州余杭仓',
  lines: [1, 2, 3].map(aLine),
  ...changes,
})
const aShippingNote = (changes: Partial<ShippingNoteData> = {}): ShippingNoteData => ({
  ...frame,
  number: 'OB2611220483917',
  orderNumber: 'SO26112204839172',
  recipient: { name: '欧阳静怡', phone: '13800000001', address: '上海市 徐汇区 漕溪北路 1 号' },
  carrierName: '顺丰速运',
  waybillNumber: 'SF1234567890128',
  lines: [1, 2].map(aLine),
  ...changes,
})
const aLabel = (changes: Partial<WaybillData> = {}): WaybillData => ({
  ...frame,
  carrierName: '顺丰速运',
  waybillNumber: 'SF1234567890128',
  sortingCode: '021 A12 037',
  sender: { name: '杭州仓', phone: '057188880000', address: '浙江省 杭州市 余杭区 文一西路 969 号' },
  recipient: { name: '欧阳静怡', phone: '13800000001', address: '上海市 徐汇区 漕溪北路 1 号' },
  parcelNumber: 'PC26112204839171',
  weightGrams: 1_250,
  goods: [{ name: '手作粗陶马克杯', quantity: 2 }],
  remark: '易碎品，请轻放',
  ...changes,
})

/** A paragraph may be broken anywhere: compare without the breaks. */
const words = (page: PdfPage | undefined): string => (page?.text ?? '').replaceAll(/\s/g, '')
const onOneLine = (text: string): string => text.replaceAll(/\s/g, '')

/** Widths of the bars of each barcode on the page, in modules. */
function barcodesOn(page: PdfPage | undefined): readonly (readonly number[])[] {
  const tall = Map.groupBy(
    (page?.rectangles ?? []).filter(([, , width, height]) => height > 5 * width),
    ([, y, , height]) => `${y}/${height}`,
  )
  return [...tall.values()].map((bars) => {
    const module = Math.min(...bars.map(([, , width]) => width))
    return bars.map(([, , width]) => Math.round(width / module))
  })
}
const barsOf = (value: string): readonly number[] => code128Modules(value).filter((_, index) => index % 2 === 0)

test('OUT-02 a pick list names bin, goods, lot, expiry and quantity of every line and carries its number as a barcode', async () => {
  const pdf = await pickListPdf(aPickList({ specialRequests: ['送礼，请勿放价格单'] }))
  const [page, ...more] = readPdf(pdf)

  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(more).toEqual([])
  for (const text of [
    '拣货单',
    '山岚生活',
    '杭州余杭仓',
    'SO26112204839172',
    'A-01-2',
    '手作粗陶马克杯第2款',
    'MUG-2',
    'L260901',
    '至2027-09-30',
    '送礼，请勿放价格单',
    '共3行，6件',
  ])
    expect(words(page)).toContain(text)
  expect(words(page)).toContain('打印时间2026-11-2217:05（Asia/Shanghai）·打印人王美')
  expect(barcodesOn(page)).toContainEqual(barsOf('PK2611220483917'))
})

test('sixty lines run over several pages, none lost, each page numbered', async () => {
  const pages = readPdf(await pickListPdf(aPickList({ lines: Array.from({ length: 60 }, (_, n) => aLine(n + 1)) })))
  const all = pages.map(words).join('')

  expect(pages.length).toBeGreaterThan(2)
  for (let n = 1; n <= 60; n++) expect(all).toContain(`MUG-${n}·`)
  for (const [index, page] of pages.entries()) expect(words(page)).toContain(`第${index + 1}/${pages.length}页`)
  expect(pages.every((page) => words(page).includes('货位'))).toBe(true)
  expect(words(pages.at(-1))).toContain('共60行，1830件')
})

test('a very long name is wrapped and keeps its line together', async () => {
  const name = '明前特级西湖龙井礼盒装二百五十克两罐含手提袋手写贺卡'.repeat(6)
  const [page] = readPdf(await pickListPdf(aPickList({ lines: [{ ...aLine(1), name }, aLine(2)] })))

  expect(words(page)).toContain(name)
  expect(words(page)).toContain('MUG-2')
})

test('OUT-02 a shipping note shows recipient, carrier, goods and gifts, and no price', async () => {
  const lines = [aLine(1), { ...aLine(2), isGift: true }]
  const [page] = readPdf(await shippingNotePdf(aShippingNote({ lines, closing: '签收后 7 日内可无理由退货。' })))

  for (const text of [
    '发货单',
    '欧阳静怡13800000001',
    '上海市徐汇区漕溪北路1号',
    '顺丰速运SF1234567890128',
    '手作粗陶马克杯第2款',
    '赠品',
    '共2行，3件',
    '签收后7日内可无理由退货。',
  ])
    expect(words(page)).toContain(text)
  expect(barcodesOn(page)).toContainEqual(barsOf('OB2611220483917'))
  expect(words(page)).not.toContain('¥')
})

test.each(['100x180', '76x130'] as const)(
  'OUT-02 a %s label carries sorting code, people, goods, remark and both barcodes',
  async (size) => {
    const [page, ...more] = readPdf(await waybillPdf(aLabel({ size })))

    expect(more).toEqual([])
    for (const text of [
      '顺丰速运',
      '021A12037',
      'SF1234567890128',
      '欧阳静怡13800000001',
      '上海市徐汇区漕溪北路1号',
      '杭州仓',
      '手作粗陶马克杯×2',
      '重量1.25kg',
      '备注：易碎品，请轻放',
      '包裹PC26112204839171',
    ])
      expect(words(page)).toContain(text)
    expect(barcodesOn(page)).toEqual([barsOf('SF1234567890128'), barsOf('PC26112204839171')])
  },
)

test.each(['100x180', '76x130'] as const)('a long name and address stay whole on a %s label', async (size) => {
  const name = '阿布都热依木·买买提江·艾合买提'
  const address =
    '内蒙古自治区 呼伦贝尔市 莫力达瓦达斡尔族自治旗 尼尔基镇 纳文西大街与巴特罕大街交叉口东南 200 米 达斡尔民族园旁 幸福家园三期 18 号楼 2 单元 1702 室（放门口鞋柜，请勿按门铃）'
  const [page] = readPdf(await waybillPdf(aLabel({ size, recipient: { name, phone: '13800000001', address } })))

  expect(words(page)).toContain(name)
  expect(words(page)).toContain('13800000001')
  expect(words(page)).toContain(onOneLine(address))
})

test('characters the font lacks leave a visible box, everything else stays', () => {
  expect(legible('周六送达🎁谢谢')).toBe('周六送达□谢谢')
  expect(legible('👨‍👩‍👧 全家')).toBe('□ 全家')
  expect(legible('𠮷田 é\u0301 ①〇龘')).toBe('□田 é ①〇龘')
  expect(legible('门口\u200b鞋柜\u0000\t二楼')).toBe('门口鞋柜 二楼')
  expect(legible('第一行\n第二行')).toBe('第一行\n第二行')
})

test('OUT-02 a batch is one file: a page per label, and page numbers of each pick list by itself', async () => {
  const labels = readPdf(
    await waybillPdf(
      ['SF1000000000014', 'SF1000000000022', 'SF1000000000030'].map((waybillNumber) => aLabel({ waybillNumber })),
    ),
  )
  expect(labels.map((page) => words(page).match(/SF1\d{12}/)?.[0])).toEqual([
    'SF1000000000014',
    'SF1000000000022',
    'SF1000000000030',
  ])

  const lists = readPdf(
    await pickListPdf([
      aPickList({ lines: Array.from({ length: 25 }, (_, n) => aLine(n + 1)) }),
      aPickList({ number: 'PK2611220000010' }),
    ]),
  )
  expect(lists.map((page) => words(page).match(/第\d+\/\d+页/)?.[0])).toEqual(['第1/2页', '第2/2页', '第1/1页'])
  expect(() => waybillPdf([])).toThrow('nothing to print')
})

test('an English reader gets English words around the same goods', async () => {
  const [page] = readPdf(await pickListPdf(aPickList({ locale: 'en' })))

  for (const text of ['Picklist', 'Warehouse', 'Lot/expiry', '3lines,6pieces', 'Page1of1', '手作粗陶马克杯第1款'])
    expect(words(page)).toContain(text)
  for (const { zh } of Object.values(documentTexts)) expect(zh).not.toBe('')
  expect(words(page)).not.toContain('打印时间')
})

test('the same data print the same bytes', async () => {
  expect(await waybillPdf(aLabel())).toEqual(await waybillPdf(aLabel()))
})

test.each(['100x180', '76x130'] as const)(
  'PAY-09 a %s label says to the cent what the courier collects',
  async (size) => {
    const [page] = readPdf(await waybillPdf(aLabel({ size, collect: money(1_990) })))
    expect(page!.text).toContain('代收货款 19.90 元')
    expect(readPdf(await waybillPdf(aLabel({ size })))[0]!.text).not.toContain('代收货款')
  },
)
