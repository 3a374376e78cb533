import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { texts } from '#kernel/text'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import {
  type ImportKind,
  previewSheet,
  readSheet,
  registerImportKind,
  requestImport,
  templateOf,
  uploadSheet,
  writeSheet,
} from './index.ts'

const { db } = await testDatabase()
const codeOf = (bytes: Uint8Array) =>
  readSheet(bytes).then(
    ({ format }) => format,
    ({ code, details }) => `${code} ${details.form ?? ''}`.trim(),
  )

const column = (field: string, zh: string, en: string, required = false) => ({
  field,
  heads: [zh, en],
  required,
  label: { zh, en },
  note: { zh: '随便写', en: 'As you like' },
  example: { zh: '例', en: 'Example' },
})

const kindOf = (kind: string, ...columns: ImportKind['columns']): ImportKind => ({
  kind,
  label: { zh: `表格 ${kind}`, en: `Sheet ${kind}` },
  columns,
  keyOf: ({ row }) => String(row),
  prepare: (groups) => async () => groups.map(() => ({ outcome: 'created' })),
  texts: texts({}),
})

const lamps: ImportKind = {
  ...kindOf('lamps', column('name', '名称', 'Name', true), column('watt', '功率', 'Watt')),
  dialects: [
    {
      ...kindOf('', column('name', 'Bezeichnung', 'Artikel', true), column('watt', 'Leistung', 'Power')),
      name: 'german',
      label: { zh: '德国', en: 'German' },
      recognises: (heads) => heads.has('bezeichnung'),
    },
  ],
}
registerImportKind(lamps)
registerImportKind(kindOf('towels', column('colour', '颜色', 'Colour', true), column('size', '尺寸', 'Size', true)))

describe('forms', () => {
  test('CAT-14 an Excel workbook reads like the same sheet in CSV: codes keep their digits, days are days', async () => {
    const rows = [
      ['名称', '功率', '日期', '有'],
      ['灯', 60, new Date('2026-03-01T00:00:00Z'), true],
      [],
      ['6901234567892', 0.1 + 0.2, null, false],
    ]
    const sheet = await readSheet(
      await writeXlsx({
        sheets: [
          { name: '一', rows },
          { name: '二', rows: [['x']] },
        ],
      }),
    )

    expect(sheet).toEqual({
      format: 'xlsx',
      encoding: 'utf-8',
      heads: ['名称', '功率', '日期', '有'],
      rows: [
        { row: 2, cells: ['灯', '60', '2026-03-01', 'true'] },
        { row: 4, cells: ['6901234567892', '0.3', '', 'false'] },
      ],
    })
  })

  test('CAT-14 commas, semicolons and tabs separate, also behind heads that hold a comma; the Taobao assistant’s first lines are known', async () => {
    const semicolon = await readSheet(Buffer.from('"a, b, c";d\n1;2'))
    const taobao = await readSheet(
      Buffer.from('\uFEFFversion 1.00\ntitle\tprice\n宝贝名称\t宝贝价格\n灯\t9.90', 'utf16le'),
    )

    expect(semicolon).toMatchObject({ heads: ['a, b, c', 'd'], rows: [{ cells: ['1', '2'] }] })
    expect(taobao).toMatchObject({ heads: ['title', 'price'], rows: [{ row: 4, cells: ['灯', '9.90'] }] })
  })

  test('CAT-14 S23 a WordPress export is one row an item, its terms with those above them; a file that grows by itself does not', async () => {
    const wxr = (inside: string) =>
      Buffer.from(`<?xml version="1.0"?>${inside.startsWith('<!DOCTYPE') ? inside.split('|')[0] : ''}
        <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>${inside.split('|').at(-1)}</channel></rss>`)
    const term = (slug: string, parent: string) =>
      `<wp:term><wp:term_taxonomy>product_cat</wp:term_taxonomy><wp:term_slug>${slug}</wp:term_slug><wp:term_parent>${parent}</wp:term_parent><wp:term_name>${slug.toUpperCase()}</wp:term_name></wp:term>`
    const item = `<item><title>Tea &amp; Co</title><category domain="product_cat" nicename="tees"><![CDATA[TEES]]></category>
      <category domain="product_tag" nicename="a">a</category><category domain="product_tag" nicename="b">b</category>
      <wp:postmeta><wp:meta_key>_sku</wp:meta_key><wp:meta_value><![CDATA[T-1]]></wp:meta_value></wp:postmeta></item>`
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha">]>|<item><title>&a;</title></item>'
    const { heads, rows, format } = await readSheet(wxr(`${term('clothing', '')}${term('tees', 'clothing')}${item}`))

    expect(format).toBe('xml')
    expect(Object.fromEntries(heads.map((head, at) => [head, rows[0]!.cells[at]]))).toEqual({
      title: 'Tea & Co',
      'category:product_cat': 'CLOTHING > TEES',
      'category:product_tag': 'a | b',
      'meta:_sku': 'T-1',
    })
    expect(await codeOf(wxr(bomb))).toBe('imports.unreadable')
    expect(await codeOf(Buffer.from('<?xml version="1.0"?><orders/>'))).toBe('imports.format_unknown XML')
  })

  test('S22 what is no sheet is refused by what it holds, whatever its name says', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.7'))).toBe('imports.format_unknown PDF')
    expect(await codeOf(Buffer.from('\x89PNG\r\n', 'latin1'))).toBe('imports.format_unknown image')
    expect(await codeOf(Buffer.from('{ "name": 1 }'))).toBe('imports.format_unknown JSON')
    expect(await codeOf(Buffer.from('<!doctype html><p>'))).toBe('imports.format_unknown HTML')
    expect(await codeOf(Buffer.from('MZ\0\0'))).toBe('imports.format_unknown binary')
    expect(await codeOf(Buffer.from('PK\x03\x04 word/document.xml'))).toBe('imports.format_unknown ZIP')
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('imports.locked')
  })

  test('S22 S23 a workbook that would grow to gigabytes is refused before it does, also when it lies about its size', async () => {
    expect(await codeOf(bombOf('xl/workbook.xml', Buffer.alloc(401 * 1024 * 1024)))).toBe('imports.too_large')
    expect(await codeOf(Buffer.from('PK\x03\x04xl/workbook.xml'))).toBe('imports.unreadable')
  })
})

