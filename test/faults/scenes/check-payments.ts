import { checkPayments } from '#sales/payments'
import type { Scene } from '../support/scene.ts'

/** The house asks the providers what became of open payments, as it does by the clock. */
const scene: Scene<null> = (ctx) => checkPayments(ctx)
export default scene
