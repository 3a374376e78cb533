import { isRefusal, Refusal } from '#kernel/refusal'
import type { InvoiceTitleInput } from '#model/sales/customers'
import type { InvoiceWish } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { addInvoiceTitle, checkTitle, invoiceTitlesOf, titleNotFound, wishOf } from '#sales/customers'
import { textOf } from './fields.ts'

/**
 * The invoice that was wished for at the checkout: none, one of the account's names, or a name typed there, which is kept for the next
 * time where that was ticked. `of` is what the names of its fields end in, where several shops are asked on one page.
 *
 * @throws what `checkTitle` throws, naming the field of the page; titleNotFound for another's
 */
export async function invoiceWishIn(ctx: Context, body: URLSearchParams, of = ''): Promise<InvoiceWish | undefined> {
  const wish = textOf(body, `invoice${of}`)
  if (!wish || wish === 'none') return undefined
  if (wish !== 'personal' && wish !== 'company') return keptWish(ctx, wish)
  const typed: InvoiceTitleInput = {
    kind: wish,
    title: textOf(body, `title${of}`),
    taxNumber: textOf(body, `taxNumber${of}`),
    email: textOf(body, `email${of}`),
  }
  try {
    const checked = wishOf(checkTitle(typed))
    if (body.get(`keepTitle${of}`) === 'yes') await addInvoiceTitle({ ...ctx, repeat: undefined }, typed)
    return checked
  } catch (error) {
    throw isRefusal(error) ? onPage(error, of) : error
  }
}

const onPage = ({ kind, code, details, message }: Refusal, of: string): Refusal =>
  new Refusal(
    kind,
    code,
    { ...details, ...(details.field !== undefined && { field: `${details.field}${of}` }) },
    message,
  )

async function keptWish(ctx: Context, titleId: string): Promise<InvoiceWish> {
  const title = (await invoiceTitlesOf(ctx)).find(({ id }) => id === titleId)
  if (!title) throw titleNotFound({ titleId })
  return wishOf(title)
}
