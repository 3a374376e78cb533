import type { VariantId } from '#model/goods/catalog'
import type { ShopId, Tx } from '#platform/context'

/** Those of this process who want the same variant. */
interface Crowd {
  present: number
  /** The second in which the last of them came, and how many came in it while others were there. */
  second: number
  met: number
}

/** Kept in memory: counted in the database, it would be one more row to wait for. */
const shops = new Map<ShopId, Map<VariantId, Crowd>>()

function crowdsOf(shopId: ShopId): Map<VariantId, Crowd> {
  const crowds = shops.get(shopId) ?? new Map<VariantId, Crowd>()
  shops.set(shopId, crowds)
  return crowds
}

const secondOf = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / 1_000)

type Visit = Pick<Tx, 'shopId' | 'now'>

/** Somebody comes to a row that one at a time can write. Answers how to leave it. */
export function joinCrowd({ shopId, now }: Visit, variantId: VariantId): () => void {
  const crowds = crowdsOf(shopId)
  const second = secondOf(now)
  const crowd = crowds.get(variantId) ?? { present: 0, second, met: 0 }
  crowds.set(variantId, crowd)
  if (second > crowd.second) Object.assign(crowd, { second, met: 0 }) // who began earlier may come later
  if (crowd.present > 0) crowd.met += 1
  crowd.present += 1
  return () => {
    crowd.present -= 1
  }
}

/** The variants at which more than so many met in one second, each told once. Those that everybody has left are forgotten. */
export function overrunVariants({ shopId, now }: Visit, most: number): VariantId[] {
  const crowds = crowdsOf(shopId)
  const overrun = [...crowds].filter(([, { met }]) => met > most).map(([variantId]) => variantId)
  for (const variantId of overrun) crowds.get(variantId)!.met = 0
  for (const [variantId, { present, second }] of crowds)
    if (present === 0 && second < secondOf(now)) crowds.delete(variantId)
  return overrun
}
