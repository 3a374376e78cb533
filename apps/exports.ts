import { casesExport } from '#care/after-sales'
import { priceExport, productExport } from '#goods/imports'
import { transfersExport } from '#office/ledger'
import { registerExportKind } from '#platform/exports'
import { messagesExport } from '#platform/messages'
import { customerExport } from '#sales/customers'
import { orderExport, trackingExport } from '#sales/orders'
import { movementsExport, stockExport } from '#supply/inventory'
import { auditExport } from './audit/audit-export.ts'

const kinds = [
  productExport,
  priceExport,
  stockExport,
  customerExport,
  orderExport,
  trackingExport,
  movementsExport,
  casesExport,
  transfersExport,
  messagesExport,
  auditExport,
]

/** Makes the lists known that this house can hand out. */
export function registerExports(): void {
  for (const kind of kinds) registerExportKind(kind())
}
