import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { type Actor, type Context, systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { readSheet } from '#platform/imports'
import { changeSetting } from '#platform/settings'
import { aContext, as, later, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { linesOf, takeOut } from '#test/exchange'
import { tellAll } from '#test/told'
import {
  agreeToExport,
  downloadExport,
  type ExportKind,
  expireExports,
  exportListeners,
  findExports,
  loadExport,
  reasonOf,
  registerExportKind,
  requestExport,
  runExport,
} from './index.ts'

const { db } = await testDatabase()

let people: { name: string; phone: string; size: number }[] = []
let between: () => Promise<unknown> = async () => undefined

/** A list of people, two in a batch. */
const kind: ExportKind = {
  kind: 'people',
  label: { zh: '人', en: 'People' },
  permission: 'people.read',
  personal: 'people.reveal',
  columns: [
    { field: 'name', label: { zh: '姓名', en: 'Name' } },
    { field: 'size', label: { zh: '身高', en: 'Size' }, needs: 'people.measure' },
    { field: 'phone', label: { zh: '电话', en: 'Phone' }, personal: true },
  ],
  filters: { size: 'text', since: 'day', at: 'instant', of: 'id', tall: 'yes', sort: ['a', 'b'] },
  rows: async function* (_, { size }) {
    const wanted = people.filter((one) => !size || String(one.size) === size)
    for (let at = 0; at < wanted.length; at += 2) {
      yield wanted.slice(at, at + 2)
      await between()
    }
  },
}
registerExportKind(kind)

const holding = (...permissions: string[]): Actor => ({ ...lin, permissions: new Set(permissions) })
const aReader = (...more: string[]): Context => aContext(db, { actor: holding('people.read', ...more) })
const house = (ctx: Context): Context => as(ctx, systemActor('test'))

function some(count: number): void {
  people = Array.from({ length: count }, (_, at) => ({ name: `Ann ${at}`, phone: `1380000${at}`, size: at % 3 }))
}

const contentOf = async (ctx: Context, id: Awaited<ReturnType<typeof requestExport>>['id']): Promise<string> =>
  (await buffer(Readable.from((await downloadExport(ctx, id)).bytes))).toString()

test('a list is written by a job and lies ready for whoever asked; who took what and how many rows is on record', async () => {
  some(5)
  const ctx = aReader('people.measure', 'people.reveal')
  const { id, number } = await requestExport(ctx, { kind: 'people', format: 'csv', personal: true, reason: '寄送年礼' })
  await tellAll(ctx, exportListeners)

  expect(await loadExport(ctx, id)).toMatchObject({ status: 'finished', rows: 5, parts: 1, personal: true })
  const content = await contentOf(ctx, id)
  expect(content.split('\n').slice(0, 2)).toEqual(['\uFEFF姓名,身高,电话', 'Ann 0,0,13800000'])
  expect((await historyOf(ctx, id)).map(({ type, actorName, data }) => [type, actorName, data])).toEqual([
    [
      'export.requested',
      'Lin',
      { number, kind: 'people', format: 'csv', filter: {}, personal: true, reason: '寄送年礼' },
    ],
    ['export.finished', 'Lin', { number, kind: 'people', rows: 5, bytes: Buffer.byteLength(content), personal: true }],
    ['export.downloaded', 'Lin', { number, kind: 'people', rows: 5, personal: true }],
  ])
})

test('personal data leave only when asked for and permitted; other columns follow their own permission', async () => {
  some(1)
  const ctx = aReader()
  expect(Object.keys(linesOf(await takeOut(ctx, 'people'))[0]!)).toEqual(['姓名'])
  expect(Object.keys(linesOf(await takeOut(house(ctx), 'people'))[0]!)).toEqual(['姓名', '身高'])
  await expect(
    requestExport(ctx, { kind: 'people', format: 'csv', personal: true, reason: '寄送年礼' }),
  ).rejects.toMatchObject({
    code: 'exports.not_permitted',
    details: { permission: 'people.reveal' },
  })
  await expect(
    requestExport(as(ctx, holding('people.reveal')), { kind: 'people', format: 'csv' }),
  ).rejects.toMatchObject({ details: { permission: 'people.read' } })
})

test('whoever may not see the personal data cannot download a file that holds them', async () => {
  some(1)
  const ctx = aReader('people.reveal')
  const { id } = await requestExport(ctx, { kind: 'people', format: 'csv', personal: true, reason: '寄送年礼' })
  await runExport(ctx, id)

  await expect(downloadExport(as(ctx, holding('people.read')), id)).rejects.toMatchObject({
    code: 'exports.not_permitted',
  })
})

test('S37 more personal data than one person may take in a day leave only when somebody else agrees, also cut into small pieces, at once or by a key', async () => {
  const ctx = aReader('people.reveal')
  const colleague = as(ctx, { ...holding('people.read', 'people.reveal'), id: mei.id, name: mei.name })
  const taking = async (count: number) => {
    some(count)
    const wish = { kind: 'people', format: 'csv', personal: true, reason: '寄送年礼' } as const
    const { id } = await requestExport(ctx, wish)
    return id
  }
  await transaction(ctx, (tx) => changeSetting(tx, 'exports.oneTakes', 5))
  const [first, second] = [await taking(3), await taking(3)]
  await Promise.all([runExport(ctx, first), runExport(ctx, second)])
  const states = await Promise.all([first, second].map((id) => loadExport(ctx, id)))
  expect(states.map(({ held }) => held).toSorted()).toEqual([false, true])

  const { id } = states.find(({ held }) => held)!
  expect(await reasonOf(colleague, id)).toBe('寄送年礼')
  await expect(downloadExport(ctx, id)).rejects.toMatchObject({ code: 'exports.held', details: { rows: 3 } })
  await expect(downloadExport(colleague, id)).rejects.toMatchObject({ code: 'exports.held' })
  await expect(agreeToExport(ctx, id)).rejects.toMatchObject({ code: 'exports.own' })
  await expect(agreeToExport(as(colleague, { ...colleague.actor, kind: 'key' }), id)).rejects.toMatchObject({
    code: 'exports.own',
  })
  await expect(agreeToExport(as(colleague, { ...colleague.actor, permissions: new Set() }), id)).rejects.toMatchObject({
    code: 'exports.not_permitted',
  })
  const [agreed, again] = await Promise.allSettled([agreeToExport(colleague, id), agreeToExport(colleague, id)])
  expect([agreed.status, again.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await contentOf(ctx, id)).toContain('Ann 2')
  expect((await historyOf(ctx, id)).find(({ type }) => type === 'export.agreed')).toMatchObject({ actorName: 'Mei' })

  const key = as(ctx, { ...ctx.actor, kind: 'key' })
  const { id: byKey } = await requestExport(key, { kind: 'people', format: 'csv', personal: true, reason: '寄送年礼' })
  await runExport(key, byKey)
  expect(await loadExport(ctx, byKey)).toMatchObject({ held: true })
  const tomorrow = later(ctx, { hours: 25 })
  const { id: next } = await requestExport(tomorrow, {
    kind: 'people',
    format: 'csv',
    personal: true,
    reason: '寄送年礼',
  })
  await runExport(tomorrow, next)
  expect(await loadExport(ctx, next)).toMatchObject({ held: false, rows: 3 })
})

test('a filter that the list does not have, or a value it cannot take, is refused and named', async () => {
  const ctx = aReader()
  const asking = (filter: Record<string, string>) => requestExport(ctx, { kind: 'people', format: 'csv', filter })
  for (const [field, value] of Object.entries({
    other: '1',
    since: '2026-02-30x',
    at: '2026-02-03',
    of: 'me',
    tall: 'perhaps',
    sort: 'a,c',
  }))
    await expect(asking({ [field]: value })).rejects.toMatchObject({ details: { field } })
  const fitting = { size: '1', since: '2026-02-03', at: '2026-02-03T00:00:00Z', of: newId(), tall: 'true', sort: 'a,b' }
  expect((await asking(fitting)).status).toBe('waiting')
})

test('the filter of the list is the filter of the file', async () => {
  some(6)
  expect(linesOf(await takeOut(aReader(), 'people', { filter: { size: '2' } })).map((line) => line.姓名)).toEqual([
    'Ann 2',
    'Ann 5',
  ])
})

test('S24 a workbook keeps numbers as numbers and texts as texts, and no cell is a formula', async () => {
  people = [{ name: '=HYPERLINK("x")', phone: '+4930123', size: 7 }]
  const book = await takeOut(house(aReader()), 'people', { format: 'xlsx', personal: true })
  const { heads, rows } = await readSheet(book)

  expect([heads, rows.map(({ cells }) => cells)]).toEqual([
    ['姓名', '身高', '电话'],
    [[`'=HYPERLINK("x")`, '7', "'+4930123"]],
  ])
})

test('a text longer than a cell of a workbook holds ends in an ellipsis there, and is whole as CSV', async () => {
  people = [{ name: 'A'.repeat(40_000), phone: '1', size: 7 }]
  const { rows } = await readSheet(await takeOut(aReader(), 'people', { format: 'xlsx' }))
  expect(rows[0]!.cells[0]).toMatch(/^A{32766}…$/)
  expect(linesOf(await takeOut(aReader(), 'people'))[0]!.姓名).toHaveLength(40_000)
})

test('of two attempts at one export the later ends it, and the earlier leaves nothing behind', async () => {
  some(4)
  const ctx = aReader()
  const { id } = await requestExport(ctx, { kind: 'people', format: 'csv' })
  let second: Promise<unknown> | undefined
  between = async () => {
    between = async () => undefined
    second = runExport(ctx, id)
    await second
  }
  await runExport(ctx, id)
  await second

  expect(await loadExport(ctx, id)).toMatchObject({ status: 'finished', rows: 4, parts: 1 })
  expect((await contentOf(ctx, id)).trim().split('\n')).toHaveLength(5)
})

test('a file is kept for a while and then thrown away; its record stays', async () => {
  some(2)
  const ctx = aReader()
  const { id } = await requestExport(ctx, { kind: 'people', format: 'csv' })
  await runExport(ctx, id)
  const afterwards = later(ctx, { hours: 73 })

  await expect(downloadExport(afterwards, id)).rejects.toMatchObject({ code: 'exports.not_ready' })
  expect([await expireExports(ctx), await expireExports(afterwards), await expireExports(afterwards)]).toEqual([
    0, 1, 0,
  ])
  expect((await findExports(ctx, { kinds: ['people'] })).rows.map(({ status, rows }) => [status, rows])).toEqual([
    ['expired', 2],
  ])
  expect((await findExports(ctx, { kinds: ['others'] })).rows).toEqual([])
})

test('a list that changes while it is read leaves as it was at the beginning', async () => {
  const ctx = house(aReader())
  const counted: ExportKind = {
    ...kind,
    kind: 'counted',
    columns: [{ field: 'rows', label: { zh: '数', en: 'Count' } }],
    filters: {},
    rows: async function* (reader) {
      for (let round = 0; round < 2; round++) {
        const rows = await reader.db.selectFrom('platform.exports').select('id').execute()
        yield [{ rows: rows.length }]
        await requestExport(ctx, { kind: 'people', format: 'csv' })
      }
    },
  }
  registerExportKind(counted)

  const [first, second] = linesOf(await takeOut(ctx, 'counted'))
  expect(second).toEqual(first)
})
