import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { texts } from '#kernel/text'
import type { Context } from '#platform/context'
import { changeSetting, declareSettings, minorSetting, readSettings } from '#platform/settings'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { tellAll } from '#test/told'
import {
  findReversal,
  type ImportKind,
  importListeners,
  previewReversal,
  registerImportKind,
  requestImport,
  reversalRemarks,
  reverseImport,
  runImport,
  runReversal,
  uploadSheet,
} from './index.ts'

const { db } = await testDatabase()

/** Adds the numbers of its rows to a setting, and takes them off again. */
const heap = declareSettings('reversaltest', {
  sum: minorSetting(0, { zh: '和', en: 'Sum', owner: 'test', source: 'test' }),
})
let dieAt = -1

const kind: ImportKind = {
  kind: 'heap',
  label: { zh: '堆', en: 'Heap' },
  columns: [{ field: 'number', heads: ['Number'], required: true, label: { zh: '数', en: 'Number' } }],
  keyOf: ({ row }) => String(row),
  prepare: (groups) => async (tx, run) => {
    const numbers = groups.map(([row]) => Number(row!.values.number))
    const { sum } = await readSettings(tx, heap)
    if (!run.dryRun) await changeSetting(tx, 'reversaltest.sum', sum + numbers.reduce((a, b) => a + b, 0))
    return groups.map(([row], at) => ({
      outcome: 'created',
      effects: [
        {
          row: row!.row,
          subject: 'number',
          subjectId: newId(),
          label: String(numbers[at]),
          did: 'created',
          after: numbers[at],
        },
      ],
    }))
  },
  reverse: async (tx, effects, { dryRun }) => {
    const numbers = effects.map(({ after }) => after as number)
    if (numbers.includes(dieAt) && !dryRun) throw new Error('killed')
    const { sum } = await readSettings(tx, heap)
    const gone = numbers.filter((number) => number % 50 !== 0).reduce((a, b) => a + b, 0)
    if (!dryRun) await changeSetting(tx, 'reversaltest.sum', sum - gone)
    return numbers.map((number) =>
      number % 50 === 0
        ? { outcome: 'kept', code: 'heap.round', details: { number } }
        : { outcome: 'reversed', code: number === 7 ? 'heap.seven' : undefined },
    )
  },
  texts: texts({
    'heap.round': { zh: '{number} 是整数', en: '{number} is round' },
    'heap.seven': { zh: '七', en: 'Seven' },
  }),
}
registerImportKind(kind)

async function aLandedHeap(ctx: Context, { dryRun = false } = {}) {
  const bytes = Buffer.from(['Number', ...Array.from({ length: 250 }, (_, at) => at + 1)].join('\n'))
  const fileId = await uploadSheet(ctx, { name: 'heap.csv', bytes })
  return runImport(ctx, (await requestImport(ctx, { kind: 'heap', fileId, dryRun })).id)
}
const sumOf = async (ctx: Context) => (await readSettings(ctx, heap)).sum
const roundOnes = 50 + 100 + 150 + 200 + 250

test('CAT-14 an import is taken back by a job, and says what it could not take back and why', async () => {
  const ctx = aContext(db)
  const { id } = await aLandedHeap(ctx)
  const preview = await previewReversal(ctx, id)
  const asked = await reverseImport(ctx, id)
  await tellAll(ctx, importListeners, { twice: true })

  expect(preview).toMatchObject({ effects: [{ subject: 'number', did: 'created', count: 250 }], judged: 250 })
  expect(preview.kept.map(({ label }) => label)).toEqual(['250', '200', '150', '100', '50'])
  expect(asked).toMatchObject({ status: 'waiting', total: 250, actor: { name: 'Lin' } })
  expect(await findReversal(ctx, id)).toMatchObject({ status: 'finished', done: 250, reversed: 245, kept: 5 })
  expect(await sumOf(ctx)).toBe(roundOnes)
  expect((await reversalRemarks(ctx, id)).map(({ row, outcome, code }) => [row, outcome, code])).toEqual([
    [51, 'kept', 'heap.round'],
    [101, 'kept', 'heap.round'],
    [151, 'kept', 'heap.round'],
    [201, 'kept', 'heap.round'],
    [251, 'kept', 'heap.round'],
    [8, 'reversed', 'heap.seven'],
  ])
})

test('CAT-14 killed in the middle a reversal goes on, and two runners take nothing back twice', async () => {
  const ctx = aContext(db)
  const { id } = await aLandedHeap(ctx)
  await reverseImport(ctx, id)
  dieAt = 120
  await expect(runReversal(ctx, id)).rejects.toThrow('killed')
  const halfway = await findReversal(ctx, id)
  dieAt = -1
  await Promise.all([runReversal(ctx, id), runReversal(ctx, id)])

  expect(halfway).toMatchObject({ status: 'running', done: 100 })
  expect(await findReversal(ctx, id)).toMatchObject({ status: 'finished', done: 250, kept: 5 })
  expect(await sumOf(ctx)).toBe(roundOnes)
})

test('asking twice is asking once, also at once; a trial and a running import are not taken back', async () => {
  const ctx = aContext(db)
  const { id } = await aLandedHeap(ctx)
  const [one, two] = await Promise.all([reverseImport(ctx, id), reverseImport(ctx, id)])
  const trial = await aLandedHeap(ctx, { dryRun: true })

  expect(one).toEqual(two)
  await expect(reverseImport(ctx, trial.id)).rejects.toMatchObject({ code: 'imports.not_reversible' })
  await expect(reverseImport(aContext(db), id)).rejects.toMatchObject({ code: 'imports.not_found' })
})
