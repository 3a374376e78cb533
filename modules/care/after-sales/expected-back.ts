import { type Money, subtract, zero } from '#kernel/money'
import { type LineUnits, type Refundable, refundWorth } from '#sales/orders'
import { badRefundAmount, exceedsCaptured } from '#sales/payments'
import type { ApplyForCase } from './apply-for-case.ts'
import { type Case, type Fault, faultOf, sendsParcel } from './model.ts'

export interface ExpectedBack {
  readonly amount: Money
  /** What of the amount is freight. */
  readonly freight: Money
}

/**
 * What is expected back: what the units are worth, what the buyer asks for as a compensation, or nothing when goods go out instead or are mended.
 * @throws badRefundAmount, exceedsCaptured for a compensation that is no amount or more than is left of what was paid
 */
export function expectedBack(
  refundable: Refundable,
  { kind, reason, amount: wished }: Pick<ApplyForCase, 'kind' | 'reason' | 'amount'>,
  units: readonly LineUnits[],
): ExpectedBack {
  const { amountLeft } = refundable
  const nothing = zero(amountLeft.currency)
  if (kind !== 'compensation') return worthBack(refundable, { kind, fault: faultOf(reason) }, units)
  const asked = wished ?? nothing
  if (asked.minor <= 0 || asked.currency !== amountLeft.currency)
    throw badRefundAmount({ field: 'amount', amount: asked })
  if (asked.minor > amountLeft.minor) throw exceedsCaptured({ field: 'amount', asked, left: amountLeft })
  return { amount: asked, freight: nothing }
}

/** The recorded shares of the units, and of their freight where the fault is the shop's; nothing of goods for which others go out. */
export function worthBack(
  refundable: Refundable,
  { kind, fault }: { kind: Case['kind']; fault: Fault },
  units: readonly LineUnits[],
): ExpectedBack {
  const nothing = zero(refundable.amountLeft.currency)
  if (sendsParcel({ kind })) return { amount: nothing, freight: nothing }
  const goods = refundWorth(refundable, units)
  const amount = refundWorth(refundable, units, { withFreight: fault === 'shop' })
  return { amount, freight: subtract(amount, goods) }
}
