import { newId } from '#kernel/id'
import { isRefusal } from '#kernel/refusal'
import type { VariantId } from '#model/goods/catalog'
import type { ShopId } from '#platform/context'
import { openDatabase } from '#platform/database'
import { claimStock, outOfStock } from '#supply/inventory'
import { aContext } from '#test/context'
import type { Script } from '../script.ts'

export interface ClaimArgs {
  readonly url: string
  readonly shopId: ShopId
  readonly variantId: VariantId
}

/** One cart after the other claims a piece of one variant. Fails when somebody is served who came after somebody that was refused. */
const claims: Script<ClaimArgs> = {
  open({ url, shopId, variantId }) {
    const db = openDatabase({ url })
    const ctx = aContext(db, { shopId, now: Temporal.Now.instant() })
    const order = arrivals()
    return {
      caller: () => async () => {
        const arrived = order.next()
        try {
          await claimStock(ctx, { holder: newId(), variantId, quantity: 1, province: '33', field: 'lines' })
          return order.served(arrived)
        } catch (error) {
          if (!isRefusal(error, outOfStock)) throw error
          return order.refused(arrived)
        }
      },
      close: async () => {
        await db.destroy()
        order.check()
      },
    }
  },
}

/** Who came when, and how far down the row somebody was served or refused. */
function arrivals() {
  let last = 0
  let lastServed = 0
  let firstRefused = Infinity
  return {
    next: () => ++last,
    served(arrived: number) {
      lastServed = Math.max(lastServed, arrived)
      return 'done'
    },
    refused(arrived: number) {
      firstRefused = Math.min(firstRefused, arrived)
      return 'refused'
    },
    check() {
      if (lastServed > firstRefused)
        throw new Error(`number ${lastServed} was served, ${firstRefused} before it refused`)
    },
  }
}

export default claims
