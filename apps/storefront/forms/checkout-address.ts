import { addAddress } from '#sales/customers'
import type { Answer, Form, Page } from '../page.ts'
import { saidOfOrder } from '../said-of-order.ts'
import { addressIn, nextStep } from './addresses.ts'
import { textOf } from './fields.ts'

/** Another address of the book, or a new one to be written: the page is shown again with all that was said of the order. */
export function otherAddress(body: URLSearchParams): Answer | undefined {
  const to = textOf(body, 'to')
  if (to) {
    body.set('address', to)
    body.delete('do')
    return { to: '', again: 'address_chosen' }
  }
  return textOf(body, 'do') === 'new_address' ? { to: '', again: 'address_asked' } : undefined
}

/** An address written on the page of a checkout is kept and chosen; what was said of the order before stays. */
export const writtenAt = (page: Page): Form => ({
  path: `${page.path}/address`,
  page,
  needs: 'shopper',
  once: true,
  async run(request): Promise<Answer> {
    const { ctx, body } = request
    const step = nextStep(request)
    if (step) return step
    const address = await addAddress(ctx, addressIn(body))
    const cart = body.get('cart')
    const kept = new URLSearchParams({ address, ...(cart && { cart }) })
    const said = saidOfOrder(body)
    if (said.length === 0) return { to: `${page.path}?${kept}` }
    for (const name of [...new Set(body.keys())]) body.delete(name)
    for (const [name, value] of [...kept, ...said]) body.append(name, value)
    return { to: '', again: 'address_chosen' }
  },
})
