import { changePrice, pricesOf } from '#goods/prices'
import { percentOf, subtract } from '#kernel/money'
import { cartView } from '#sales/carts'
import { keepFavourite } from '#sales/favourites'
import type { Person } from './people.ts'
import { at, type Cast, type Stage } from './stage.ts'
import type { Good } from './stock-goods.ts'

interface Bargain {
  readonly stage: Stage
  readonly cast: Cast
  readonly goods: readonly Good[]
  readonly person: Person
}

/** Something that the shopper kept and put into the cart yesterday costs 15 % less since an hour ago, in all of its variants. */
export async function lowerAPrice({ stage, cast, goods, person }: Bargain, now: Temporal.Instant): Promise<void> {
  const shopper = at(stage, cast.shopId, person.actor, now.subtract({ hours: 24 }))
  const productId = (await cartView(shopper)).lines.at(-1)?.item?.productId
  if (!productId) return
  await keepFavourite(shopper, productId)
  const owner = at(stage, cast.shopId, cast.staff.owner, now.subtract({ hours: 1 }))
  const variantIds = goods.filter((good) => good.productId === productId).map(({ variantId }) => variantId)
  for (const [variantId, { list, was, cost }] of await pricesOf(owner, variantIds))
    await changePrice(owner, { variantId, list: subtract(list, percentOf(list, 15)), was: was ?? list, cost })
}
