import { type Money, zero } from '#kernel/money'
import { type Refundable, refundWorth } from '#sales/orders'
import { badRefundAmount, exceedsCaptured } from '#sales/payments'
import type { ApplyForCase } from './apply-for-case.ts'
import type { Claim } from './judge-application.ts'
import { sendsParcel } from './model.ts'

/**
 * What is expected back: the recorded shares of the units, what the buyer asks for as a compensation, or nothing when goods go out instead or are mended.
 * @throws badRefundAmount, exceedsCaptured for a compensation that is no amount or more than is left of what was paid
 */
export function expectedBack(
  refundable: Refundable,
  { kind, amount: wished }: Pick<ApplyForCase, 'kind' | 'amount'>,
  claims: readonly Claim[],
): Money {
  const { amountLeft } = refundable
  const nothing = zero(amountLeft.currency)
  if (sendsParcel({ kind })) return nothing
  if (kind !== 'compensation') return refundWorth(refundable, claims)
  const asked = wished ?? nothing
  if (asked.minor <= 0 || asked.currency !== amountLeft.currency)
    throw badRefundAmount({ field: 'amount', amount: asked })
  if (asked.minor > amountLeft.minor) throw exceedsCaptured({ field: 'amount', asked, left: amountLeft })
  return asked
}
