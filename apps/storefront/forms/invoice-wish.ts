import type { InvoiceTitleInput } from '#model/sales/customers'
import type { InvoiceWish } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { addInvoiceTitle, checkTitle, invoiceTitlesOf, titleNotFound, wishOf } from '#sales/customers'
import { textOf } from './fields.ts'

/**
 * The invoice that was wished for at the checkout: none, one of the account's names, or a name typed there, which is kept for the next
 * time where that was ticked.
 *
 * @throws what `checkTitle` throws, naming the field; titleNotFound for another's
 */
export async function invoiceWishIn(ctx: Context, body: URLSearchParams): Promise<InvoiceWish | undefined> {
  const wish = textOf(body, 'invoice')
  if (!wish || wish === 'none') return undefined
  if (wish !== 'personal' && wish !== 'company') return keptWish(ctx, wish)
  const typed: InvoiceTitleInput = {
    kind: wish,
    title: textOf(body, 'title'),
    taxNumber: textOf(body, 'taxNumber'),
    email: textOf(body, 'email'),
  }
  const checked = wishOf(checkTitle(typed))
  if (body.get('keepTitle') === 'yes') await addInvoiceTitle({ ...ctx, repeat: undefined }, typed)
  return checked
}

async function keptWish(ctx: Context, titleId: string): Promise<InvoiceWish> {
  const title = (await invoiceTitlesOf(ctx)).find(({ id }) => id === titleId)
  if (!title) throw titleNotFound({ titleId })
  return wishOf(title)
}
