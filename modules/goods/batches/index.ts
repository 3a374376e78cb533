export { findBatches, loadBatch, rowsOf } from './batch-store.ts'
export { type ChangeGoods, changeGoods, undoBatch } from './change-goods.ts'
