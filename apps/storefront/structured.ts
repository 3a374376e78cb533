import { decimalText, type Money } from '#kernel/money'
import { plainWords } from '#model/goods/heads'
import { picturePath } from '#model/goods/media'
import type { ProductPage } from './loaders/product.ts'
import type { View } from './view.ts'

/** A thing as schema.org describes it: https://schema.org/docs/gs.html */
export type Described = Readonly<Record<string, unknown>>

/** Goes between the tags of a script element: no text in it can end the element. */
export const asScript = (thing: Described): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...thing }).replaceAll('<', '\\u003c')

export interface Step {
  readonly text: string
  readonly to?: string
}

/** The way from the home page to a page. */
export const describedTrail = (view: View, trail: readonly Step[]): Described => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ text: view.t('frame.home'), to: '/' }, ...trail].map(({ text, to }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: text,
    ...(to && { item: view.address(to) }),
  })),
})

/** The shop and its search, said on its home page. */
export const describedShop = (view: View): Described => ({
  '@graph': [
    {
      '@type': 'Organization',
      '@id': `${view.address('/')}#shop`,
      name: view.shopName,
      url: view.address('/'),
      logo: new URL('/assets/seal-512.png', view.address('/')).href,
    },
    {
      '@type': 'WebSite',
      url: view.address('/'),
      name: view.shopName,
      inLanguage: view.locale === 'en' ? 'en' : 'zh-CN',
      publisher: { '@id': `${view.address('/')}#shop` },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${view.address('/search')}?q={words}` },
        'query-input': 'required name=words',
      },
    },
  ],
})

/** A product with its prices and what buyers say of it. A product that is no longer sold has no offer. */
export function describedProduct(view: View, page: ProductPage): Described {
  const { product, brand, pictures, variants } = page
  const text = product.texts[view.locale] ?? product.texts.zh ?? product.texts.en
  const only = variants.length === 1 ? variants[0] : undefined
  return {
    '@type': 'Product',
    name: text?.name ?? product.slug,
    url: view.address(`/products/${product.slug}`),
    description: plainWords(text?.description || text?.title || '', 500) || undefined,
    image: pictures.map(({ id }) => new URL(picturePath(id, 960, 'webp'), view.address('/')).href),
    ...(brand && { brand: { '@type': 'Brand', name: view.both(brand.name) } }),
    ...(only && { sku: only.sku, ...(only.barcode && { gtin: only.barcode }) }),
    ...(page.forSale && { offers: offersOf(view, page) }),
    ...(page.reviews.rating.count > 0 && ratingOf(view, page.reviews)),
  }
}

function offersOf(view: View, { variants, product }: ProductPage): Described {
  const prices = variants.map((variant) => variant.price!.list).sort((a, b) => a.minor - b.minor)
  const [low, high] = [prices[0]!, prices.at(-1)!]
  const inStock = variants.some(({ available }) => available > 0)
  const common = {
    priceCurrency: low.currency,
    availability: `https://schema.org/${inStock ? 'InStock' : 'OutOfStock'}`,
    url: view.address(`/products/${product.slug}`),
  }
  if (variants.length === 1)
    return { '@type': 'Offer', price: amount(low), itemCondition: 'https://schema.org/NewCondition', ...common }
  return {
    '@type': 'AggregateOffer',
    lowPrice: amount(low),
    highPrice: amount(high),
    offerCount: variants.length,
    ...common,
  }
}

const amount = (price: Money): string => decimalText(price)

const ratingOf = (view: View, { rating, latest }: ProductPage['reviews']): Described => ({
  aggregateRating: { '@type': 'AggregateRating', ratingValue: rating.average, reviewCount: rating.count, ...scale },
  review: latest
    .filter(({ words }) => words !== '')
    .map(({ author, stars, words, writtenAt }) => ({
      '@type': 'Review',
      author: { '@type': 'Person', name: author ?? view.t('review.somebody') },
      datePublished: writtenAt.toZonedDateTimeISO(view.shop.timeZone).toPlainDate().toString(),
      reviewBody: words,
      reviewRating: { '@type': 'Rating', ratingValue: stars, ...scale },
    })),
})

const scale = { bestRating: 5, worstRating: 1 }
