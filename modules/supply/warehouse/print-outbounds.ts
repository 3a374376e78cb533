import { money } from '#kernel/money'
import { loadShop } from '#office/shops'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import type {
  DocumentFrame,
  PickLine,
  PickListData,
  ShippingLine,
  ShippingNoteData,
  WaybillData,
} from '#platform/documents'
import { publishAll } from '#platform/events'
import { recordPersonalRead } from '#platform/personal-reads'
import { loadWarehouse, suggestPicks } from '#supply/inventory'
import { listCarriers, parcelOfOutbound } from '#supply/shipping'
import type { Outbound, OutboundId } from './model.ts'
import { loadOutbound } from './outbound-store.ts'
import { labelOf, lineOf, recipientOf } from './pack-check.ts'
import { picksOf } from './pick-store.ts'

/** Records that notes were printed, when and by whom. Doing it again keeps the newest time. */
export function markPrinted(ctx: Context, { outboundIds }: { outboundIds: readonly OutboundId[] }): Promise<void> {
  return transaction(ctx, async (tx) => {
    const printed = await tx.db
      .updateTable('supply.outbounds')
      .set({ printed_at: tx.now })
      .where('shop_id', '=', tx.shopId)
      .where('id', 'in', ['00000000-0000-0000-0000-000000000000', ...outboundIds])
      .returning('id')
      .execute()
    await publishAll(
      tx,
      printed.map(({ id }) => ({ type: 'outbound.printed', aggregate: 'outbound', id })),
    )
  })
}

/** Records who made papers that show recipients whole: such a look at personal data is logged like any other. */
export const recordPapers = (
  ctx: Context,
  { outboundIds, paper }: { outboundIds: readonly OutboundId[]; paper: string },
): Promise<void> =>
  transaction(ctx, async (tx) => {
    await recordPersonalRead(tx, { subject: 'outbound', subjectIds: outboundIds, reason: `paper: ${paper}` })
    await publishAll(
      tx,
      outboundIds.map((id) => ({ type: 'outbound.paper_made', aggregate: 'outbound', id, data: { paper } })),
    )
  })

/** The pick list of an outbound (OUT-01): the bins it was given, or those it would be given now. @throws outboundNotFound */
export async function pickListData(reader: Reader, outboundId: OutboundId, printedBy: string): Promise<PickListData> {
  const outbound = await loadOutbound(reader, outboundId)
  const { name, nameEn } = await loadWarehouse(reader, outbound.warehouseId)
  return {
    ...(await frame(reader, printedBy)),
    number: outbound.number,
    orderNumbers: ordersIn(outbound),
    warehouse: reader.locale === 'zh' ? name : nameEn,
    picker: outbound.picker ?? undefined,
    specialRequests: outbound.requests,
    lines: await pickLines(reader, outbound),
  }
}

async function pickLines(reader: Reader, outbound: Outbound): Promise<PickLine[]> {
  const picks = (await picksOf(reader, outbound.id)).filter(
    ({ status }) => status !== 'cancelled' && status !== 'short',
  )
  if (outbound.status !== 'released') return picks.map((pick) => ({ ...pick, expiresOn: pick.expiresOn ?? undefined }))
  const lines = outbound.lines.map(({ id: lineId, variantId, quantity }) => ({ lineId, variantId, quantity }))
  const found = await suggestPicks(reader, { warehouseId: outbound.warehouseId, lines })
  return found.map(({ lineId, bin, lot, expiresOn, quantity }) => {
    const { sku, name, specification } = outbound.lines.find(({ id }) => id === lineId)!
    return { bin, sku, name, specification, lot, expiresOn: expiresOn ?? undefined, quantity }
  })
}

/** The shipping note that lies in the box and the packer checks against (OUT-02). @throws outboundNotFound */
export async function shippingNoteData(
  reader: Reader,
  outboundId: OutboundId,
  printedBy: string,
): Promise<ShippingNoteData> {
  const outbound = await loadOutbound(reader, outboundId)
  const recipient = await recipientOf(reader, outboundId)
  return {
    ...(await frame(reader, printedBy)),
    number: outbound.number,
    orderNumber: ordersIn(outbound).join(' '),
    recipient: { name: recipient.name, phone: recipient.phone, address: lineOf(recipient) },
    carrierName: await carrierName(reader, outbound.carrier),
    waybillNumber: (await parcelOfOutbound(reader, outboundId))?.waybillNumber ?? undefined,
    specialRequests: outbound.requests,
    lines: outbound.lines.flatMap(toShippingLine),
  }
}

const ordersIn = ({ sourceNumber, sourceNumbers }: Outbound): readonly string[] =>
  sourceNumbers.length > 0 ? sourceNumbers : [sourceNumber]

function toShippingLine({ sku, name, specification, quantity, short }: Outbound['lines'][number]): ShippingLine[] {
  return quantity > short ? [{ sku, name, specification, quantity: quantity - short }] : []
}

/** The label of an outbound's parcel; undefined while the carrier has given no number. @throws outboundNotFound */
export async function waybillData(
  reader: Reader,
  outboundId: OutboundId,
  printedBy: string,
): Promise<WaybillData | undefined> {
  const outbound = await loadOutbound(reader, outboundId)
  const parcel = await parcelOfOutbound(reader, outboundId)
  if (!parcel?.waybillNumber) return undefined
  const recipient = await recipientOf(reader, outboundId)
  const sender = await loadWarehouse(reader, outbound.warehouseId)
  return {
    ...(await frame(reader, printedBy)),
    carrierName: await carrierName(reader, parcel.carrier),
    waybillNumber: parcel.waybillNumber,
    sortingCode: parcel.sortingCode ?? '',
    sender: {
      name: sender.contactName,
      phone: sender.contactPhone,
      address: lineOf(sender),
    },
    recipient: { name: recipient.name, phone: recipient.phone, address: labelOf(recipient) },
    parcelNumber: parcel.number,
    orderNumber: outbound.sourceNumber,
    weightGrams: parcel.weightGrams ?? undefined,
    goods: outbound.lines.flatMap(toShippingLine),
    remark: outbound.requests.join('；'),
    ...(parcel.collectMinor > 0 && { collect: money(parcel.collectMinor, (await loadShop(reader)).currency) }),
  }
}

async function frame(reader: Reader, printedBy: string): Promise<DocumentFrame> {
  const shop = await loadShop(reader)
  return {
    company: { name: reader.locale === 'zh' ? shop.name : shop.nameEn },
    printedAt: reader.now,
    timeZone: shop.timeZone,
    locale: reader.locale,
    printedBy,
  }
}

async function carrierName(reader: Reader, code: string): Promise<string> {
  const carrier = (await listCarriers(reader)).find((one) => one.code === code)
  return carrier?.name[reader.locale] ?? code
}
