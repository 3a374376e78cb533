import { answerQuestion, applyForCase, chooseAfterRepair, previewCase, sendBack, withdrawCase } from '#care/after-sales'
import { addPhoto } from '#goods/media'
import { type CaseId, type RepairChoice, repairChoices } from '#model/care/after-sales'
import type { PictureId } from '#model/goods/media'
import type { OrderId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { loadOrder } from '#sales/orders'
import { applicationIn, casePage, returnPage } from '../loaders/cases.ts'
import { idIn } from '../loaders/ids.ts'
import type { Form, FormRequest } from '../page.ts'
import { textOf } from './fields.ts'

/** First what is chosen is shown again with what it gives back; then it is sent. Pictures are kept at once, so that no step loses them. */
const apply: Form = {
  path: returnPage.path,
  page: returnPage,
  needs: 'shopper',
  once: true,
  withFiles: true,
  async run(request) {
    const { ctx, params, body } = request
    const orderId = idIn<OrderId>(params.id)
    const wish = textOf(body, 'do')
    if (wish === 'change') return { to: '', again: 'changing' }
    const { total } = await loadOrder(ctx, orderId)
    for (const id of await keepPictures(request)) if (!body.getAll('picture').includes(id)) body.append('picture', id)
    const application = applicationIn(orderId, body, total.currency)
    if (wish === 'check') {
      await previewCase(ctx, application)
      return { to: '', again: 'checking' }
    }
    const { id } = await applyForCase(ctx, application)
    return `/cases/${id}?done=applied`
  },
}

/** Each picture is drawn anew and kept by itself, once for its content, so the request's key belongs to the application alone. */
async function keepPictures({ ctx, files }: FormRequest): Promise<PictureId[]> {
  const plain: Context = { ...ctx, repeat: undefined }
  const alt = { zh: '买家上传的售后图片', en: 'Picture uploaded by the buyer' }
  const ids: PictureId[] = []
  for (const { bytes } of files) ids.push(await addPhoto(plain, { bytes, alt: alt.zh, altEn: alt.en }))
  return ids
}

const act: Form = {
  path: casePage.path,
  page: casePage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const caseId = idIn<CaseId>(params.id)
    const wish = textOf(body, 'do')
    if (wish === 'withdraw') await withdrawCase(ctx, caseId)
    else if (wish === 'choose') await chooseAfterRepair(ctx, { caseId, choice: choiceIn(body) })
    else if (wish === 'answer') await answerQuestion(ctx, { caseId, answer: textOf(body, 'answer') })
    else await sendBack(ctx, { caseId, carrier: textOf(body, 'carrier'), waybillNumber: textOf(body, 'waybillNumber') })
    return `/cases/${caseId}?done=saved`
  },
}

/** Nothing that the page offers goes back as it is. */
const choiceIn = (body: URLSearchParams): RepairChoice =>
  repairChoices.find((each) => each === textOf(body, 'choice')) ?? ('as_is' satisfies RepairChoice)

export const caseForms: readonly Form[] = [apply, act]
