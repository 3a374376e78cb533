import { type PlaceOrder, placeOrder } from '#sales/orders'
import type { Scene } from '../support/scene.ts'

/** A buyer orders what lies in the cart. */
const scene: Scene<PlaceOrder> = (ctx, wish) => placeOrder(ctx, wish)
export default scene
