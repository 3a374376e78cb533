import { dayIn, isBefore } from '#kernel/day'
import { pieces } from '#kernel/quantity'
import { loadShop } from '#office/shops'
import { type Actor, type Reader, worksHere } from '#platform/context'
import type { LineUnits, Refundable } from '#sales/orders'
import type { ApplyForCase } from './apply-for-case.ts'
import {
  descriptionMissing,
  nothingChosen,
  notInOrder,
  notPaid,
  notShipped,
  tooMany,
  tooManyPictures,
  windowOver,
} from './case.ts'
import { claimable, claimedUnits } from './claimed-units.ts'
import { caseLimits } from './model.ts'

type ActingReader = Reader & { readonly actor: Actor }

/** Whether an application may stand, and the units it claims; staff may apply after the window. @throws what `applyForCase` throws of it */
export async function judgeApplication(
  reader: ActingReader,
  refundable: Refundable,
  input: ApplyForCase,
): Promise<LineUnits[]> {
  mustBeComplete(input)
  await mustBeInTime(reader, refundable)
  const units = merged(input.lines)
  await mustBeLeft(reader, refundable, units)
  return units
}

function mustBeComplete({ lines, reason, description, pictureIds = [] }: ApplyForCase): void {
  if (lines.length === 0) throw nothingChosen({ field: 'lines' })
  if (reason === 'other' && description.trim() === '') throw descriptionMissing({ field: 'description' })
  if (pictureIds.length > caseLimits.pictures) throw tooManyPictures({ field: 'pictureIds', most: caseLimits.pictures })
}

async function mustBeInTime(reader: ActingReader, { order, returnUntil, lines }: Refundable): Promise<void> {
  if (order.payment === 'awaiting' || order.payment === 'on_delivery') throw notPaid({})
  if (lines.every(({ line }) => line.shipped === 0)) throw notShipped({})
  const isLate = returnUntil !== null && isBefore(returnUntil, reader.now)
  if (!isLate || worksHere(reader.actor)) return
  throw windowOver({ until: dayIn(returnUntil, (await loadShop(reader)).timeZone).toString() })
}

/** The same line named twice is one wish. */
function merged(lines: ApplyForCase['lines']): LineUnits[] {
  const groups = Map.groupBy(lines, ({ lineId }) => lineId)
  return [...groups].map(([lineId, parts]) => ({
    lineId,
    quantity: parts.reduce((all, part) => all + pieces(part.quantity, `lines.${lineId}`), 0),
  }))
}

async function mustBeLeft(
  reader: ActingReader,
  { order, lines }: Refundable,
  units: readonly LineUnits[],
): Promise<void> {
  const claimed = await claimedUnits(reader, order.id)
  for (const { lineId, quantity } of units) {
    const field = `lines.${lineId}`
    const found = lines.find(({ line }) => line.id === lineId)
    if (!found) throw notInOrder({ field, lineId })
    const most = claimable(found, claimed.get(lineId))
    if (quantity > most) throw tooMany({ field, name: found.line.name[reader.locale], most })
  }
}
