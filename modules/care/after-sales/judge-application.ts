import { dayIn, isBefore } from '#kernel/day'
import { pieces } from '#kernel/quantity'
import type { Locale } from '#kernel/text'
import type { SaleItem } from '#model/goods/catalog'
import { loadShop } from '#office/shops'
import { type Actor, type Reader, worksHere } from '#platform/context'
import type { LineUnits, Refundable, RefundableLine } from '#sales/orders'
import type { ApplyForCase } from './apply-for-case.ts'
import {
  descriptionMissing,
  noReplacement,
  nothingChosen,
  notInOrder,
  notPaid,
  notShipped,
  oneReplacement,
  replacementSoldOut,
  tooMany,
  tooManyPictures,
  windowOver,
} from './case.ts'
import { claimable, claimedUnits } from './claimed-units.ts'
import { caseLimits, goesOut } from './model.ts'
import { replacementsFor } from './replacements.ts'
import { mustBeUnderWarranty } from './warranty.ts'

/** Units of a line that an application claims, and what is to go out for them. */
export interface Claim extends LineUnits {
  readonly replacement: SaleItem | null
}

type ActingReader = Reader & { readonly actor: Actor }

/** Whether an application may stand, and what it claims; staff may apply after the window. @throws what `applyForCase` throws of it */
export async function judgeApplication(
  reader: ActingReader,
  refundable: Refundable,
  input: ApplyForCase,
): Promise<Claim[]> {
  mustBeComplete(input)
  await mustBeInTime(reader, refundable, input)
  const units = merged(input.lines)
  await mustBeLeft(refundable, units, await alreadyClaimed(reader, refundable, input), reader.locale)
  if (!goesOut(input)) return units.map((each) => ({ ...each, replacement: null }))
  return withReplacements(reader, refundable, units, input)
}

function mustBeComplete({ lines, reason, description, pictureIds = [] }: ApplyForCase): void {
  if (lines.length === 0) throw nothingChosen({ field: 'lines' })
  if (reason === 'other' && description.trim() === '') throw descriptionMissing({ field: 'description' })
  if (pictureIds.length > caseLimits.pictures) throw tooManyPictures({ field: 'pictureIds', most: caseLimits.pictures })
}

/** Repairs have the time of their warranty, everything else that of returns; staff may do more than was promised. */
async function mustBeInTime(reader: ActingReader, refundable: Refundable, input: ApplyForCase): Promise<void> {
  const { order, returnUntil, lines } = refundable
  if (order.payment === 'awaiting' || order.payment === 'on_delivery') throw notPaid({})
  if (lines.every(({ line }) => line.shipped === 0)) throw notShipped({})
  if (worksHere(reader.actor)) return
  if (input.kind === 'repair')
    return mustBeUnderWarranty(
      reader,
      refundable,
      input.lines.map(({ lineId }) => lineId),
    )
  if (returnUntil === null || !isBefore(returnUntil, reader.now)) return
  throw windowOver({ until: dayIn(returnUntil, (await loadShop(reader)).timeZone).toString() })
}

/** The same line named twice is one wish. */
function merged(lines: ApplyForCase['lines']): Wish[] {
  const groups = Map.groupBy(lines, ({ lineId }) => lineId)
  return [...groups].map(([lineId, parts]) => {
    const field = `lines.${lineId}`
    const replacementId = parts[0]!.replacementId
    if (parts.some((part) => part.replacementId !== replacementId)) throw oneReplacement({ field })
    return { lineId, replacementId, quantity: parts.reduce((all, part) => all + pieces(part.quantity, field), 0) }
  })
}

type Wish = ApplyForCase['lines'][number]

/** Money for the trouble claims no units, so others may claim them meanwhile. */
const alreadyClaimed = async (reader: ActingReader, { order }: Refundable, { kind }: ApplyForCase) =>
  kind === 'compensation' ? new Map<string, number>() : claimedUnits(reader, order.id)

function mustBeLeft(
  { lines }: Refundable,
  units: readonly LineUnits[],
  claimed: ReadonlyMap<string, number>,
  locale: Locale,
): void {
  for (const { lineId, quantity } of units) {
    const field = `lines.${lineId}`
    const found = lines.find(({ line }) => line.id === lineId)
    if (!found) throw notInOrder({ field, lineId })
    const most = claimable(found, claimed.get(lineId))
    if (quantity > most) throw tooMany({ field, name: found.line.name[locale], most })
  }
}

/** What is missing goes out as it was ordered; an exchange needs what it asks for to be there. */
async function withReplacements(
  reader: ActingReader,
  { lines }: Refundable,
  wishes: readonly Wish[],
  { kind }: ApplyForCase,
): Promise<Claim[]> {
  const ordered = wishes.map(({ lineId }) => lines.find((each) => each.line.id === lineId)!)
  const offered = await replacementsFor(
    reader,
    ordered.map(({ line }) => line),
  )
  return wishes.map(({ lineId, quantity, replacementId }, index) => {
    const { line }: RefundableLine = ordered[index]!
    const [field, name] = [`lines.${lineId}`, line.name[reader.locale]]
    const wanted = kind === 'exchange' && replacementId ? replacementId : line.variantId
    const found = offered.get(lineId)?.find(({ item }) => item.variantId === wanted)
    if (!found) throw noReplacement({ field, name })
    if (kind === 'exchange' && quantity > found.available)
      throw replacementSoldOut({ field, name, most: found.available })
    return { lineId, quantity, replacement: found.item }
  })
}
