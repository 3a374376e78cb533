export { headsOf } from './heads.ts'
export { categoryHead, productHead } from './own-head.ts'
export { headTooLong, type WriteHead, writeHead } from './write-head.ts'
