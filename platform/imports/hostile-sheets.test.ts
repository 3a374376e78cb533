import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readSheet } from './read-sheet.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** A workbook of one cell, any of its parts replaced. */
const workbook = (parts: Record<string, string> = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': text(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
      '_rels/.rels': text(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
      'xl/workbook.xml': text(
        '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': text(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': text(sheet('', 'SKU')),
      ...Object.fromEntries(Object.entries(parts).map(([name, words]) => [name, text(words)])),
    }),
  )

const sheet = (head: string, cell: string): string =>
  `<?xml version="1.0"?>${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>SKU</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData></worksheet>`

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'bcdefghij'[index]} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]>`

/** The words that were read, or the code of the refusal. */
const read = async (bytes: Uint8Array): Promise<string> =>
  readSheet(bytes).then(
    (found) => JSON.stringify(found.rows),
    (error: { code?: string }) => error.code ?? String(error),
  )

test('S23 the workbook of these tests is one', async () => {
  expect(await read(workbook())).toContain('SKU')
})

test.each([
  ['a file of the machine', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;', /root:/],
  ['an address outside', '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>', '&e;', /http/],
  ['a definition from outside', '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', '&e;', /http/],
  ['an entity of its own', '<!DOCTYPE x [<!ENTITY e "expanded">]>', '&e;', /expanded/],
  ['a billion laughs', laughs, '&j;', /haha/],
])('S23 a workbook cannot bring in %s', async (_, head, cell, brought) => {
  expect(await read(workbook({ 'xl/worksheets/sheet1.xml': sheet(head, cell) }))).not.toMatch(brought)
})

test.each([
  ['a file of the machine', '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;'],
  ['a billion laughs', laughs.replace('DOCTYPE x', 'DOCTYPE rss'), '&j;'],
])('S23 a WordPress export cannot bring in %s', async (_, head, words) => {
  const bytes = Buffer.from(
    `<?xml version="1.0"?>${head}<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>${words}</title></item></channel></rss>`,
  )
  expect(await read(bytes)).toBe('imports.unreadable')
})

test('S22 a part of a workbook whose name leads out of it is written nowhere and changes nothing', async () => {
  const slip = workbook({
    '../../../../tmp/zhanggui-slip': 'x',
    '/etc/zhanggui-slip': 'x',
    'xl/vbaProject.bin': 'macro',
  })
  expect(await read(slip)).toContain('SKU')
})

test('S24 what a sheet computes is read as words', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [['SKU'], ['=cmd|"/c calc"!A1']] }] })
  expect(await read(bytes)).toContain('cmd|')
})
