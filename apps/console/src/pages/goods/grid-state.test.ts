import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { BatchField } from '#model/goods/batches'
import type { Words } from './grid-cells.ts'
import {
  afterSaving,
  factColumns,
  faultsIn,
  type Grid,
  type GridProduct,
  keepMine,
  openGrid,
  placeOf,
  type SavedBatch,
  stepBack,
  storedValue,
  takeTheirs,
  toSave,
  typeInto,
} from './grid-state.ts'

const words: Words = { language: 'zh', currency: 'CNY', choices: {} }
const variant = (id: string, list: number): GridProduct['variants'][number] => ({
  id,
  specification: id,
  sku: id,
  barcode: null,
  weightGrams: 100,
  list: money(list),
  was: null,
  cost: null,
})
const product = (id: string, ...variants: GridProduct['variants']): GridProduct => ({
  id,
  status: 'on_sale',
  nameZh: id,
  nameEn: null,
  titleZh: id,
  titleEn: null,
  categoryId: null,
  brandId: null,
  lifeStage: null,
  tags: [],
  keywords: [],
  attributes: {},
  variants,
})
const grid = openGrid([product('杯', variant('C-1', 1_000), variant('C-2', 2_000)), product('壶')], new Map())
const type = (from: Grid, row: number, field: BatchField, typed: string) =>
  typeInto(from, [{ place: placeOf(from.rows[row]!, field)!, typed }], words)

test('a product’s own cells stand once, on its first variant; one without variants has no prices', () => {
  expect(grid.rows.map((row) => [placeOf(row, 'nameZh')?.key, placeOf(row, 'list')?.key])).toEqual([
    ['杯 nameZh', 'C-1 list'],
    [undefined, 'C-2 list'],
    ['壶 nameZh', undefined],
  ])
})

test('only rows without a fault are handed in, with what stood there and what is wanted', () => {
  const edited = type(type(type(grid, 0, 'list', '9.90'), 1, 'list', '面议'), 0, 'nameZh', '盏')

  expect(toSave(edited)).toEqual([
    { productId: '杯', variantId: 'C-1', cells: [{ field: 'list', from: money(1_000), to: money(990) }] },
    { productId: '杯', variantId: null, cells: [{ field: 'nameZh', from: '杯', to: '盏' }] },
  ])
  expect([...faultsIn(edited)].map(([key, { code }]) => [key, code])).toEqual([['C-2 list', 'prices.invalid']])
})

test('a former price below the price and a code that stands twice are told before anybody saves', () => {
  const edited = type(type(grid, 0, 'was', '8'), 1, 'sku', 'C-1')
  expect([...faultsIn(edited)].map(([key, { code }]) => [key, code])).toEqual([
    ['C-1 was', 'prices.was_not_higher'],
    ['C-2 sku', 'catalog.sku_taken'],
  ])
})

test('typing what stands there already is no change, and a step is taken back whole', () => {
  const twice = typeInto(
    grid,
    grid.rows.slice(0, 2).map((row) => ({ place: placeOf(row, 'weightGrams')!, typed: '120' })),
    words,
  )
  expect(twice.edits.size).toBe(2)
  expect(stepBack(twice).edits.size).toBe(0)
  expect(type(twice, 0, 'weightGrams', '100').edits.size).toBe(1)
})

test('what somebody else wrote meanwhile is taken, or written over knowingly', () => {
  const row = { productId: '杯', variantId: 'C-1', label: 'C-1', cells: [], kept: [], message: '有人改过' }
  const clash = { field: 'list', code: 'batches.changed_meanwhile', now: money(1_200), by: 'Mei', at: null }
  const answer = { rows: [{ ...row, status: 'refused', ...clash }] } as unknown as SavedBatch
  const refused = afterSaving(type(grid, 0, 'list', '9.90'), answer)
  const edit = refused.edits.get('C-1 list')!
  expect(edit.clash).toEqual({ now: money(1_200), by: 'Mei', at: null })

  const theirs = takeTheirs(refused, edit)
  expect([theirs.edits.size, storedValue(theirs, edit.place)]).toEqual([0, money(1_200)])
  expect(toSave(keepMine(refused, edit))[0]!.cells).toEqual([{ field: 'list', from: money(1_200), to: money(990) }])
})

test('an attribute has a cell where the category asks for it, once for the product, and is saved as what it was and shall be', () => {
  const facts = new Map([
    [
      'teas',
      [
        {
          code: 'year',
          kind: 'number',
          required: false,
          name: { zh: '年份', en: 'Year' },
          options: [{ code: 'y', zh: '年', en: 'y' }],
        },
      ],
    ],
  ] as const)
  const teas = {
    ...product('茶', variant('T-1', 100), variant('T-2', 100)),
    categoryId: 'teas',
    attributes: { year: 2025 },
  }
  const opened = openGrid([teas, product('壶')], facts)

  expect(opened.rows.map((row) => placeOf(row, 'attributes.year')?.key)).toEqual([
    '茶 attributes.year',
    undefined,
    undefined,
  ])
  expect(factColumns(opened.rows, 'zh')).toEqual([{ field: 'attributes.year', kind: 'number', title: '年份 (年)' }])
  expect(toSave(type(opened, 0, 'attributes.year', '2026'))).toEqual([
    { productId: '茶', variantId: null, cells: [{ field: 'attributes.year', from: 2025, to: 2026 }] },
  ])
  expect(faultsIn(type(opened, 0, 'attributes.year', '今年')).size).toBe(1)
})
