import {
  type ApplyForCase,
  asHeld,
  type CaseParcel,
  type CasePreview,
  claimable,
  claimableSent,
  claimedUnits,
  type Exchangeable,
  ownCases,
  parcelsOfCase,
  previewCase,
  type ReturnPolicy,
  ratingOfCase,
  replacementsFor,
  returnPolicy,
  type SentPiece,
  sentPieces,
  viewCase,
  warrantyUntil,
  whoPaysWayBack,
  worthBack,
} from '#care/after-sales'
import { saleItemsOf } from '#goods/catalog'
import { isBefore } from '#kernel/day'
import { type Money, parseMoney, zero } from '#kernel/money'
import {
  type Case,
  type CaseId,
  type CaseLine,
  type CaseRating,
  type CaseReason,
  caseReasons,
  comesBack,
  type WayBack,
  type WishedKind,
  wishedKinds,
} from '#model/care/after-sales'
import type { Both, PictureId, VariantId } from '#model/goods/catalog'
import type { OrderId, OrderLine, OrderLineId } from '#model/sales/orders'
import { pays, type Refund } from '#model/sales/payments'
import type { Warehouse } from '#model/supply/inventory'
import type { Carrier } from '#model/supply/shipping'
import type { AccountId, Context } from '#platform/context'
import { type RegionPath, regionPath } from '#platform/regions'
import { type Refundable, refundableLines } from '#sales/orders'
import { paymentsOf, refundsOf } from '#sales/payments'
import { availabilityOf, warehouses } from '#supply/inventory'
import { listCarriers } from '#supply/shipping'
import { textOf, wholeOf } from '../forms/fields.ts'
import type { Page } from '../page.ts'
import { idIn } from './ids.ts'

export interface ReturnableLine {
  /** How the form names it: the order's line, and for pieces that were got in exchange the line by which they went out. */
  readonly key: string
  /** The order's line, with what was got in exchange. */
  readonly line: OrderLine
  /** Set for pieces that were got in exchange. */
  readonly piece: SentPiece | undefined
  /** Pieces that may still be given back. */
  readonly most: number
  /** What the next piece was worth to the buyer: its recorded share. */
  readonly worth: Money
  /** Until when it is mended without charge; undefined when it is not. */
  readonly warrantyUntil: Temporal.Instant | undefined
  /** What it can be exchanged for: the same again first, nothing that is sold out. */
  readonly instead: readonly Exchangeable[]
}

export interface ReturnPage extends Omit<Refundable, 'lines'> {
  readonly lines: readonly ReturnableLine[]
  /** What can be asked for with what is left. */
  readonly kinds: readonly WishedKind[]
  readonly reasons: readonly CaseReason[]
  readonly policy: ReturnPolicy
  /** How the order was paid, which is where the money goes back to; undefined when somebody pays it out by hand. */
  readonly paidWith: string | undefined
  /** Pictures that were uploaded before the form was shown again. */
  readonly pictureIds: readonly PictureId[]
  /** The second step: what was chosen and what it gives back, to look at before it is sent. */
  readonly preview: CasePreview | undefined
}

export const returnPage: Page<ReturnPage> = {
  path: '/orders/:id/return',
  shows: 'return',
  needs: 'shopper',
  async load({ ctx, params, form }) {
    const orderId = idIn<OrderId>(params.id)
    const refundable = await refundableLines(ctx, orderId)
    const lines = await returnableLines(ctx, refundable)
    const isToCheck = form && !form.problem && form.values.get('do') === 'check'
    return {
      ...refundable,
      lines,
      kinds: kindsFor(lines.filter(({ most }) => most > 0)),
      reasons: caseReasons,
      policy: await returnPolicy(ctx),
      paidWith: (await paymentsOf(ctx, orderId)).find(pays)?.method ?? undefined,
      pictureIds: form ? picturesIn(form.values) : [],
      preview: isToCheck
        ? await previewCase(ctx, applicationIn(orderId, form.values, refundable.amountLeft.currency))
        : undefined,
    }
  },
}

