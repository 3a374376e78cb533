import type { Money } from '#kernel/money'
import type { SaleItem } from '#model/goods/catalog'
import type { OrderLine } from '#model/sales/orders'
import type { Actor, Reader } from '#platform/context'
import { refundableLines, refundWorth } from '#sales/orders'
import type { ApplyForCase } from './apply-for-case.ts'
import { expectedBack } from './expected-back.ts'
import { asHeld, judgeApplication } from './judge-application.ts'
import { comesBack, faultOf, type WayBack } from './model.ts'
import { whoPaysWayBack } from './return-policy.ts'

/** What an application would give back, or send instead, line by line. */
export interface CasePreview {
  readonly lines: readonly {
    readonly line: OrderLine
    readonly quantity: number
    readonly refund: Money
    readonly replacement: SaleItem | null
  }[]
  readonly amount: Money
  /** What of the amount is freight: given back where the fault is the shop's. */
  readonly freight: Money
  /** Who pays the way to us; null when nothing is sent to us. */
  readonly wayBack: WayBack | null
}

/** Judges an application as `applyForCase` does, and says what it would give back; nothing is written. @throws what `applyForCase` throws */
export async function previewCase(
  reader: Reader & { readonly actor: Actor },
  input: ApplyForCase,
): Promise<CasePreview> {
  const refundable = await refundableLines(reader, input.orderId)
  const claims = await judgeApplication(reader, refundable, input)
  return {
    lines: claims.map(({ lineId, quantity, replacement, piece }) => ({
      line: asHeld(refundable.lines.find(({ line }) => line.id === lineId)!.line, piece),
      quantity,
      refund: refundWorth(refundable, [{ lineId, quantity }]),
      replacement,
    })),
    ...expectedBack(refundable, input, claims),
    wayBack: comesBack(input) ? await whoPaysWayBack(reader, { kind: input.kind, fault: faultOf(input.reason) }) : null,
  }
}
