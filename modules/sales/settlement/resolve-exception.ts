import { subtract } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import { post } from '#office/ledger'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { acceptMismatch, paymentConfirmed, refundConfirmed } from '#sales/payments'
import { exceptionSettled, loadException, settleException } from './exception-store.ts'
import { type BillException, choicesFor, type ExceptionId, type Resolution } from './model.ts'

export const resolutionUnfit = refusal(
  'conflict',
  'settlement.resolution_unfit',
  (d: { field: 'resolution'; resolution: Resolution; kind: string }) => `${d.resolution} does not settle ${d.kind}`,
)
export const providerStillDiffers = refusal(
  'conflict',
  'settlement.provider_still_differs',
  (d: { number: string }) => `the provider has not confirmed ${d.number}`,
)

export interface ResolveException {
  readonly id: ExceptionId
  readonly resolution: Resolution
  /** Why, for whoever reads it later. */
  readonly note: string
}

/**
 * Settles a difference as a person has decided: the provider is asked once more, a payment that does not match is taken, money we
 * did not know is booked, or it is only noted why nothing needs to be done. A difference is settled once.
 *
 * @throws resolutionUnfit, exceptionNotFound, exceptionSettled
 * @throws providerStillDiffers when the provider was asked and has not confirmed: the difference stays open
 */
export async function resolveException(
  ctx: Context,
  { id, resolution, note }: ResolveException,
): Promise<BillException> {
  const exception = await loadException(ctx, id)
  if (exception.resolution) throw exceptionSettled({ exception: id, resolution: exception.resolution })
  if (!choicesFor(exception).includes(resolution))
    throw resolutionUnfit({ field: 'resolution', resolution, kind: exception.kind })
  if (resolution === 'ask_provider') await askAgain(ctx, exception)
  return transaction(ctx, async (tx) => {
    const settled = await settleException(tx, { id, resolution, note })
    if (resolution === 'accept') await accept(tx, settled)
    if (resolution === 'book') await book(tx, settled)
    await publish(tx, {
      type: 'bill.difference_settled',
      aggregate: 'bill',
      id: settled.billId,
      data: { exceptionId: id, kind: settled.kind, number: settled.number, resolution, note },
    })
    return settled
  })
}

async function askAgain(ctx: Context, { about, number, orderId }: BillException): Promise<void> {
  const isConfirmed = await (about === 'payment'
    ? paymentConfirmed(ctx, orderId!, number)
    : refundConfirmed(ctx, number))
  if (!isConfirmed) throw providerStillDiffers({ number })
}

const accept = (tx: Tx, { number, theirs, providerRef, happenedAt }: BillException): Promise<unknown> =>
  acceptMismatch(tx, { number, actual: theirs!, providerRef: providerRef!, paidAt: happenedAt })

/** Money beyond what we know is held for whoever it belongs to; money that went back is taken from it. */
function book(tx: Tx, { id: causeId, about, ours, theirs }: BillException): Promise<void> {
  const [debit, credit] =
    about === 'payment'
      ? (['provider_clearing', 'overpayments'] as const)
      : (['overpayments', 'provider_clearing'] as const)
  const amount = ours ? subtract(theirs!, ours) : theirs!
  return post(tx, { debit, credit, amount, cause: 'bill_difference', causeId })
}
