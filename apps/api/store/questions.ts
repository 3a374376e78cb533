import { Type } from 'typebox'
import { askTheShop, ownQuestions, publishedQuestions } from '#care/visitor-desk'
import { productBySlug } from '#goods/catalog'
import { visitorQuestionLimits } from '#model/care/visitor-desk'
import { IdText, Instant, type Routes } from '#platform/http'
import { OwnQuestionJson } from '../question-shapes.ts'

const tags = ['questions']
const AskBody = Type.Object(
  {
    words: Type.String({ minLength: 1, maxLength: visitorQuestionLimits.words }),
    slug: Type.Optional(
      Type.String({ maxLength: 200, description: 'Of the product it is about; without one it is about the shop' }),
    ),
    contact: Type.Optional(
      Type.String({
        maxLength: visitorQuestionLimits.contact,
        description: 'Mobile number or e-mail address; needed of guests',
      }),
    ),
    author: Type.Optional(Type.String({ maxLength: visitorQuestionLimits.author })),
  },
  { additionalProperties: false },
)
const PublishedJson = Type.Object({ id: IdText, words: Type.String(), answer: Type.String(), askedAt: Instant })

/** What visitors ask the shop, and what it answered for everybody. */
export function questionRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/products/:slug/questions',
    {
      config: { needs: 'anyone', shared: true },
      schema: {
        tags,
        params: Type.Object({ slug: Type.String({ maxLength: 200 }) }),
        response: { 200: Type.Array(PublishedJson) },
      },
    },
    async ({ context, params }) => {
      const { product } = await productBySlug(context, params.slug)
      return publishedQuestions(context, product.id)
    },
  )
  app.get(
    '/api/v1/store/questions',
    { config: { needs: 'shopper' }, schema: { tags, response: { 200: Type.Array(OwnQuestionJson) } } },
    ({ context }) => ownQuestions(context, context.actor.id!),
  )
  app.post(
    '/api/v1/store/questions',
    { config: { needs: 'anyone', once: true }, schema: { tags, body: AskBody, response: { 201: OwnQuestionJson } } },
    async ({ context, body: { slug, ...body }, ip }, reply) => {
      const productId = slug ? (await productBySlug(context, slug)).product.id : undefined
      return reply.code(201).send(await askTheShop(context, { ...body, ip, ...(productId && { productId }) }))
    },
  )
}
