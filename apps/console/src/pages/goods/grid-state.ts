import type { AnswerOf, InputOf } from '#client'
import type { Money } from '#kernel/money'
import type { Locale } from '#kernel/text'
import {
  type BatchField,
  batchFields,
  type CellFault,
  type CellValue,
  factCode,
  factField,
  isProductField,
  rowFaults,
  sameValue,
} from '#model/goods/batches'
import type { CategoryAttribute, Product } from '#model/goods/catalog'
import type { RowOf } from '../../frame/lists.ts'
import { type CellOf, readCell, type Words } from './grid-cells.ts'

export type GridProduct = RowOf<'GET /api/v1/admin/product-cells'>
type GridVariant = GridProduct['variants'][number]
export type SavedBatch = AnswerOf<'POST /api/v1/admin/product-batches'>
type BatchBody = InputOf<'POST /api/v1/admin/product-batches'>['body']

/** A line of the grid: a variant; what its product has once stands on the first. */
export interface GridRow {
  readonly key: string
  readonly product: GridProduct
  readonly variant: GridVariant | null
  readonly isFirst: boolean
  /** What the product's category asks it to state. */
  readonly facts: readonly CategoryAttribute[]
}

/** A cell that has a value of its own. */
export interface Place extends CellOf {
  readonly key: string
  readonly row: GridRow
}

/** Somebody else's change of a cell that is being changed here. */
interface Clash {
  readonly now: CellValue
  readonly by: string | null
  readonly at: string | null
}

export interface Edit {
  readonly place: Place
  /** As it was typed, while it cannot be read. */
  readonly typed: string
  readonly value?: CellValue
  readonly fault?: CellFault
  /** What the server said of it. */
  readonly refusal?: { readonly message: string }
  readonly clash?: Clash
}

type Edits = ReadonlyMap<string, Edit>

export interface Grid {
  readonly rows: readonly GridRow[]
  /** What stands there by now where it is not what was loaded. */
  readonly stored: ReadonlyMap<string, CellValue>
  readonly edits: Edits
  readonly past: readonly Edits[]
}

/** What products of a category state, by category. */
export type Asked = ReadonlyMap<string, readonly CategoryAttribute[]>

export const openGrid = (products: readonly GridProduct[], asked: Asked): Grid => ({
  rows: products.flatMap((product) => rowsOf(product, asked.get(product.categoryId ?? '') ?? [])),
  stored: new Map(),
  edits: new Map(),
  past: [],
})

const rowsOf = (product: GridProduct, facts: GridRow['facts']): GridRow[] =>
  product.variants.length === 0
    ? [{ key: product.id, product, variant: null, isFirst: true, facts }]
    : product.variants.map((variant, at) => ({ key: variant.id, product, variant, isFirst: at === 0, facts }))

/** The cell of a field in a row; undefined where the row has none of its own. */
export function placeOf(row: GridRow, field: BatchField): Place | undefined {
  const code = factCode(field)
  const attribute = row.facts.find((each) => each.code === code)
  const id = isProductField(field) ? row.isFirst && row.product.id : row.variant?.id
  return id && (code === undefined || attribute) ? { key: `${id} ${field}`, row, field, attribute } : undefined
}

/** What the house has there. */
export function storedValue({ stored }: Grid, { key, row, field, attribute }: Place): CellValue {
  if (stored.has(key)) return stored.get(key)!
  if (attribute) return (row.product.attributes as Product['attributes'])[attribute.code] ?? null
  return ((isProductField(field) ? row.product : row.variant) as unknown as Record<string, CellValue>)[field] ?? null
}

/** What will stand there: the edit where it can be read, else what the house has. */
export const valueAt = (grid: Grid, place: Place): CellValue => {
  const value = grid.edits.get(place.key)?.value
  return value === undefined ? storedValue(grid, place) : value
}

const mostSteps = 100

/** Types into cells, all as one step that can be taken back. What says again what stands there is no change. */
export function typeInto(grid: Grid, wishes: readonly { place: Place; typed: string }[], words: Words): Grid {
  const edits = new Map(grid.edits)
  for (const { place, typed } of wishes) {
    const before = storedValue(grid, place)
    const reading = readCell(place, typed, words, before)
    const isBack = 'value' in reading && sameValue(reading.value, before)
    if (isBack) edits.delete(place.key)
    else edits.set(place.key, { place, typed, ...reading })
  }
  return { ...grid, edits, past: [...grid.past.slice(-mostSteps), grid.edits] }
}

/** One step back. */
export const stepBack = (grid: Grid): Grid =>
  grid.past.length === 0 ? grid : { ...grid, edits: grid.past.at(-1)!, past: grid.past.slice(0, -1) }

/** Takes what somebody else wrote instead of one's own. */
export function takeTheirs(grid: Grid, { place, clash }: Edit): Grid {
  const edits = new Map(grid.edits)
  edits.delete(place.key)
  return { ...grid, edits, past: [], stored: new Map(grid.stored).set(place.key, clash!.now) }
}

