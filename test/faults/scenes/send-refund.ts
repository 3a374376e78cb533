import type { RefundId } from '#model/sales/payments'
import { sendRefund } from '#sales/payments'
import type { Scene } from '../support/scene.ts'

/** An approved refund is sent to its provider. */
const scene: Scene<{ readonly refundId: RefundId }> = (ctx, { refundId }) => sendRefund(ctx, refundId)
export default scene
