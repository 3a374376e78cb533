import { refusal } from '#kernel/refusal'
import type { Outbound, OutboundLine, OutboundStatus, OutboundStep } from './model.ts'

export const outboundNotFound = refusal(
  'not_found',
  'warehouse.outbound_not_found',
  (d: { outboundId: string }) => `there is no outbound ${d.outboundId}`,
)
export const outboundCannot = refusal(
  'conflict',
  'warehouse.outbound_cannot',
  (d: { outboundId: string; step: OutboundStep | 'putBack'; status: OutboundStatus }) =>
    `an outbound that is ${d.status} cannot ${d.step}`,
)
export const outboundUnderWay = refusal(
  'conflict',
  'warehouse.outbound_under_way',
  (d: { number: string; status: OutboundStatus }) => `outbound ${d.number} is ${d.status}`,
)
export const outboundHandedOver = refusal(
  'conflict',
  'warehouse.outbound_handed_over',
  (d: { number: string }) => `outbound ${d.number} has left the house`,
)
export const outboundWithdrawn = refusal(
  'conflict',
  'warehouse.outbound_withdrawn',
  (d: { number: string }) => `outbound ${d.number} was taken back`,
)
export const heldBy = refusal(
  'conflict',
  'warehouse.held_by',
  (d: { outboundId: string; name: string }) => `${d.name} works on ${d.outboundId}`,
)
export const nothingReserved = refusal(
  'conflict',
  'warehouse.nothing_reserved',
  (d: { sourceId: string }) => `nothing is reserved for ${d.sourceId}`,
)
export const waybillMissing = refusal(
  'conflict',
  'warehouse.waybill_missing',
  (d: { outboundId: string }) => `no waybill number yet for ${d.outboundId}`,
)
export const nothingToPick = refusal(
  'not_found',
  'warehouse.nothing_to_pick',
  (_: object) => 'no outbound waits to be picked',
)
export const nothingToPutBack = refusal(
  'conflict',
  'warehouse.nothing_to_put_back',
  (d: { outboundId: string }) => `nothing of ${d.outboundId} lies at packing`,
)
export const pickNotFound = refusal(
  'not_found',
  'warehouse.pick_not_found',
  (d: { pickId: string }) => `there is no such open pick ${d.pickId}`,
)
export const tooManyShort = refusal(
  'invalid',
  'warehouse.too_many_short',
  (d: { field: 'quantity'; most: number }) => `at most ${d.most} can be short`,
)
export const scanIdReused = refusal(
  'conflict',
  'warehouse.scan_id_reused',
  (d: { scanId: string }) => `scan ${d.scanId} was another scan`,
)
export const notShipped = refusal(
  'conflict',
  'warehouse.not_shipped',
  (d: { sourceLineId: string }) => `nothing left the house for line ${d.sourceLineId}`,
)
export const nothingReturned = refusal(
  'conflict',
  'warehouse.nothing_returned',
  (d: { causeId: string }) => `nothing came back for ${d.causeId}`,
)

/** Pieces of a line that are neither picked nor reported short. */
export const openPieces = ({ quantity, picked, short }: OutboundLine): number => quantity - picked - short

export const total = (lines: readonly OutboundLine[], of: (line: OutboundLine) => number): number =>
  lines.reduce((all, line) => all + of(line), 0)

/** Whether a scanned code means this line's goods: barcode or SKU code. */
export const means = (
  { sku, barcode }: { readonly sku: string; readonly barcode: string | null },
  code: string,
): boolean => code === barcode || code.toUpperCase() === sku.toUpperCase()

/** Goods plus packaging, as the scale should show. */
export const expectedGrams = ({ lines }: Pick<Outbound, 'lines'>, packagingGrams: number): number =>
  total(lines, (line) => line.weightGrams * line.picked) + packagingGrams
