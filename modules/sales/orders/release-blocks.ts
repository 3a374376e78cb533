import { isBefore } from '#kernel/day'
import type { Refusal } from '#kernel/refusal'
import type { TransferStatus } from '#model/supply/transfers'
import type { Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { transfersOf } from '#supply/transfers'
import type { Order } from './model.ts'
import { agreedLater, notChecked, transferUnderWay } from './order.ts'
import { notMadeYet, productionsOf } from './production-store.ts'
import { orderSettings } from './settings.ts'

const onTheirWay: readonly TransferStatus[] = ['requested', 'accepted', 'sent']

/** What still holds an order back although it is paid and validated: goods that are not made yet, an agreed time, goods on their way from another warehouse, or the desk's check list where the shop asks for it. */
export async function whyNotYet(
  tx: Tx,
  { id, number, releaseFrom, checkedAt }: Pick<Order, 'id' | 'number' | 'releaseFrom' | 'checkedAt'>,
): Promise<Refusal | undefined> {
  if ((await productionsOf(tx, id)).some(({ status }) => status !== 'made')) return notMadeYet({ number })
  const under = (await transfersOf(tx, id)).find(({ status }) => onTheirWay.includes(status))
  if (under) return transferUnderWay({ number, transfer: under.number })
  if (releaseFrom && isBefore(tx.now, releaseFrom)) return agreedLater({ number, from: releaseFrom })
  const { releaseAfterChecks } = await readSettings(tx, orderSettings)
  return releaseAfterChecks && !checkedAt ? notChecked({ number }) : undefined
}
