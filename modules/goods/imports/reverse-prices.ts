import { saleItemsOf } from '#goods/catalog'
import { changePrices, lockPrices, type NewPrice, samePrice, takePricesAway } from '#goods/prices'
import { sameMoney } from '#kernel/money'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { Price } from '#model/goods/prices'
import type { Tx } from '#platform/context'
import type { ImportEffect, Reverse, Reversed } from '#platform/imports'

type Way = { readonly step: 'set' | 'remove'; readonly price: NewPrice } | { readonly step: 'none' }

interface Judged {
  readonly answer: Reversed
  readonly way: Way
}

/**
 * Puts prices back that still say what the sheet said. One that a variant had never had is taken away, unless it is on sale: nothing is
 * sold without a price.
 */
export const reversePrices: Reverse = async (tx, effects, { dryRun }) => {
  const ids = effects.map(({ subjectId }) => subjectId as VariantId)
  const current = await lockPrices(tx, ids.toSorted())
  const items = await saleItemsOf(tx, ids)
  const judged = effects.map((effect, at) => judge(effect, items.get(ids[at]!), current.get(ids[at]!)))
  if (!dryRun) await carryOut(tx, judged)
  return judged.map(({ answer }) => answer)
}

const leave = (answer: Reversed): Judged => ({ answer, way: { step: 'none' } })

function judge(effect: ImportEffect, item: SaleItem | undefined, current: Price | undefined): Judged {
  if (!item || !current) return leave({ outcome: 'reversed', code: 'price_import.gone' })
  const [before, after] = [effect.before as Price | null, effect.after as Price]
  if (!samePrice(current, after)) return leave(editedSince(current, after))
  const { productId, variantId } = item
  if (before)
    return { answer: { outcome: 'reversed' }, way: { step: 'set', price: { productId, variantId, price: before } } }
  if (item.active) return leave({ outcome: 'kept', code: 'price_import.on_sale' })
  return { answer: { outcome: 'reversed' }, way: { step: 'remove', price: { productId, variantId, price: after } } }
}

function editedSince(current: Price, after: Price): Reversed {
  const isSame = (part: 'list' | 'was' | 'cost') => {
    const [one, other] = [current[part], after[part]]
    return one === other || (one !== null && other !== null && sameMoney(one, other))
  }
  const parts = (['list', 'was', 'cost'] as const).filter((part) => !isSame(part))
  return { outcome: 'kept', code: 'imports.edited_since', details: { parts: parts.join(', ') } }
}

async function carryOut(tx: Tx, judged: readonly Judged[]): Promise<void> {
  const ways = judged.map(({ way }) => way)
  await changePrices(
    tx,
    ways.flatMap((way) => (way.step === 'set' ? [way.price] : [])),
  )
  await takePricesAway(
    tx,
    ways.flatMap((way) => (way.step === 'remove' ? [way.price] : [])),
  )
}
