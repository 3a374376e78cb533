export { post, postAll, type Transfer } from './post.ts'
export { balanceOf, balances, type LedgerRow, listTransfers } from './read-ledger.ts'
export { transfersExport } from './transfers-export.ts'
