export { type Neighbour, neighboursOf, type Sequences, type Shape, usualShape } from './neighbours.ts'
export { type Next, type Past, rankNext } from './rank-next.ts'
export { type Step, sequencesOf } from './sequences.ts'
