import { rateCase } from '#care/after-sales'
import { askTheShop } from '#care/visitor-desk'
import type { CaseId } from '#model/care/after-sales'
import { casePage } from '../loaders/cases.ts'
import { idIn } from '../loaders/ids.ts'
import { aboutOf, askPage } from '../loaders/questions.ts'
import type { Form } from '../page.ts'
import { textOf, wholeOf } from './fields.ts'

const ask: Form = {
  path: askPage.path,
  page: askPage,
  needs: 'anyone',
  once: true,
  async run({ ctx, body, visitor }) {
    const slug = textOf(body, 'product')
    const about = slug ? await aboutOf(ctx, slug) : undefined
    await askTheShop(ctx, {
      words: textOf(body, 'words'),
      contact: textOf(body, 'contact'),
      author: textOf(body, 'author'),
      ip: visitor.ip,
      ...(about && { productId: about.id }),
    })
    return `/ask?${new URLSearchParams({ ...(slug && { product: slug }), done: 'asked' })}`
  },
}

const rate: Form = {
  path: '/cases/:id/rating',
  page: casePage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const caseId = idIn<CaseId>(params.id)
    await rateCase(ctx, { caseId, stars: wholeOf(body, 'stars'), words: textOf(body, 'words') })
    return `/cases/${caseId}?done=reviewed`
  },
}

export const questionForms: readonly Form[] = [ask, rate]
