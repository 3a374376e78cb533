import { changeReview, followUp, type WrittenReview, writeReviews } from '#care/reviews'
import { addPhoto } from '#goods/media'
import { type Review, type ReviewId, scoreKinds } from '#model/care/reviews'
import type { PictureId } from '#model/goods/media'
import type { OrderId, OrderLineId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { idIn } from '../loaders/ids.ts'
import { ownReviewPage, writeReviewPage } from '../loaders/reviews.ts'
import type { Form, FormRequest } from '../page.ts'
import { textOf, wholeOf } from './fields.ts'

const write: Form = {
  path: writeReviewPage.path,
  page: writeReviewPage,
  needs: 'shopper',
  once: true,
  withFiles: true,
  async run(request) {
    const { ctx, params, body } = request
    const reviews: WrittenReview[] = []
    for (const lineId of chosenLines(body))
      reviews.push({
        lineId,
        stars: wholeOf(body, `stars.${lineId}`),
        words: textOf(body, `words.${lineId}`),
        pictureIds: await keepPhotos(request, `pictures.${lineId}`),
      })
    const orderId = idIn<OrderId>(params.id)
    await writeReviews(ctx, { orderId, scores: scoresIn(body), anonymous: body.has('anonymous'), reviews })
    return `/orders/${orderId}/review?done=reviewed`
  },
}

/** A line takes part once it has its stars: what the buyer passed over can be said later. */
const chosenLines = (body: URLSearchParams): OrderLineId[] =>
  [...new Set(body.keys())].flatMap((name) => {
    const [, lineId] = /^stars\.(.+)$/.exec(name) ?? []
    return lineId ? [idIn<OrderLineId>(lineId)] : []
  })

function scoresIn(body: URLSearchParams): Parameters<typeof writeReviews>[1]['scores'] {
  if (!scoreKinds.some((kind) => body.has(kind))) return undefined
  const [description, service, logistics] = scoreKinds.map((kind) => wholeOf(body, kind)) as [number, number, number]
  return { description, service, logistics }
}

/** Each photo is kept by itself and once for its content, so the request's key belongs to the review alone. */
async function keepPhotos({ ctx, files }: FormRequest, field: string): Promise<PictureId[]> {
  const plain: Context = { ...ctx, repeat: undefined }
  const alt = { zh: '买家上传的图片', en: 'Picture uploaded by a buyer' }
  const ids: PictureId[] = []
  for (const file of files)
    if (file.field === field) ids.push(await addPhoto(plain, { bytes: file.bytes, alt: alt.zh, altEn: alt.en }))
  return ids
}

const say: Form = {
  path: ownReviewPage.path,
  page: ownReviewPage,
  needs: 'shopper',
  once: true,
  withFiles: true,
  async run(request) {
    const reviewId = idIn<ReviewId>(request.params.id)
    const { orderId } =
      textOf(request.body, 'do') === 'change' ? await change(request, reviewId) : await add(request, reviewId)
    return `/orders/${orderId}/review?done=reviewed`
  },
}

async function add(request: FormRequest, reviewId: ReviewId): Promise<Review> {
  const pictureIds = await keepPhotos(request, 'pictures')
  return followUp(request.ctx, { reviewId, words: textOf(request.body, 'words'), pictureIds })
}

/** Ticked pictures stay, new ones come after them. */
async function change(request: FormRequest, reviewId: ReviewId): Promise<Review> {
  const { ctx, body } = request
  const kept = body.getAll('keep').map((id) => idIn<PictureId>(id))
  return changeReview(ctx, {
    reviewId,
    stars: wholeOf(body, 'stars'),
    words: textOf(body, 'words'),
    anonymous: body.has('anonymous'),
    pictureIds: [...kept, ...(await keepPhotos(request, 'pictures'))],
  })
}

export const reviewForms: readonly Form[] = [write, say]
