import type { Recipient } from '#model/supply/shipping'
import type { Reader } from '#platform/context'
import { labelLines } from '#platform/regions'
import { readSettings } from '#platform/settings'
import { maskPhone, openRecipient, parcelOfOutbound } from '#supply/shipping'
import type { OutboundId, PackCheck } from './model.ts'
import { expectedGrams, total } from './outbound.ts'
import { loadOutbound } from './outbound-store.ts'
import { warehouseSettings } from './settings.ts'

/** What the packer compares box and label with. The phone shows its first three and last four digits. @throws outboundNotFound */
export async function loadPackCheck(reader: Reader, outboundId: OutboundId): Promise<PackCheck> {
  const outbound = await loadOutbound(reader, outboundId)
  const { packagingGrams } = await readSettings(reader, warehouseSettings)
  const recipient = await recipientOf(reader, outboundId)
  const { number, sourceNumber, status, carrier, requests, lines } = outbound
  const [packed, picked] = [total(lines, (line) => line.packed), total(lines, (line) => line.picked)]
  return {
    outboundId,
    number,
    sourceNumber,
    status,
    carrier,
    requests,
    lines,
    packed,
    recipient: { name: recipient.name, phone: maskPhone(recipient.phone), address: lineOf(recipient) },
    waybillNumber: (await parcelOfOutbound(reader, outboundId))?.waybillNumber ?? null,
    total: picked,
    goodsComplete: packed === picked,
    expectedGrams: expectedGrams(outbound, packagingGrams),
  }
}

/** Opens the sealed recipient of an outbound. */
export async function recipientOf(reader: Reader, outboundId: OutboundId): Promise<Recipient> {
  const row = await reader.db
    .selectFrom('supply.outbounds')
    .select('recipient_cipher')
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', outboundId)
    .executeTakeFirstOrThrow()
  return openRecipient(reader.vault, row.recipient_cipher)
}

type Placed = Omit<Recipient, 'name' | 'phone'>

/** The address on one line: from province to street, abroad in the order of its country. */
export const lineOf = (address: Placed): string => labelLines(address).join(', ')

/** The address as a label shows it: abroad in the lines of its country. */
export const labelOf = (address: Placed): string => labelLines(address).join('\n')
