import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { texts } from '#kernel/text'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting, declareSettings, minorSetting, readSettings } from '#platform/settings'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { tellAll } from '#test/told'
import {
  cancelImport,
  failuresOf,
  failuresSheet,
  findImports,
  type ImportKind,
  importLimits,
  importListeners,
  loadImport,
  matchColumns,
  previewSheet,
  readSheet,
  registerImportKind,
  requestImport,
  runImport,
  uploadSheet,
  writeSheet,
} from './index.ts'

const { db } = await testDatabase()
const sheet = (...lines: string[]) => Buffer.from(lines.join('\r\n'))

/** Counts the rows it lands in a setting, in the transaction that lands them. */
const counted = declareSettings('importtest', {
  rows: minorSetting(0, { zh: '行', en: 'Rows', owner: 'test', source: 'test' }),
})
let dieAfter = Number.POSITIVE_INFINITY

const kind: ImportKind = {
  kind: 'counted',
  label: { zh: '计数', en: 'Counted' },
  columns: [
    { field: 'name', heads: ['Name', '名称'], required: true, label: { zh: '名称', en: 'Name' } },
    { field: 'size', heads: ['Size', '尺寸'], required: false, label: { zh: '尺寸', en: 'Size' } },
  ],
  keyOf: ({ values }) => values.name ?? '',
  prepare:
    (groups) =>
    async (tx, { dryRun }) => {
      const { rows } = await readSettings({ ...tx, db: tx.db }, counted)
      if (rows >= dieAfter) throw new Error('killed')
      if (!dryRun) await changeSetting(tx, 'importtest.rows', rows + groups.flat().length)
      return groups.map((group) =>
        group.some(({ values }) => values.size === 'bad')
          ? {
              outcome: 'failed',
              problems: group
                .filter(({ values }) => values.size === 'bad')
                .map(({ row, values }) => ({ row, field: 'size', code: 'counted.bad', value: values.size })),
            }
          : { outcome: 'created' },
      )
    },
  texts: texts({ 'counted.bad': { zh: '尺寸“{value}”不对', en: 'The size “{value}” is wrong' } }),
}
registerImportKind(kind)

describe('reading a sheet', () => {
  test('UTF-8 with and without mark, UTF-16 and GBK are told apart, and rows keep the numbers their program shows', async () => {
    const utf8 = await readSheet(Buffer.from('\uFEFF名称,尺寸\n杯,大\n\n碗,小\n'))
    const gbk = await readSheet(
      Buffer.concat([Buffer.from([0xc3, 0xfb, 0xb3, 0xc6]), Buffer.from('\n'), Buffer.from([0xb1, 0xad])]),
    )
    const utf16 = await readSheet(Buffer.from('\uFEFF名称\t尺寸\n杯\t大', 'utf16le'))

    expect(utf8).toMatchObject({
      encoding: 'utf-8',
      heads: ['名称', '尺寸'],
      rows: [
        { row: 2, cells: ['杯', '大'] },
        { row: 4, cells: ['碗', '小'] },
      ],
    })
    expect(gbk).toMatchObject({ encoding: 'gb18030', heads: ['名称'], rows: [{ row: 2, cells: ['杯'] }] })
    expect(utf16).toMatchObject({ encoding: 'utf-16le', heads: ['名称', '尺寸'] })
  })

  test('a sheet without rows, one that is cut off and one that is too large are refused', async () => {
    const codeOf = (bytes: Buffer) => readSheet(bytes).then(String, ({ code }) => code)

    expect(await codeOf(sheet('Name,Size'))).toBe('imports.empty')
    expect(await codeOf(sheet('Name', 'a', '"b'))).toBe('imports.unreadable')
    expect(await codeOf(Buffer.alloc(importLimits.bytes + 1))).toBe('imports.too_large')
  })

  test('columns are found by name wherever they stand, whatever their case; a person may choose another', () => {
    expect(matchColumns(kind, ['Other', ' SIZE ', 'name'])).toEqual({ name: 'name', size: ' SIZE ' })
    expect(matchColumns(kind, ['Name', 'Other'], { size: 'Other' })).toEqual({ name: 'Name', size: 'Other' })
    expect(matchColumns(kind, ['Name', 'Size'], { size: null })).toEqual({ name: 'Name' })
    expect(() => matchColumns(kind, ['Name'], { size: 'Gone' })).toThrow(
      expect.objectContaining({ code: 'imports.column_unknown' }),
    )
  })
})

test('CAT-14 a sheet is uploaded once, shown before it is run, and refused at once when a required column is missing', async () => {
  const ctx = aContext(db)
  const bytes = sheet('名称,Colour', '杯,红')
  const fileId = await uploadSheet(ctx, { name: '杯子.csv', bytes })
  const wrong = await uploadSheet(ctx, { name: 'wrong.csv', bytes: sheet('Colour', 'red') })

  expect(await uploadSheet(ctx, { name: 'again.csv', bytes })).toBe(fileId)
  expect(await previewSheet(ctx, kind, fileId)).toMatchObject({
    fileName: '杯子.csv',
    rows: 1,
    columns: { name: '名称' },
    missing: [],
    sample: [{ row: 2, values: { name: '杯' }, others: { Colour: '红' } }],
  })
  expect((await previewSheet(ctx, kind, wrong)).missing).toEqual(['name'])
  await expect(requestImport(ctx, { kind: 'counted', fileId: wrong, dryRun: false })).rejects.toMatchObject({
    code: 'imports.columns_missing',
    details: { field: 'name' },
  })
  await expect(requestImport(aContext(db), { kind: 'counted', fileId, dryRun: false })).rejects.toMatchObject({
    code: 'imports.file_not_found',
  })
})

