import { refusal } from '#kernel/refusal'
import type { VariantId } from '#model/goods/catalog'
import type { BinId, LotId, WarehouseId } from './model.ts'

export const outOfStock = refusal(
  'conflict',
  'inventory.out_of_stock',
  (d: { variantId: VariantId; wanted: number; available: number; field: string }) =>
    `${d.wanted} of ${d.variantId} wanted, ${d.available} available`,
)
export const warehouseNotFound = refusal(
  'not_found',
  'inventory.warehouse_not_found',
  (d: { warehouseId: string; field: string }) => `there is no warehouse ${d.warehouseId}`,
)
export const warehouseCodeTaken = refusal(
  'conflict',
  'inventory.warehouse_code_taken',
  (d: { code: string; field: 'code' }) => `the code ${d.code} is taken`,
)
export const warehouseHoldsGoods = refusal(
  'conflict',
  'inventory.warehouse_holds_goods',
  (d: { code: string; field: 'status' }) => `goods lie in ${d.code}, so it cannot close`,
)
export const districtUnknown = refusal(
  'invalid',
  'inventory.district_unknown',
  (d: { field: 'districtCode'; districtCode: string }) => `${d.districtCode} is no district`,
)
export const binNotFound = refusal(
  'not_found',
  'inventory.bin_not_found',
  (d: { bin: string; field: string }) => `there is no bin ${d.bin}`,
)
export const binCodeTaken = refusal(
  'conflict',
  'inventory.bin_code_taken',
  (d: { code: string; field: 'code' }) => `the code ${d.code} is taken in this warehouse`,
)
export const variantNotFound = refusal(
  'not_found',
  'inventory.variant_not_found',
  (d: { variantId: string; field: string }) => `there is no variant ${d.variantId}`,
)
export const zoneMissing = refusal(
  'conflict',
  'inventory.zone_missing',
  (d: { warehouseId: WarehouseId; zone: string }) => `warehouse ${d.warehouseId} has no bin of zone ${d.zone}`,
)
export const differentWarehouses = refusal(
  'invalid',
  'inventory.different_warehouses',
  (_: { field: 'toBinId' }) => 'goods are moved inside one warehouse',
)
export const notSoMany = refusal(
  'conflict',
  'inventory.not_so_many',
  (d: { binId: BinId; lotId: LotId; variantId: VariantId; wanted: number; field: string }) =>
    `bin ${d.binId} holds fewer than ${d.wanted} free pieces of ${d.variantId}`,
)
export const stockMoved = refusal(
  'conflict',
  'inventory.stock_moved',
  (d: { seen: number; actual: number; field: 'seen' }) => `${d.seen} were seen, ${d.actual} are there now`,
)
export const onTheWay = refusal(
  'conflict',
  'inventory.on_the_way',
  (d: { field: string }) => `${d.field} holds goods on the way`,
)
export const noChange = refusal(
  'invalid',
  'inventory.no_change',
  (_: { field: 'change' }) => 'a correction of zero changes nothing',
)
export const reasonMissing = refusal(
  'invalid',
  'inventory.reason_missing',
  (_: { field: 'reason' }) => 'a correction needs its reason',
)
export const lotNotFound = refusal(
  'not_found',
  'inventory.lot_not_found',
  (d: { lotId: string; field: string }) => `there is no lot ${d.lotId}`,
)
export const lotDatesDiffer = refusal(
  'conflict',
  'inventory.lot_dates_differ',
  (d: { number: string; field: 'lot' }) => `lot ${d.number} is known with other dates`,
)
export const lotDatesWrong = refusal(
  'invalid',
  'inventory.lot_dates_wrong',
  (d: { number: string; field: 'lot' }) => `lot ${d.number} would expire before it was made`,
)
export const lotNotSellable = refusal(
  'conflict',
  'inventory.lot_not_sellable',
  (d: { lotId: LotId; number: string }) => `lot ${d.number} has expired or is blocked`,
)
export const notReserved = refusal(
  'conflict',
  'inventory.not_reserved',
  (d: { holder: string; lineId: string; quantity: number }) =>
    `${d.holder} does not hold ${d.quantity} for line ${d.lineId}`,
)