/** A ZIP of one part that says it holds ten bytes. */
function bombOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 1 })
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(10, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(10, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

describe('files as programs really leave them', () => {
  test('CAT-14 quotes that nobody doubled are read as they stand, and a quote that is never closed is refused', async () => {
    const { rows } = await readSheet(Buffer.from('Name,Note\n12" pan,round\nbowl,the "deep" one\n"a ""b""",c\n'))

    expect(rows.map(({ cells }) => cells)).toEqual([
      ['12" pan', 'round'],
      ['bowl', 'the "deep" one'],
      ['a "b"', 'c'],
    ])
    await expect(readSheet(Buffer.from('Name,Note\n"12 pan,round\n'))).rejects.toMatchObject({
      code: 'imports.unreadable',
    })
  })

  test('CAT-14 a WordPress export may begin with blank lines and hold control characters and names of HTML', async () => {
    const head = '\n\n<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    const item = '<item><title>Cup&nbsp;&hellip;</title><wp:post_id><![CDATA[7\u000b]]></wp:post_id></item>'
    const { heads, rows } = await readSheet(Buffer.from(`${head}${item}</channel></rss>`))

    expect(heads).toEqual(['title', 'wp:post_id'])
    expect(rows[0]!.cells).toEqual(['Cup\u00a0…', '7'])
  })
})

describe('columns', () => {
  test('CAT-14 the layout is known by its heads, another may be chosen, and a sheet of another kind is told so', async () => {
    const ctx = aContext(db)
    const fileOf = (text: string) => uploadSheet(ctx, { name: 'a.csv', bytes: Buffer.from(text) })
    const german = await fileOf('Bezeichnung,Power\nLampe,60')
    const towel = await fileOf('Colour,Size\nred,big')

    expect(await previewSheet(ctx, lamps, german)).toMatchObject({
      dialect: 'german',
      columns: { name: 'Bezeichnung', watt: 'Power' },
      missing: [],
    })
    expect(await previewSheet(ctx, lamps, german, { dialect: '' })).toMatchObject({ dialect: null, missing: ['name'] })
    expect(await previewSheet(ctx, lamps, towel)).toMatchObject({ missing: ['name'], looksLike: 'towels' })
    await expect(requestImport(ctx, { kind: 'lamps', fileId: towel, dryRun: true })).rejects.toMatchObject({
      code: 'imports.other_kind',
      details: { kind: 'towels' },
    })
  })

  test('CAT-14 chosen columns are remembered in the shop for the next sheet with the same heads, in whatever order', async () => {
    const [ctx, stranger] = [aContext(db), aContext(db)]
    const fileOf = (shop: typeof ctx, text: string) => uploadSheet(shop, { name: 'a.csv', bytes: Buffer.from(text) })
    const columns = { name: 'Was', watt: null }
    await requestImport(ctx, { kind: 'lamps', fileId: await fileOf(ctx, 'Was,Watt\na,1'), columns, dryRun: true })
    const next = await fileOf(ctx, 'Watt,WAS\n2,b')
    const again = await previewSheet(ctx, lamps, next)

    expect(again).toMatchObject({ remembered: false, missing: ['name'] })
    const same = await previewSheet(ctx, lamps, await fileOf(ctx, 'Watt,Was\n2,b'))
    expect(same).toMatchObject({ remembered: true, columns: { name: 'Was' }, missing: [] })
    expect(same.columns.watt).toBeUndefined()
    expect(await previewSheet(stranger, lamps, await fileOf(stranger, 'Watt,Was\n2,b'))).toMatchObject({
      remembered: false,
    })
  })

  test('CAT-14 a template has heads, notes that are passed over and an example, in both languages and forms', async () => {
    const csv = await readSheet(await writeSheet('csv', templateOf(lamps, 'zh')))
    const xlsx = await readSheet(await writeSheet('xlsx', templateOf(lamps, 'en')))

    expect(templateOf(lamps, 'zh')[1]).toEqual(['# 说明：必填；随便写', '随便写'])
    expect(csv).toMatchObject({ heads: ['名称', '功率'], rows: [{ row: 3, cells: ['例', '例'] }] })
    expect(xlsx).toMatchObject({ heads: ['Name', 'Watt'], rows: [{ row: 3, cells: ['Example', 'Example'] }] })
  })
})
