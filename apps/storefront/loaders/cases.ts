import { claimable, claimedUnits, ownCases, ratingOfCase, viewCase } from '#care/after-sales'
import { type Money, zero } from '#kernel/money'
import {
  type Case,
  type CaseId,
  type CaseLine,
  type CaseRating,
  type CaseReason,
  caseReasons,
} from '#model/care/after-sales'
import type { Both, PictureId } from '#model/goods/catalog'
import type { OrderId, OrderLine } from '#model/sales/orders'
import type { Carrier } from '#model/supply/shipping'
import type { AccountId } from '#platform/context'
import { type Refundable, refundableLines } from '#sales/orders'
import { listCarriers } from '#supply/shipping'
import type { Page } from '../page.ts'
import { idIn } from './ids.ts'

export interface ReturnableLine {
  readonly line: OrderLine
  /** Pieces that may still be given back. */
  readonly most: number
  /** What the next piece was worth to the buyer: its recorded share. */
  readonly worth: Money
}

export interface ReturnPage extends Omit<Refundable, 'lines'> {
  readonly lines: readonly ReturnableLine[]
  readonly reasons: readonly CaseReason[]
}

export const returnPage: Page<ReturnPage> = {
  path: '/orders/:id/return',
  shows: 'return',
  needs: 'shopper',
  async load({ ctx, params }) {
    const orderId = idIn<OrderId>(params.id)
    const refundable = await refundableLines(ctx, orderId)
    const claimed = await claimedUnits(ctx, orderId)
    const lines = refundable.lines.map(({ line, left, returnable, unitShares }) => ({
      line,
      most: claimable({ left, returnable }, claimed.get(line.id)),
      worth: unitShares[0] ?? zero(line.total.currency),
    }))
    return { ...refundable, lines, reasons: caseReasons }
  },
}

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
    readonly pictureId: PictureId | null
  })[]
  readonly carriers: readonly Carrier[]
  /** What the buyer said of the handling. */
  readonly rating: CaseRating | undefined
}

export const casePage: Page<CasePage> = {
  path: '/cases/:id',
  shows: 'case',
  needs: 'shopper',
  async load({ ctx, params }) {
    const found = await viewCase(ctx, idIn<CaseId>(params.id))
    const ordered = new Map(
      (await refundableLines(ctx, found.orderId)).lines.map(({ line }) => [line.id as string, line]),
    )
    const lines = found.lines.map((line) => {
      const order = ordered.get(line.orderLineId)
      const same = (text: string): Both => ({ zh: text, en: text })
      return {
        ...line,
        title: order?.name ?? same(line.name),
        details: order?.specification ?? same(line.specification),
        pictureId: order?.pictureId ?? null,
      }
    })
    return { found, lines, carriers: await listCarriers(ctx), rating: await ratingOfCase(ctx, found) }
  },
}
