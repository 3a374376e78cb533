import { answerQuestion, applyForCase, sendBack, withdrawCase } from '#care/after-sales'
import { addPicture } from '#goods/media'
import { type CaseId, type CaseReason, caseReasons } from '#model/care/after-sales'
import type { PictureId } from '#model/goods/media'
import type { OrderId, OrderLineId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { casePage, returnPage } from '../loaders/cases.ts'
import { idIn } from '../loaders/ids.ts'
import type { Form, FormRequest } from '../page.ts'
import { textOf, wholeOf } from './fields.ts'

const apply: Form = {
  path: returnPage.path,
  page: returnPage,
  needs: 'shopper',
  once: true,
  withFiles: true,
  async run(request) {
    const { ctx, params, body } = request
    const orderId = idIn<OrderId>(params.id)
    const pictureIds = await keepPictures(request)
    const { id } = await applyForCase(ctx, {
      orderId,
      kind: textOf(body, 'kind') === 'refund' ? 'refund' : 'return',
      lines: chosenLines(body),
      reason: caseReasons.find((each) => each === textOf(body, 'reason')) ?? ('other' satisfies CaseReason),
      description: textOf(body, 'description'),
      pictureIds,
    })
    return `/cases/${id}?done=applied`
  },
}

/** Each picture is kept by itself and once for its content, so the request's key belongs to the application alone. */
async function keepPictures({ ctx, files }: FormRequest): Promise<PictureId[]> {
  const plain: Context = { ...ctx, repeat: undefined }
  const alt = { zh: '买家上传的售后图片', en: 'Picture uploaded by the buyer' }
  const ids: PictureId[] = []
  for (const { bytes } of files) ids.push(await addPicture(plain, { bytes, alt: alt.zh, altEn: alt.en }))
  return ids
}

function chosenLines(body: URLSearchParams): { lineId: OrderLineId; quantity: number }[] {
  return body
    .getAll('line')
    .map((lineId) => ({ lineId: idIn<OrderLineId>(lineId), quantity: wholeOf(body, `quantity.${lineId}`) }))
}

const act: Form = {
  path: casePage.path,
  page: casePage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const caseId = idIn<CaseId>(params.id)
    const wish = textOf(body, 'do')
    if (wish === 'withdraw') await withdrawCase(ctx, caseId)
    else if (wish === 'answer') await answerQuestion(ctx, { caseId, answer: textOf(body, 'answer') })
    else await sendBack(ctx, { caseId, carrier: textOf(body, 'carrier'), waybillNumber: textOf(body, 'waybillNumber') })
    return `/cases/${caseId}?done=saved`
  },
}

export const caseForms: readonly Form[] = [apply, act]
