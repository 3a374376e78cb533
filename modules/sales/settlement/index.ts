export { listBills } from './bill-store.ts'
export { exceptionNotFound, exceptionSettled, listExceptions, loadException } from './exception-store.ts'
export { providerStillDiffers, type ResolveException, resolutionUnfit, resolveException } from './resolve-exception.ts'
export { type TakeBill, takeBill } from './take-bill.ts'
