import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { consentsOf } from './consent.ts'
import { personalData } from './personal-data.ts'

/** Everything the house keeps about the signed-in shopper, part by part. That it was handed out stands in the log. */
export async function handOutData(ctx: Context): Promise<Readonly<Record<string, unknown>>> {
  const accountId = ctx.actor.id as AccountId
  const parts: [string, unknown][] = [['consents', await consentsOf(ctx, accountId)]]
  for (const { name, collect } of personalData()) parts.push([name, await collect(ctx, accountId)])
  await transaction(ctx, (tx) =>
    publish(tx, { type: 'account.data_handed_out', aggregate: 'account', id: accountId, data: {} }),
  )
  return Object.fromEntries(parts)
}
