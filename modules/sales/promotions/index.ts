export { type CreateReduction, createReduction } from './create-reduction.ts'
export { endReduction } from './end-reduction.ts'
export { listReductions, nextReduction, reductionFor } from './find-reductions.ts'
