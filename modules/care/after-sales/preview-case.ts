import type { Money } from '#kernel/money'
import type { SaleItem } from '#model/goods/catalog'
import type { OrderLine } from '#model/sales/orders'
import type { Actor, Reader } from '#platform/context'
import { refundableLines, refundWorth } from '#sales/orders'
import type { ApplyForCase } from './apply-for-case.ts'
import { expectedBack } from './expected-back.ts'
import { judgeApplication } from './judge-application.ts'

/** What an application would give back, or send instead, line by line. */
export interface CasePreview {
  readonly lines: readonly {
    readonly line: OrderLine
    readonly quantity: number
    readonly refund: Money
    readonly replacement: SaleItem | null
  }[]
  readonly amount: Money
}

/** Judges an application as `applyForCase` does, and says what it would give back; nothing is written. @throws what `applyForCase` throws */
export async function previewCase(
  reader: Reader & { readonly actor: Actor },
  input: ApplyForCase,
): Promise<CasePreview> {
  const refundable = await refundableLines(reader, input.orderId)
  const claims = await judgeApplication(reader, refundable, input)
  return {
    lines: claims.map(({ lineId, quantity, replacement }) => ({
      line: refundable.lines.find(({ line }) => line.id === lineId)!.line,
      quantity,
      refund: refundWorth(refundable, [{ lineId, quantity }]),
      replacement,
    })),
    amount: expectedBack(refundable, input, claims),
  }
}
