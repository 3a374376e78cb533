import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { recordPersonalRead } from '#platform/personal-reads'
import { type KnownPerson, personOf } from './customers-of-shop.ts'
import type { CustomerId } from './model.ts'

/** Shows a member of staff who a customer is. Who looked and why stays in the audit trail. @throws customerNotFound, reasonNeeded */
export function revealCustomer(
  ctx: Context,
  { customerId, reason }: { readonly customerId: CustomerId; readonly reason: string },
): Promise<KnownPerson> {
  return transaction(ctx, async (tx) => {
    const person = await personOf(tx, customerId)
    await recordPersonalRead(tx, { subject: 'customer', subjectIds: [customerId], reason })
    await publish(tx, { type: 'customer.revealed', aggregate: 'customer', id: customerId, data: { reason } })
    return person
  })
}
