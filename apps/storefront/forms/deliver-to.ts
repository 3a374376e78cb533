import { home, isPlace } from '#platform/regions'
import { districtUnknown } from '#sales/customers'
import { backTo, deliverToPage } from '../loaders/deliver-to.ts'
import type { Answer, Form } from '../page.ts'
import { textOf } from './fields.ts'

/** Keeps the district in the visitor's browser, nowhere else. */
const choose: Form = {
  path: deliverToPage.path,
  page: deliverToPage,
  needs: 'anyone',
  async run(request): Promise<Answer> {
    const { body } = request
    if (textOf(body, 'do') === 'region') return { to: '', again: 'region' }
    const to = backTo({ ...request, query: body })
    if (textOf(body, 'do') === 'forget') return { to, districtCode: '' }
    const country = textOf(body, 'country') || home
    const districtCode = textOf(body, 'to') || (country === home ? textOf(body, 'districtCode') : country)
    if (!isPlace(districtCode)) throw districtUnknown({ field: 'districtCode' })
    return { to, districtCode }
  },
}

export const deliverToForms: readonly Form[] = [choose]