/** What the buyer has of an order: as it was ordered, and as it was exchanged. */
async function returnableLines(ctx: Context, refundable: Refundable): Promise<ReturnableLine[]> {
  const { order, lines } = refundable
  const claimed = await claimedUnits(ctx, order.id)
  const warranties = await warrantyUntil(ctx, refundable)
  const pieces = await sentPieces(ctx, order.id)
  const held = lines.flatMap((each) => [
    { ...each, piece: undefined, most: claimable(each, claimed.get(each.line.id)) },
    ...pieces
      .filter(({ orderLineId }) => orderLineId === each.line.id)
      .map((piece) => ({
        ...each,
        piece,
        line: asHeld(each.line, piece),
        most: claimableSent(each, piece, claimed.get(each.line.id)),
      })),
  ])
  const offered = await replacementsFor(
    ctx,
    held.map(({ line }) => line),
  )
  return held.map(({ line, piece, most, unitShares }) => ({
    key: piece ? `${line.id}:${piece.sentLineId}` : line.id,
    line,
    piece,
    most,
    worth: unitShares[0] ?? zero(line.total.currency),
    warrantyUntil: stillRunning(warranties.get(line.id), ctx.now),
    instead: (offered.get(line.id) ?? []).filter(({ available }) => available > 0),
  }))
}

const stillRunning = (until: Temporal.Instant | undefined, now: Temporal.Instant) =>
  until && !isBefore(until, now) ? until : undefined

/** An exchange needs something to exchange for, a repair a warranty, and only what is shipped can be sent again. */
function kindsFor(open: readonly ReturnableLine[]): WishedKind[] {
  const isThere: Readonly<Record<WishedKind, boolean>> = {
    return: true,
    refund: true,
    exchange: open.some(({ instead }) => instead.length > 0),
    repair: open.some((line) => line.warrantyUntil),
    reshipment: open.some(({ line }) => line.requiresShipping),
    compensation: true,
  }
  return wishedKinds.filter((kind) => isThere[kind])
}

/** The pictures that a form names, which it got when they were uploaded. */
export const picturesIn = (body: URLSearchParams): PictureId[] =>
  body
    .getAll('picture')
    .filter((id) => !body.getAll('without').includes(id))
    .map((id) => idIn<PictureId>(id))

/** An application as the form says it; what is wanted instead counts for an exchange alone, an amount for a compensation. */
export const applicationIn = (orderId: OrderId, body: URLSearchParams, currency: string): ApplyForCase => ({
  orderId,
  kind: wishedKinds.find((each) => each === textOf(body, 'kind')) ?? 'return',
  lines: body.getAll('line').map((key) => {
    const [lineId = '', sentLineId] = key.split(':')
    const instead = textOf(body, `instead.${key}`)
    return {
      lineId: idIn<OrderLineId>(lineId),
      quantity: wholeOf(body, `quantity.${key}`),
      ...(sentLineId && { sentLineId: idIn<CaseLine['id']>(sentLineId) }),
      ...(instead && { replacementId: idIn<VariantId>(instead) }),
    }
  }),
  amount: parseMoney(textOf(body, 'amount'), currency),
  reason: caseReasons.find((each) => each === textOf(body, 'reason')) ?? ('other' satisfies CaseReason),
  description: textOf(body, 'description'),
  pictureIds: picturesIn(body),
})

export interface CasesPage {
  readonly cases: readonly Case[]
}

export const casesPage: Page<CasesPage> = {
  path: '/cases',
  shows: 'cases',
  needs: 'shopper',
  load: async ({ ctx }) => ({ cases: await ownCases(ctx, ctx.actor.id as AccountId) }),
}

