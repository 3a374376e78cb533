import type { InvoiceTitleId, InvoiceTitleInput } from '#model/sales/customers'
import type { OrderId } from '#model/sales/orders'
import {
  addInvoiceTitle,
  checkTitle,
  invoiceTitlesOf,
  makeDefaultTitle,
  removeInvoiceTitle,
  titleNotFound,
  wishOf,
} from '#sales/customers'
import { wishInvoice } from '#sales/orders'
import { idIn } from '../loaders/ids.ts'
import { invoicesPage, orderInvoicePage } from '../loaders/invoices.ts'
import type { Form } from '../page.ts'
import { textOf } from './fields.ts'

const typedTitle = (body: URLSearchParams): InvoiceTitleInput => ({
  kind: textOf(body, 'kind') === 'company' ? 'company' : 'personal',
  title: textOf(body, 'title'),
  taxNumber: textOf(body, 'taxNumber'),
  email: textOf(body, 'email'),
  isDefault: body.get('isDefault') === 'yes',
})

const add: Form = {
  path: invoicesPage.path,
  page: invoicesPage,
  needs: 'shopper',
  async run({ ctx, body }) {
    await addInvoiceTitle(ctx, typedTitle(body))
    return `${invoicesPage.path}?done=saved`
  },
}

const makeDefault: Form = {
  path: '/account/invoices/:id/default',
  page: invoicesPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    await makeDefaultTitle(ctx, idIn<InvoiceTitleId>(params.id))
    return `${invoicesPage.path}?done=saved`
  },
}

const remove: Form = {
  path: '/account/invoices/:id/remove',
  page: invoicesPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    await removeInvoiceTitle(ctx, idIn<InvoiceTitleId>(params.id))
    return `${invoicesPage.path}?done=removed`
  },
}

/** One of the kept names, or a new one, which is kept for the next time. */
const wish: Form = {
  path: orderInvoicePage.path,
  page: orderInvoicePage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const orderId = idIn<OrderId>(params.id)
    const titleId = textOf(body, 'titleId')
    const kept = titleId && (await invoiceTitlesOf(ctx)).find(({ id }) => id === titleId)
    if (titleId && !kept) throw titleNotFound({ titleId })
    const chosen = kept || checkTitle(typedTitle(body))
    await wishInvoice(ctx, { orderId, wish: wishOf(chosen) })
    if (!kept) await addInvoiceTitle(ctx, typedTitle(body))
    return `/orders/${orderId}?done=invoice_wished`
  },
}

export const invoiceForms: readonly Form[] = [add, makeDefault, remove, wish]
