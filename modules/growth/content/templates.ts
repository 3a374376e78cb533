import { categoryTree, productCardsOf } from '#goods/catalog'
import { shelfProducts } from '#goods/search'
import type { CategoryNode, ProductCard } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import {
  type Block,
  type Both,
  contentText,
  type PageContent,
  plainLook,
  type ShelfBlock,
  type Slide,
  type TemplateName,
} from './model.ts'

const none: Both = { zh: '', en: '' }
const words = (key: keyof typeof contentText): Both => contentText[key]
const always = { from: null, until: null }

const shelf = (id: string, title: Both, wish: Partial<ShelfBlock> = {}): ShelfBlock => ({
  ...always,
  id,
  kind: 'shelf',
  title,
  source: 'newest',
  categoryId: null,
  productIds: [],
  count: 8,
  layout: 'grid',
  ...wish,
})
const categories: Block = { ...always, id: 'departments', kind: 'icons', source: 'categories', items: [] }
const promises: Block = { ...always, id: 'promises', kind: 'promises' }
const offers: Block = { ...always, id: 'offers', kind: 'offers' }
const welcome: Block = { ...always, id: 'welcome', kind: 'welcome', pictureId: null }
const newest = shelf('newest', words('content.standard.newest'))
const popular = shelf('popular', words('content.standard.popular'), { source: 'sales', count: 12 })

/** What a shop shows that nobody has decorated: made of its goods alone. */
export const standardContent: PageContent = {
  look: plainLook,
  blocks: [welcome, promises, categories, offers, newest, popular],
}

/** What a campaign's page begins with: its name, the offers in force, what sells best. */
export const campaignContent = (title: Both, look: PageContent['look'] = plainLook): PageContent => ({
  look,
  head: { title, description: none },
  blocks: [
    { ...always, id: 'words', kind: 'text', tone: 'plain', title, text: none, button: none, link: '' },
    offers,
    shelf('goods', words('content.standard.popular'), { source: 'sales', count: 12 }),
  ],
})

/** A ready-made layout, filled with the shop's newest goods and its departments, to be changed by hand. */
export async function templateContent(reader: Reader, name: TemplateName): Promise<PageContent> {
  const [hits = []] = await shelfProducts(reader, [{ sort: 'newest', size: 6 }])
  const cards = await productCardsOf(
    reader,
    hits.map(({ productId }) => productId),
  )
  return templates[name]({ cards: cards.filter(({ picture }) => picture), departments: await categoryTree(reader) })
}

interface Goods {
  readonly cards: readonly ProductCard[]
  readonly departments: readonly CategoryNode[]
}

const templates: Readonly<Record<TemplateName, (goods: Goods) => PageContent>> = {
  gallery: ({ cards }) => ({
    look: { ...plainLook, corners: 'sharp' },
    blocks: [
      ...banner(cards.slice(0, 3)),
      promises,
      categories,
      newest,
      ...stories(cards.slice(3, 4)),
      { ...popular, layout: 'row' },
    ],
  }),
  market: ({ cards, departments }) => ({
    look: { ...plainLook, density: 'dense' },
    blocks: [
      ...banner(cards.slice(0, 1)),
      categories,
      offers,
      { ...popular, layout: 'row' },
      ...departments
        .slice(0, 3)
        .map(({ id, slug, name }) => shelf(`department-${slug}`, name, { source: 'category', categoryId: id })),
      promises,
    ],
  }),
  atelier: ({ cards }) => ({
    look: { ...plainLook, accent: '#2a7152', corners: 'round' },
    blocks: [
      welcome,
      ...stories(cards.slice(0, 2)),
      ...picked(cards.slice(0, 4)),
      { ...always, id: 'notice', kind: 'text', tone: 'plain', link: '', button: none, ...notice },
      newest,
      promises,
    ],
  }),
}

const notice = { title: words('content.standard.notice'), text: words('content.standard.notice_text') }

const slideOf = ({ name, slug, sellingPoints, picture }: ProductCard): Slide => ({
  pictureId: picture!.id,
  phonePictureId: null,
  alt: picture!.alt.zh || picture!.alt.en ? picture!.alt : name,
  title: name,
  text: { zh: sellingPoints.zh[0] ?? '', en: sellingPoints.en[0] ?? '' },
  button: words('content.standard.look'),
  link: `/products/${slug}`,
})

const banner = (cards: readonly ProductCard[]): Block[] =>
  cards.length > 0 ? [{ ...always, id: 'banner', kind: 'banner', slides: cards.map(slideOf) }] : [welcome]

const stories = (cards: readonly ProductCard[]): Block[] =>
  cards.map((card, at) => {
    const { phonePictureId: _, ...slide } = slideOf(card)
    return { ...always, ...slide, id: `story-${at + 1}`, kind: 'story', side: at % 2 === 0 ? 'left' : 'right' }
  })

const picked = (cards: readonly ProductCard[]): Block[] =>
  cards.length > 0
    ? [
        shelf('picked', words('content.standard.picked'), {
          source: 'picked',
          productIds: cards.map(({ productId }) => productId),
          count: 4,
        }),
      ]
    : []
