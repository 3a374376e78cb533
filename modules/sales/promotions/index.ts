export { type CreateReduction, createReduction } from './create-reduction.ts'
export { endReduction } from './end-reduction.ts'
export { listReductions, nextReduction, reductionFor, reductionName, reductionsInForce } from './find-reductions.ts'
