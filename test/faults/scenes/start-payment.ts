import { type StartPayment, startPayment } from '#sales/orders'
import type { Scene } from '../support/scene.ts'

/** A buyer wants to pay: the payment is opened at its provider. */
const scene: Scene<StartPayment> = (ctx, wish) => startPayment(ctx, wish)
export default scene
