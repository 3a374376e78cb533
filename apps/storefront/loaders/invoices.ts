import type { InvoiceTitle } from '#model/sales/customers'
import type { Order, OrderId } from '#model/sales/orders'
import { invoiceTitlesOf } from '#sales/customers'
import { loadOrder, mayWishInvoice } from '#sales/orders'
import type { Page } from '../page.ts'
import { idIn } from './ids.ts'

export interface InvoicesPage {
  readonly titles: readonly InvoiceTitle[]
}

export const invoicesPage: Page<InvoicesPage> = {
  path: '/account/invoices',
  shows: 'invoices',
  needs: 'shopper',
  load: async ({ ctx }) => ({ titles: await invoiceTitlesOf(ctx) }),
}

export interface OrderInvoicePage extends InvoicesPage {
  readonly order: Order
  readonly mayWish: boolean
}

export const orderInvoicePage: Page<OrderInvoicePage> = {
  path: '/orders/:id/invoice',
  shows: 'order-invoice',
  needs: 'shopper',
  async load({ ctx, params }) {
    const order = await loadOrder(ctx, idIn<OrderId>(params.id))
    return { order, mayWish: mayWishInvoice(order), titles: await invoiceTitlesOf(ctx) }
  },
}