const thousand = sheet(
  'Name,Size',
  ...Array.from({ length: 1_000 }, (_, at) => `thing ${at},${at % 100 === 7 ? 'bad' : 'good'}`),
)

test('CAT-14 asked for on a page, a job runs it in the name of whoever asked, and the list shows how far it is', async () => {
  const ctx = aContext(db)
  const fileId = await uploadSheet(ctx, { name: 'thousand.csv', bytes: thousand })
  const asked = await requestImport(ctx, { kind: 'counted', fileId, dryRun: false })
  await tellAll(ctx, importListeners, { twice: true })

  expect(asked).toMatchObject({ status: 'waiting', total: 1_000, done: 0, actor: { name: 'Lin' } })
  expect((await historyOf(ctx, asked.id)).map(({ type, actorName }) => [type, actorName])).toEqual([
    ['import.requested', 'Lin'],
    ['import.finished', 'Lin'],
  ])
  expect((await findImports(ctx, {})).rows).toMatchObject([
    { status: 'finished', done: 1_000, created: 990, failed: 10, number: asked.number },
  ])
})

test('CAT-14 a dry run tells the numbers of the real run and writes nothing', async () => {
  const ctx = aContext(db)
  const fileId = await uploadSheet(ctx, { name: 'thousand.csv', bytes: thousand })
  const run = async (dryRun: boolean) =>
    runImport(ctx, (await requestImport(ctx, { kind: 'counted', fileId, dryRun })).id)
  const { created, failed, done } = await run(true)

  expect((await readSettings(ctx, counted)).rows).toBe(0)
  expect(await run(false)).toMatchObject({ created, failed, done })
})

test('CAT-14 killed between two batches it goes on from there: no row is lost or landed twice, with two runners at once', async () => {
  const ctx = aContext(db)
  const fileId = await uploadSheet(ctx, { name: 'thousand.csv', bytes: thousand })
  const { id } = await requestImport(ctx, { kind: 'counted', fileId, dryRun: false })
  dieAfter = 400
  await expect(runImport(ctx, id)).rejects.toThrow('killed')
  const halfway = await loadImport(ctx, id)
  dieAfter = Number.POSITIVE_INFINITY
  await Promise.all([runImport(ctx, id), runImport(ctx, id)])

  expect(halfway).toMatchObject({ status: 'running', done: 400, created: 396, failed: 4 })
  expect(await loadImport(ctx, id)).toMatchObject({ status: 'finished', done: 1_000, created: 990, failed: 10 })
  expect((await transaction(ctx, (tx) => readSettings(tx, counted))).rows).toBe(1_000)
  expect(await failuresOf(ctx, id)).toHaveLength(10)
})

test('a stopped import stays where it is', async () => {
  const ctx = aContext(db)
  const fileId = await uploadSheet(ctx, { name: 'thousand.csv', bytes: thousand })
  const { id } = await requestImport(ctx, { kind: 'counted', fileId, dryRun: false })
  await cancelImport(ctx, id)

  expect(await runImport(ctx, id)).toMatchObject({ status: 'cancelled', done: 0 })
  await expect(cancelImport(ctx, id)).rejects.toMatchObject({ code: 'imports.over' })
})

test('CAT-14 S24 what failed comes back as a sheet with row and reason, whole things together, and no cell computes', async () => {
  const ctx = aContext(db)
  const bytes = sheet('Name,Size,Note', 'cup,bad,"=1+1, or not"', 'bowl,good,x', 'cup,good,-5')
  const fileId = await uploadSheet(ctx, { name: 'notes.csv', bytes })
  const { id } = await runImport(ctx, (await requestImport(ctx, { kind: 'counted', fileId, dryRun: false })).id)

  const zh: string[][] = parse(await writeSheet('csv', await failuresSheet(ctx, id)), { bom: true })
  const en = await failuresSheet({ ...ctx, locale: 'en' }, id)

  expect(zh).toEqual([
    ['Name', 'Size', 'Note', '原行号', '失败原因'],
    ['cup', 'bad', "'=1+1, or not", '2', '尺寸“bad”不对'],
    ['cup', 'good', '-5', '4', '同一商品的第 2 行有误，整个商品未导入'],
  ])
  expect(en[1]?.slice(3)).toEqual(['2', 'The size “bad” is wrong'])
})

test("another shop's import answers as if there were none", async () => {
  const ctx = aContext(db)
  const fileId = await uploadSheet(ctx, { name: 'a.csv', bytes: sheet('Name', 'cup') })
  const { id } = await requestImport(ctx, { kind: 'counted', fileId, dryRun: true })

  await expect(loadImport(aContext(db), id)).rejects.toMatchObject({ code: 'imports.not_found' })
  await expect(failuresOf(aContext(db), id)).rejects.toMatchObject({ code: 'imports.not_found' })
})
