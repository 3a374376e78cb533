import type { Reader, Tx } from '#platform/context'
import type { OutboundId, ScanAnswer } from './model.ts'
import { scanIdReused } from './outbound.ts'

export type ScanKind = 'bin' | 'item' | 'short' | 'pack' | 'waybill' | 'weight' | 'reject' | 'hand_over'

/** A scan as the device sent it: its id makes a repeat harmless. */
export interface Scan {
  readonly scanId: string
  readonly outboundId: OutboundId
  readonly code: string
}

/** The stored answer of a scan that has come before. @throws scanIdReused when the id belongs to another outbound or code */
export async function earlierAnswer<View>(
  tx: Tx,
  { scanId, outboundId, code }: Scan,
): Promise<ScanAnswer<View> | undefined> {
  const row = await tx.db
    .selectFrom('supply.scans')
    .select(['outbound_id', 'code', 'answer'])
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', scanId)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.outbound_id !== outboundId || row.code !== code) throw scanIdReused({ scanId })
  return JSON.parse(tx.vault.open(Buffer.from(String(row.answer), 'base64'))) as ScanAnswer<View>
}

/** Keeps a scan with its answer, which is what a repeat will get; sealed, because the packer's view names the recipient. */
export async function keepScan<View>(
  tx: Tx,
  scan: Scan,
  kind: ScanKind,
  answer: ScanAnswer<View>,
): Promise<ScanAnswer<View>> {
  const text = JSON.stringify(answer)
  const row = await tx.db
    .insertInto('supply.scans')
    .values({
      id: scan.scanId,
      shop_id: tx.shopId,
      outbound_id: scan.outboundId,
      kind,
      code: scan.code,
      accepted: answer.accepted,
      answer: JSON.stringify(tx.vault.seal(text).toString('base64')),
      actor_name: tx.actor.name,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw scanIdReused({ scanId: scan.scanId })
  return JSON.parse(text) as ScanAnswer<View>
}

export const yes = <View>(view: View, details: ScanAnswer<View>['details'] = {}): ScanAnswer<View> => ({
  accepted: true,
  code: null,
  details,
  view,
})
export const no = <View>(view: View, reason: string, details: ScanAnswer<View>['details'] = {}): ScanAnswer<View> => ({
  accepted: false,
  code: `warehouse.scan.${reason}`,
  details,
  view,
})

/** The bins whose codes were scanned for this outbound. */
export async function scannedBins(reader: Reader, outboundId: OutboundId): Promise<ReadonlySet<string>> {
  const rows = await reader.db
    .selectFrom('supply.scans')
    .select('code')
    .distinct()
    .where('shop_id', '=', reader.shopId)
    .where('outbound_id', '=', outboundId)
    .where('kind', '=', 'bin')
    .where('accepted', '=', true)
    .execute()
  return new Set(rows.map(({ code }) => code))
}
