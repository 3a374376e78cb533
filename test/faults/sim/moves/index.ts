import { aftermath } from './aftermath.ts'
import { clockwork } from './clockwork.ts'
import { desk } from './desk.ts'
import { floor } from './floor.ts'
import type { Moves } from './move.ts'
import { shopping } from './shopping.ts'
import { stockroom } from './stockroom.ts'

/** Everything that anybody may do. */
export const moves: Moves = { ...shopping, ...floor, ...stockroom, ...desk, ...aftermath, ...clockwork }
