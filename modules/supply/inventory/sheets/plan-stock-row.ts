import type { SaleItem } from '#model/goods/catalog'
import type { RowProblem } from '#platform/imports'
import { lotIsSellable } from '../lot-store.ts'
import { isSellable, type Warehouse } from '../model.ts'
import type { StockRowRead } from './read-stock-row.ts'
import type { SheetBin, SheetLot, SheetSlot, StockPlaces } from './stock-places.ts'

/** What becomes of a row: so many more or fewer in a slot, or nothing. */
export type StockPlan =
  | { readonly problems: readonly RowProblem[] }
  | {
      readonly read: StockRowRead
      readonly item: SaleItem
      readonly bin: SheetBin
      readonly lot: SheetLot | { readonly number: string }
      readonly change: number
      readonly causeId: string
    }

interface Around {
  readonly places: StockPlaces
  readonly item: SaleItem | undefined
  readonly today: Temporal.PlainDate
  /** The lot that goods get when nobody says which. */
  readonly newLot: string
  /** What earlier imports of the same receipt have brought, by cause. */
  readonly receivedBefore: ReadonlyMap<string, number>
  readonly causeOf: (read: StockRowRead) => string
}

/** Decides what a row changes, by the same rules as a correction or receipt made by hand. Writes nothing. */
export function planStockRow(read: StockRowRead, around: Around): StockPlan {
  const { item, places } = around
  const problems = [...read.problems]
  const refuse = (field: string, code: string, details?: Record<string, unknown>, value?: string): StockPlan => ({
    problems: [...problems, { row: read.row, field, code, details, value }],
  })
  if (problems.length > 0) return { problems }
  if (!item) return refuse('sku', 'sheet.sku_unknown', {}, read.sku)
  const warehouse = warehouseOf(places, read.warehouse)
  if (!warehouse) return refuse('warehouse', 'stock_import.warehouse_unknown', {}, read.warehouse)
  const bin = binOf(places, { warehouse, code: read.bin, item, lot: read.lot })
  if (!bin) return refuse('bin', 'inventory.bin_not_found', { bin: read.bin }, read.bin)
  const here = places.slots.filter((slot) => slot.binId === bin.id && slot.variantId === item.variantId)
  const number = lotNumber(read, here, around.newLot)
  if (number === undefined) return refuse('lot', 'stock_import.lot_needed', { bin: bin.code })
  const lot = places.lots.find((each) => each.variantId === item.variantId && each.number === number)
  const change = changeOf(
    read,
    here.find((slot) => slot.lot === number),
    around,
  )
  if (change === 'differs') return refuse('quantity', 'stock_import.received_differs', {}, String(read.quantity))
  const wrong = lotProblem(read, { lot, number, bin, change, today: around.today, here })
  if (wrong) return refuse(wrong.field, wrong.code, wrong.details, wrong.value)
  return { read, item, bin, lot: lot ?? { number }, change, causeId: around.causeOf(read) }
}

const warehouseOf = ({ warehouses }: StockPlaces, word: string): Warehouse | undefined =>
  word === ''
    ? warehouses[0]
    : warehouses.find(({ code, name, nameEn }) => [code, name, nameEn].some((each) => same(each, word)))

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

interface BinWanted {
  readonly warehouse: Warehouse
  readonly code: string
  readonly item: SaleItem
  readonly lot: string
}

/** The bin of that code; without one, the shelf where most of the variant lies (of that lot), or the first shelf. */
function binOf({ bins, slots }: StockPlaces, { warehouse, code, item, lot }: BinWanted): SheetBin | undefined {
  const own = bins.filter(({ warehouseId }) => warehouseId === warehouse.id)
  if (code) return own.find((bin) => same(bin.code, code))
  const shelves = own.filter(({ zone }) => zone === 'pick')
  const usual = slots.find(
    (slot) =>
      slot.variantId === item.variantId &&
      slot.quantity > 0 &&
      (lot === '' || slot.lot === lot) &&
      shelves.some(({ id }) => id === slot.binId),
  )
  return shelves.find(({ id }) => id === usual?.binId) ?? shelves[0]
}

/** Without a lot number it is the one lot that lies there, or a new one; undefined where several lie. */
function lotNumber({ lot, mode }: StockRowRead, here: readonly SheetSlot[], fresh: string): string | undefined {
  if (lot) return lot
  if (mode === 'receipt') return fresh
  const filled = here.filter(({ quantity }) => quantity > 0)
  return filled.length > 1 ? undefined : (filled[0]?.lot ?? fresh)
}

function changeOf(
  read: StockRowRead,
  slot: SheetSlot | undefined,
  { receivedBefore, causeOf }: Pick<Around, 'receivedBefore' | 'causeOf'>,
): number | 'differs' {
  if (read.mode === 'count') return read.quantity - (slot?.quantity ?? 0)
  const before = receivedBefore.get(causeOf(read))
  return before === undefined ? read.quantity : before === read.quantity ? 0 : 'differs'
}

interface LotAround {
  readonly lot: SheetLot | undefined
  readonly number: string
  readonly bin: SheetBin
  readonly change: number
  readonly today: Temporal.PlainDate
  readonly here: readonly SheetSlot[]
}

function lotProblem(
  { producedOn, expiresOn, quantity }: StockRowRead,
  { lot, number, bin, change, today, here }: LotAround,
): Omit<RowProblem, 'row'> | undefined {
  if (producedOn && expiresOn && Temporal.PlainDate.compare(expiresOn, producedOn) <= 0)
    return { field: 'expiresOn', code: 'inventory.lot_dates_wrong', details: { number }, value: expiresOn.toString() }
  if (lot && (differs(producedOn, lot.producedOn) || differs(expiresOn, lot.expiresOn)))
    return { field: 'lot', code: 'inventory.lot_dates_differ', details: { number }, value: number }
  const state = lot ?? ({ status: 'released', expiresOn } as const)
  if (change > 0 && isSellable(bin.zone) && !lotIsSellable(state, today))
    return { field: 'lot', code: 'inventory.lot_not_sellable', details: { number }, value: number }
  const allocated = here.find((slot) => slot.lot === number)?.allocated ?? 0
  if (change < 0 && quantity < allocated)
    return { field: 'quantity', code: 'stock_import.being_picked', details: { allocated }, value: String(quantity) }
  return undefined
}

const differs = (given: Temporal.PlainDate | null, known: Temporal.PlainDate | null): boolean =>
  given !== null && !(known?.equals(given) ?? false)
