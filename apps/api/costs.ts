import { pricesOf } from '#goods/prices'
import type { Money } from '#kernel/money'
import type { VariantId } from '#model/goods/catalog'
import type { Context } from '#platform/context'

/** What goods cost us is for those who may know. */
export const seesCosts = ({ actor }: Pick<Context, 'actor'>): boolean => actor.permissions.has('costs.read')

/** An event as it leaves for somebody who may not know costs. */
export const withoutCosts = <Event extends object>(event: Event): Event =>
  JSON.parse(JSON.stringify(event, (key, value: unknown) => (key === 'cost' ? undefined : value))) as Event

interface Priced {
  readonly id?: VariantId
  readonly price?: { readonly list: Money; readonly was?: Money | null; readonly cost?: Money | null } | null
}

/** Prices set by somebody who cannot see costs leave them as they are. */
export async function keepingCosts<Variant extends Priced>(
  ctx: Context,
  variants: readonly Variant[],
): Promise<Variant[]> {
  if (seesCosts(ctx)) return [...variants]
  const known = await pricesOf(
    ctx,
    variants.flatMap(({ id }) => id ?? []),
  )
  return variants.map((variant) =>
    variant.price
      ? { ...variant, price: { ...variant.price, cost: (variant.id && known.get(variant.id)?.cost) ?? null } }
      : variant,
  )
}
