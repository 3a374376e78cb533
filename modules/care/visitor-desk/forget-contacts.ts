import { daysLater } from '#kernel/day'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { readSettings } from '#platform/settings'
import { visitorDeskSettings } from './settings.ts'

/** Job. Forgets what guests left to be reached by once it has served (setting). Safe to run again. */
export async function forgetContacts(ctx: Context): Promise<void> {
  const { keepContacts } = await readSettings(ctx, visitorDeskSettings)
  const { timeZone } = await loadShop(ctx)
  await ctx.db
    .updateTable('care.visitor_questions')
    .set({ contact_cipher: null })
    .where('shop_id', '=', ctx.shopId)
    .where('asked_at', '<', daysLater(ctx.now, -keepContacts, timeZone))
    .where('contact_cipher', 'is not', null)
    .execute()
}
