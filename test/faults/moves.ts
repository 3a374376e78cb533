import type { Context } from '#platform/context'
import { type PlaceOrder, placeOrder } from '#sales/orders'

/** Everything somebody may be seen doing in a race, by name, because a function cannot travel to another process. */
export const moves = {
  placeOrder: (ctx: Context, input: PlaceOrder) => placeOrder(ctx, input),
}

export type Moves = typeof moves
export type MoveName = keyof Moves
