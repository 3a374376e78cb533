import { isRefusal } from '#kernel/refusal'
import { followShop, keepFavourite } from '#sales/favourites'
import type { Dice } from './dice.ts'
import type { Person } from './people.ts'
import { at, type Cast, type Stage } from './stage.ts'
import type { Good } from './stock-goods.ts'

interface Looking {
  readonly stage: Stage
  readonly cast: Cast
  readonly goods: readonly Good[]
  readonly people: readonly Person[]
  readonly chance: Dice
}

/** Over the last weeks people kept what they liked, the more charming the more often; two of three follow the shop. */
export async function keepFavourites(
  { stage, cast, goods, people, chance }: Looking,
  until: Temporal.Instant,
): Promise<void> {
  const liked = goods.toSorted((a, b) => b.charm - a.charm || (a.sku < b.sku ? -1 : 1)).slice(0, 30)
  for (const [index, { actor }] of people.entries()) {
    const looks = index === 0 ? 6 : chance.whole(0, 3)
    for (let look = 0; look < looks; look++) {
      const now = until.subtract({ hours: chance.whole(1, 480) })
      await keep(at(stage, cast.shopId, actor, now), chance.pick(liked))
    }
    if (index === 0 || chance.happens(66))
      await followShop(at(stage, cast.shopId, actor, until.subtract({ hours: chance.whole(1, 480) })))
  }
}

/** What is no longer sold by then is not kept. */
async function keep(ctx: Parameters<typeof keepFavourite>[0], { productId }: Good): Promise<void> {
  try {
    await keepFavourite(ctx, productId)
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}
