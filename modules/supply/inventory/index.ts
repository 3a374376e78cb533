export { type AdjustStock, adjustStock, type CorrectStock, correctStock } from './adjust-stock.ts'
export type { Slot } from './bin-store.ts'
export { type Boxed, boxReservations } from './box-reservations.ts'
export { type CarryStock, carryStock, type MoveStock, moveStock } from './carry-stock.ts'
export { type ChangeWarehouse, changeWarehouse } from './change-warehouse.ts'
export { type ClaimStock, claimStock } from './claim-stock.ts'
export { type ConfirmClaims, claimedLines, claimsOf, confirmClaims } from './claim-store.ts'
export { type DispatchLine, type DispatchStock, dispatchStock } from './dispatch-stock.ts'
export {
  type ExplainedMovement,
  type ExplainStock,
  explainStock,
  type ReservedFor,
  type StockExplanation,
} from './explain-stock.ts'
export { handReservations } from './hand-reservations.ts'
export { coolDown, hotVariants, type MarkHot, markCrowded, markHot } from './hot-variants.ts'
export { inventoryClockJobs, inventoryListeners } from './jobs.ts'
export { loadLot, lotIsSellableNow, type NewLot } from './lot-store.ts'
export {
  blockLot,
  type ExpiringLot,
  expireLots,
  expiringLots,
  type LotPassage,
  lotsOf,
  unblockLot,
  warnOfExpiry,
} from './lots.ts'
export { type MovedSlot, movedBy } from './movement-store.ts'
export { addBins, type NewBin, type OpenWarehouse, openWarehouse } from './open-warehouse.ts'
export {
  type Allocated,
  type AllocatePicks,
  allocatePicks,
  freeAllocation,
  type PutPickedBack,
  putPickedBack,
  type Suggested,
  suggestPicks,
  type TakePicked,
  takePicked,
} from './pick-stock.ts'
export { type ReceiveFirstStock, receiveFirstStock } from './receive-first-stock.ts'
export { type ReceivedLine, type ReceiveGoods, type ReceiveStock, receiveGoods, receiveStock } from './receive-stock.ts'
export { keepReservation, releaseLines, releaseStock, sweepReservations } from './release-stock.ts'
export {
  availabilityAt,
  availabilityOf,
  availableAt,
  lockReservations,
  type Reservation,
  reservationsOf,
} from './reservation-store.ts'
export { type Reserved, type ReserveStock, reserveStock } from './reserve-stock.ts'
export { movementsExport } from './sheets/movements-export.ts'
export { stockExport } from './sheets/stock-export.ts'
export { stockImport } from './sheets/stock-import.ts'
export { stockImportText } from './sheets/stock-import-text.ts'
export {
  binNotFound,
  lotNotSellable,
  notReserved,
  notSoMany,
  outOfStock,
  stockMoved,
  variantNotFound,
  warehouseNotFound,
} from './stock.ts'
export { type BinStockRow, type StockFilter, type StockRow, stockByBin, stockGrid } from './stock-grid.ts'
export { type TakeBackFirstStock, takeBackFirstStock, variantsEverMoved } from './take-back-first-stock.ts'
export { tellListingAgain } from './tell-listing.ts'
export { type Arrived, type Hold, holdStock, sendAway, type Transferred, takeIn } from './transfer-stock.ts'
export {
  binsOf,
  firstBin,
  loadBin,
  loadWarehouse,
  packingBinOf,
  shopToday,
  usualBin,
  warehouses,
} from './warehouse-store.ts'
export { type WhereFrom, whereFrom } from './where-from.ts'
