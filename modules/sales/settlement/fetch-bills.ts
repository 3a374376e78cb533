import { dayIn } from '#kernel/day'
import { defaultShop } from '#office/shops'
import type { Context } from '#platform/context'
import { eachOf } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { type BillDesk, billDesks, fetchBill } from '#sales/payments'
import { hasBillOf } from './bill-store.ts'
import { settlementSettings } from './settings.ts'
import { takeBill } from './take-bill.ts'

const zone = 'Asia/Shanghai'

/**
 * Job. Once the providers have made them, fetches yesterday's bill of every account through which this shop's money moved, and
 * takes it in. One that is not to be had yet is asked for again within the hour; one that was uploaded by hand is not fetched.
 */
export async function fetchBills(ctx: Context): Promise<void> {
  const { billHour } = await readSettings(ctx, settlementSettings)
  if (ctx.now.toZonedDateTimeISO(zone).hour < billHour) return
  const day = dayIn(ctx.now, zone).subtract({ days: 1 })
  const [from, to] = [day, day.add({ days: 1 })].map((date) => date.toZonedDateTime(zone).toInstant())
  await eachOf(await billDesks(ctx, { from: from!, to: to! }), (desk) => fetchOne(ctx, desk, day))
}

async function fetchOne(ctx: Context, desk: BillDesk, day: Temporal.PlainDate): Promise<void> {
  const { provider, accountId } = desk
  const fileName = [provider, accountId, day].filter((part) => part !== null).join('-')
  if (await hasBillOf(ctx, { provider, day, fileName })) return
  const bytes = await fetchBill(ctx, desk, day)
  // An account of the installation's serves all shops: what nobody knows is shown in the first of them alone.
  const isOwn = accountId !== null || (await defaultShop(ctx.db))?.id === ctx.shopId
  if (bytes) await takeBill(ctx, { provider, fileName, bytes, strangers: isOwn })
}
