import { joinGuestCart } from '#sales/carts'
import type { Scene } from '../support/scene.ts'

/** A shopper has just signed in, with a guest's cart in the browser. */
const scene: Scene<{ readonly guestKey: string }> = (ctx, guest) => joinGuestCart(ctx, guest)
export default scene