/** Knows what somebody else wrote, and writes one's own over it. */
export function keepMine(grid: Grid, { clash, refusal: _, ...edit }: Edit): Grid {
  const { key } = edit.place
  const stored = new Map(grid.stored).set(key, clash!.now)
  return { ...grid, edits: new Map(grid.edits).set(key, edit), past: [], stored }
}

/** What is wrong with cells that were changed here, by their key. */
export function faultsIn(grid: Grid): Map<string, CellFault> {
  const taken = timesUsed(grid)
  const faults = new Map<string, CellFault>()
  for (const [key, { place, value, fault }] of grid.edits) {
    const found = fault ?? togetherFault(grid, place) ?? twice(taken, place.field, value)
    if (found) faults.set(key, found)
  }
  return faults
}

/** A former price that is not the higher one is told where the row was changed. */
function togetherFault(grid: Grid, { row, field }: Place): CellFault | undefined {
  if (field !== 'list' && field !== 'was') return undefined
  const amount = (part: 'list' | 'was') => valueAt(grid, placeOf(row, part)!) as Money | null
  const [found] = rowFaults({ list: amount('list'), was: amount('was') })
  const isHere = found && (field === 'was' || !grid.edits.has(placeOf(row, 'was')!.key))
  return isHere ? { ...found, field } : undefined
}

/** How often each code and barcode stands in the grid. */
function timesUsed(grid: Grid): ReadonlyMap<string, number> {
  const used = new Map<string, number>()
  const hasCodes = [...grid.edits.values()].some(({ place: { field } }) => field === 'sku' || field === 'barcode')
  for (const row of hasCodes ? grid.rows : [])
    for (const field of ['sku', 'barcode'] as const) {
      const place = placeOf(row, field)
      const value = place && valueAt(grid, place)
      if (value) used.set(`${field} ${value}`, (used.get(`${field} ${value}`) ?? 0) + 1)
    }
  return used
}

function twice(
  used: ReadonlyMap<string, number>,
  field: BatchField,
  value: CellValue | undefined,
): CellFault | undefined {
  if ((used.get(`${field} ${value}`) ?? 0) < 2) return undefined
  return { field, code: `catalog.${field}_taken`, details: { [field]: value } }
}

/** The id of what a cell belongs to. */
const thingOf = ({ row, field }: Place): string => (isProductField(field) ? row.product.id : row.variant!.id)

/** What is to be saved: rows in which nothing is wrong, each with its changed cells. */
export function toSave(grid: Grid): BatchBody['rows'] {
  const faults = faultsIn(grid)
  const byThing = Map.groupBy(grid.edits.values(), ({ place }) => thingOf(place))
  return [...byThing.values()]
    .filter((edits) => edits.every(({ place }) => !faults.has(place.key)))
    .map((edits) => {
      const { row, field } = edits[0]!.place
      return {
        productId: row.product.id,
        variantId: isProductField(field) ? null : row.variant!.id,
        cells: edits.map(({ place, value }) => ({
          field: place.field,
          from: plain(storedValue(grid, place)),
          to: plain(value!),
        })),
      } as BatchBody['rows'][number]
    })
}

/** A list of our own: answers are read-only, requests are not. */
const plain = (value: CellValue) => (Array.isArray(value) ? [...value] : value)

/** After saving: what was saved stands there; what was refused stays as an edit with the reason. */
export function afterSaving(grid: Grid, { rows }: SavedBatch): Grid {
  const stored = new Map(grid.stored)
  const edits = new Map(grid.edits)
  for (const { productId, variantId, status, cells, field, message, now, by, at, code } of rows) {
    const keyOf = (name: string) => `${variantId ?? productId} ${name}`
    for (const cell of status === 'saved' || status === 'unchanged' ? cells : []) {
      stored.set(keyOf(cell.field), cell.to as CellValue)
      edits.delete(keyOf(cell.field))
    }
    const edit = field && edits.get(keyOf(field))
    if (!edit || status !== 'refused') continue
    const clash = code === 'batches.changed_meanwhile' ? { clash: { now: now as CellValue, by, at } } : {}
    edits.set(keyOf(field), { ...edit, refusal: { message: message ?? '' }, ...clash })
  }
  return { ...grid, stored, edits, past: [] }
}

/** Whose columns the grid has, in the order of the fields; costs only for those who may know them. */
export const columnsFor = (maySeeCosts: boolean) => batchFields.filter((field) => field !== 'cost' || maySeeCosts)

/** A column for each attribute that one of the products may state, under the names and the unit it has in their categories. */
export function factColumns(rows: Grid['rows'], language: Locale) {
  const facts = Map.groupBy(new Set(rows.flatMap((row) => row.facts)), ({ code }) => code)
  return [...facts].map(([code, all]) => ({
    field: factField(code),
    kind: all[0]!.kind,
    title: [...new Set(all.map((each) => headOf(each, language)))].join(' / '),
  }))
}

const headOf = ({ kind, name, options }: CategoryAttribute, language: Locale): string => {
  const unit = kind === 'number' && options[0]?.[language]
  return unit ? `${name[language]} (${unit})` : name[language]
}
