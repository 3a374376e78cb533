import { isBefore } from '#kernel/day'
import type { Refusal } from '#kernel/refusal'
import type { DisputeStatus } from '#model/sales/payments'
import type { TransferStatus } from '#model/supply/transfers'
import type { Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { disputesOf } from '#sales/payments'
import { transfersOf } from '#supply/transfers'
import type { Order } from './model.ts'
import { agreedLater, moneyDisputed, notChecked, transferUnderWay } from './order.ts'
import { notMadeYet, productionsOf } from './production-store.ts'
import { orderSettings } from './settings.ts'

const onTheirWay: readonly TransferStatus[] = ['requested', 'accepted', 'sent']

/** Nobody sends goods for money that is not there, or may be gone tomorrow. */
const holdsGoods: ReadonlySet<DisputeStatus> = new Set(['inquiry', 'open', 'lost'])

/** What still holds an order back although it is paid and validated: goods that are not made yet, an agreed time, goods on their way from another warehouse, money that the buyer's bank has taken back, or the desk's check list where the shop asks for it. */
export async function whyNotYet(
  tx: Tx,
  { id, number, releaseFrom, checkedAt }: Pick<Order, 'id' | 'number' | 'releaseFrom' | 'checkedAt'>,
): Promise<Refusal | undefined> {
  if ((await productionsOf(tx, id)).some(({ status }) => status !== 'made')) return notMadeYet({ number })
  if ((await disputesOf(tx, id)).some(({ status }) => holdsGoods.has(status))) return moneyDisputed({ number })
  const under = (await transfersOf(tx, id)).find(({ status }) => onTheirWay.includes(status))
  if (under) return transferUnderWay({ number, transfer: under.number })
  if (releaseFrom && isBefore(tx.now, releaseFrom)) return agreedLater({ number, from: releaseFrom })
  const { releaseAfterChecks } = await readSettings(tx, orderSettings)
  return releaseAfterChecks && !checkedAt ? notChecked({ number }) : undefined
}
