import { Type } from 'typebox'
import { signInNeeded } from '#office/accounts'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { IdText, type Routes } from '#platform/http'

const KeyInUseJson = Type.Object({
  id: IdText,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  shop: Type.Object({
    id: IdText,
    code: Type.String(),
    name: Type.String(),
    nameEn: Type.String(),
    currency: Type.String(),
    timeZone: Type.String(),
  }),
})

/** What a key says of itself: the first call of every integration. */
export function partnerKeyRoutes(app: Routes): void {
  app.get(
    '/api/v1/partner/key',
    { config: { needs: 'anyone' }, schema: { tags: ['keys'], response: { 200: KeyInUseJson } } },
    ({ context }) => keyInUse(context),
  )
}

/** Any key may ask, so no single scope stands for it. @throws signInNeeded */
async function keyInUse(ctx: Context) {
  const { kind, id, name, permissions } = ctx.actor
  if (kind !== 'key' || !id) throw signInNeeded({})
  return { id, name, scopes: [...permissions].sort(), shop: await loadShop(ctx) }
}
