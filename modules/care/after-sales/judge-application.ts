import { dayIn, isBefore } from '#kernel/day'
import { pieces } from '#kernel/quantity'
import type { Locale } from '#kernel/text'
import type { SaleItem } from '#model/goods/catalog'
import type { OrderLine } from '#model/sales/orders'
import { loadShop } from '#office/shops'
import { type Actor, type Reader, worksHere } from '#platform/context'
import type { LineUnits, Refundable } from '#sales/orders'
import type { ApplyForCase } from './apply-for-case.ts'
import {
  descriptionMissing,
  noReplacement,
  nothingChosen,
  notInOrder,
  notPaid,
  notShipped,
  oneOfLine,
  oneReplacement,
  replacementSoldOut,
  tooMany,
  tooManyPictures,
  windowOver,
} from './case.ts'
import { type ClaimedUnits, claimable, claimableSent, claimedUnits } from './claimed-units.ts'
import { caseLimits, goesOut } from './model.ts'
import { replacementsFor } from './replacements.ts'
import { type SentPiece, sentPieces } from './sent-pieces.ts'
import { mustBeUnderWarranty } from './warranty.ts'

/** Units of a line that an application claims, and what is to go out for them. */
export interface Claim extends LineUnits {
  readonly replacement: SaleItem | null
  /** Set when they are pieces that were got in exchange. */
  readonly piece: SentPiece | undefined
}

/** An order's line as the buyer has it: with what was got in exchange instead of what was ordered. */
export const asHeld = (line: OrderLine, piece: SentPiece | undefined): OrderLine =>
  piece ? { ...line, variantId: piece.item.variantId, specification: piece.item.specification } : line

type ActingReader = Reader & { readonly actor: Actor }

/** Whether an application may stand, and what it claims; staff may apply after the window. @throws what `applyForCase` throws of it */
export async function judgeApplication(
  reader: ActingReader,
  refundable: Refundable,
  input: ApplyForCase,
): Promise<Claim[]> {
  mustBeComplete(input)
  const units = await withPieces(reader, refundable, merged(input.lines))
  await mustBeInTime(reader, refundable, { kind: input.kind, units })
  mustBeLeft(refundable, units, await alreadyClaimed(reader, refundable, input), reader.locale)
  if (!goesOut(input)) return units.map((each) => ({ ...each, replacement: null }))
  return withReplacements(reader, refundable, units, input)
}

function mustBeComplete({ lines, reason, description, pictureIds = [] }: ApplyForCase): void {
  if (lines.length === 0) throw nothingChosen({ field: 'lines' })
  if (reason === 'other' && description.trim() === '') throw descriptionMissing({ field: 'description' })
  if (pictureIds.length > caseLimits.pictures) throw tooManyPictures({ field: 'pictureIds', most: caseLimits.pictures })
}

/** Repairs have the time of their warranty, everything else that of returns; staff may do more than was promised. */
async function mustBeInTime(
  reader: ActingReader,
  refundable: Refundable,
  { kind, units }: { kind: ApplyForCase['kind']; units: readonly HeldWish[] },
): Promise<void> {
  const { order, lines } = refundable
  if (order.payment === 'awaiting' || order.payment === 'on_delivery') throw notPaid({})
  if (lines.every(({ line }) => line.shipped === 0)) throw notShipped({})
  if (worksHere(reader.actor)) return
  if (kind === 'repair')
    return mustBeUnderWarranty(
      reader,
      refundable,
      units.map(({ lineId }) => lineId),
    )
  for (const { piece } of units) {
    const until = piece?.returnUntil ?? refundable.returnUntil
    if (until === null || !isBefore(until, reader.now)) continue
    throw windowOver({ until: dayIn(until, (await loadShop(reader)).timeZone).toString() })
  }
}

/** The same line named twice is one wish. */
function merged(lines: ApplyForCase['lines']): Wish[] {
  const groups = Map.groupBy(lines, ({ lineId }) => lineId)
  return [...groups].map(([lineId, parts]) => {
    const field = `lines.${lineId}`
    const { replacementId, sentLineId } = parts[0]!
    if (parts.some((part) => part.sentLineId !== sentLineId)) throw oneOfLine({ field })
    if (parts.some((part) => part.replacementId !== replacementId)) throw oneReplacement({ field })
    return {
      lineId,
      replacementId,
      sentLineId,
      quantity: parts.reduce((all, part) => all + pieces(part.quantity, field), 0),
    }
  })
}

type Wish = ApplyForCase['lines'][number]
type HeldWish = Wish & { readonly piece: SentPiece | undefined }

/** @throws notInOrder for a piece that this order's buyer did not get in exchange */
async function withPieces(reader: Reader, { order }: Refundable, wishes: readonly Wish[]): Promise<HeldWish[]> {
  const isAny = wishes.some(({ sentLineId }) => sentLineId)
  const pieces = isAny ? await sentPieces(reader, order.id) : []
  return wishes.map((wish) => {
    const { lineId, sentLineId } = wish
    const piece = pieces.find((each) => each.sentLineId === sentLineId && each.orderLineId === lineId)
    if (sentLineId && !piece) throw notInOrder({ field: `lines.${lineId}`, lineId: sentLineId })
    return { ...wish, piece }
  })
}

/** Money for the trouble claims no units, so others may claim them meanwhile. */
const alreadyClaimed = async (reader: ActingReader, { order }: Refundable, { kind }: ApplyForCase) =>
  kind === 'compensation' ? new Map<string, ClaimedUnits>() : claimedUnits(reader, order.id)

function mustBeLeft(
  { lines }: Refundable,
  units: readonly HeldWish[],
  claimed: ReadonlyMap<string, ClaimedUnits>,
  locale: Locale,
): void {
  for (const { lineId, quantity, piece } of units) {
    const field = `lines.${lineId}`
    const found = lines.find(({ line }) => line.id === lineId)
    if (!found) throw notInOrder({ field, lineId })
    const taken = claimed.get(lineId)
    const most = piece ? claimableSent(found, piece, taken) : claimable(found, taken)
    if (quantity > most) throw tooMany({ field, name: found.line.name[locale], most })
  }
}

/** What is missing goes out as it was ordered; an exchange needs what it asks for to be there. */
async function withReplacements(
  reader: ActingReader,
  { lines }: Refundable,
  wishes: readonly HeldWish[],
  { kind }: ApplyForCase,
): Promise<Claim[]> {
  const held = wishes.map(({ lineId, piece }) => asHeld(lines.find(({ line }) => line.id === lineId)!.line, piece))
  const offered = await replacementsFor(reader, held)
  return wishes.map(({ lineId, quantity, replacementId, piece }, index) => {
    const line = held[index]!
    const [field, name] = [`lines.${lineId}`, line.name[reader.locale]]
    const wanted = kind === 'exchange' && replacementId ? replacementId : line.variantId
    const found = offered.get(lineId)?.find(({ item }) => item.variantId === wanted)
    if (!found) throw noReplacement({ field, name })
    if (kind === 'exchange' && quantity > found.available)
      throw replacementSoldOut({ field, name, most: found.available })
    return { lineId, quantity, replacement: found.item, piece }
  })
}