export interface CasePage {
  readonly found: Case
  /** The case's lines with names and picture as the order has them. */
  readonly lines: readonly (CaseLine & {
    readonly title: Both
    readonly details: Both
    /** What goes out for it, in words. */
    readonly gets: Both | undefined
    readonly pictureId: PictureId | null
  })[]
  readonly carriers: readonly Carrier[]
  /** The boxes that go out for it. */
  readonly parcels: readonly CaseParcel[]
  /** What the buyer said of the handling. */
  readonly rating: CaseRating | undefined
  /** Where goods are to be sent while they are waited for. */
  readonly sendTo:
    | (Pick<Warehouse, 'contactName' | 'contactPhone' | 'street'> & { readonly region: RegionPath })
    | undefined
  /** Who pays their way. */
  readonly wayBack: WayBack | undefined
  /** The money on its way back, and which way. */
  readonly refund: Refund | undefined
  readonly paidWith: string | undefined
  /** What its goods are worth in money, while the buyer may still choose that. */
  readonly worth: Money | undefined
  /** The same again is there, while the buyer may still choose that. */
  readonly canBeNew: boolean
}

export const casePage: Page<CasePage> = {
  path: '/cases/:id',
  shows: 'case',
  needs: 'shopper',
  async load({ ctx, params }) {
    const found = await viewCase(ctx, idIn<CaseId>(params.id))
    const refundable = await refundableLines(ctx, found.orderId)
    const ordered = new Map(refundable.lines.map(({ line }) => [line.id as string, line]))
    const sent = await saleItemsOf(
      ctx,
      found.lines.flatMap(({ replacement }) => replacement?.variantId ?? []),
    )
    const lines = found.lines.map((line) => {
      const order = ordered.get(line.orderLineId)
      const same = (text: string): Both => ({ zh: text, en: text })
      return {
        ...line,
        title: order?.name ?? same(line.name),
        details: order?.specification ?? same(line.specification),
        gets: line.replacement ? sent.get(line.replacement.variantId)?.specification : undefined,
        pictureId: order?.pictureId ?? null,
      }
    })
    return {
      found,
      lines,
      carriers: await listCarriers(ctx),
      parcels: await parcelsOfCase(ctx, found.id),
      rating: await ratingOfCase(ctx, found),
      ...(await aroundCase(ctx, found)),
      ...(await choicesOf(ctx, found, refundable)),
    }
  },
}

/** What a buyer can have for a piece that cannot be mended; money only where it has not gone back meanwhile. */
async function choicesOf(
  ctx: Context,
  { status, fault, lines }: Case,
  refundable: Refundable,
): Promise<Pick<CasePage, 'worth' | 'canBeNew'>> {
  if (status !== 'unrepairable') return { worth: undefined, canBeNew: false }
  const left = new Map(refundable.lines.map((each) => [each.line.id, each.left]))
  const units = lines.map(({ orderLineId: lineId, received: quantity }) => ({ lineId, quantity }))
  const available = await availabilityOf(
    ctx,
    lines.map(({ variantId }) => variantId),
  )
  const isOwed = units.every(({ lineId, quantity }) => quantity <= (left.get(lineId) ?? 0))
  return {
    worth: isOwed ? worthBack(refundable, { kind: 'return', fault }, units).amount : undefined,
    canBeNew: lines.every(({ variantId, quantity }) => (available.get(variantId) ?? 0) >= quantity),
  }
}

/** Where goods go back to, and how far the money is. */
async function aroundCase(
  ctx: Context,
  found: Case,
): Promise<Pick<CasePage, 'sendTo' | 'wayBack' | 'refund' | 'paidWith'>> {
  const isAwaited = comesBack(found) && found.status === 'approved'
  return {
    sendTo: isAwaited ? await returnAddress(ctx) : undefined,
    wayBack: isAwaited ? await whoPaysWayBack(ctx, found) : undefined,
    refund: (await refundsOf(ctx, found.orderId)).find(
      ({ cause, causeId }) => cause === 'case' && causeId === found.id,
    ),
    paidWith: (await paymentsOf(ctx, found.orderId)).find(pays)?.method,
  }
}

/** The warehouse that is asked first takes returns. */
async function returnAddress(ctx: Context): Promise<CasePage['sendTo']> {
  const warehouse = (await warehouses(ctx)).find(({ status }) => status === 'open')
  const region = warehouse && regionPath(warehouse.districtCode, ctx.locale)
  return region && { ...warehouse, region }
}
