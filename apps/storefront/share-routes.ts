import { productBySlug } from '#goods/catalog'
import { inLocale, type Product } from '#model/goods/catalog'
import type { Routes } from '#platform/http'
import { type Front, places } from './front.ts'
import { shareCard } from './share-card.ts'

/** The pictures that messengers show beside the address of a product. */
export function shareRoutes(app: Routes, front: Front): void {
  const config = { needs: 'anyone', lane: 'browse', hidden: true } as const
  for (const { prefix } of places)
    app.get(`${prefix}/products/:slug/card.jpg`, { config }, async (request, reply) => {
      const asked = await front.requestOf(request)
      const { product } = await productBySlug(asked.ctx, asked.params.slug ?? '')
      const { shopName } = await front.viewOf(request, asked)
      const pictureId = product.pictures.find(({ waits }) => !waits)?.id
      const bytes = await shareCard(asked.ctx, { title: nameOf(product, asked.place.locale), shopName, pictureId })
      return reply.type('image/jpeg').header('cache-control', 'public, max-age=86400').send(bytes)
    })
}

const nameOf = ({ texts, slug }: Product, locale: 'zh' | 'en'): string =>
  inLocale({ zh: texts.zh?.name, en: texts.en?.name }, locale) || slug
