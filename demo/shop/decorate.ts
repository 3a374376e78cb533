import { productsBySlug } from '#goods/catalog'
import { addPicture, showVideo } from '#goods/media'
import { announce, beginCampaign, beginHome, publishPage, saveDraft } from '#growth/content'
import type { PictureId } from '#model/goods/catalog'
import { type Block, type Both, plainLook, type ShelfBlock, type Slide } from '#model/growth/content'
import type { Context } from '#platform/context'
import { demoCatalogue } from '../catalogue/index.ts'
import { demoPicture, filmBytes } from './pictures.ts'

const none: Both = { zh: '', en: '' }
const always = { from: null, until: null }
const both = (zh: string, en: string): Both => ({ zh, en })

/** Hangs up the pictures that only pages show, and those of goods once more: what hangs already is found again. */
async function hang(ctx: Context, files: Readonly<Record<string, Both>>): Promise<Map<string, PictureId>> {
  const hung = Object.entries(files).map(async ([file, { zh, en }]) => {
    return [file, await addPicture(ctx, { ...(await demoPicture(`${file}.avif`)), alt: zh, altEn: en })] as const
  })
  return new Map(await Promise.all(hung))
}

const scenes = {
  'banner-tea': both(
    '窗边木桌上的茶叶罐、侧把壶、两只小盏和一瓶梅枝',
    'A tea tin, a teapot, two cups and a plum branch on an oak table by the window',
  ),
  'banner-table': both('木桌上的红色炖锅、斑点碗和马克杯', 'A red stew pot, speckled bowls and a mug on a beech table'),
  'banner-evening': both(
    '深色木桌上的毯子、香薰蜡烛、蓝色马克杯和月亮罐',
    'A folded throw, a candle, a teal mug and a moon jar on a walnut table',
  ),
}

const words = {
  'banner-tea': {
    title: both('雨天，先煮一壶茶', 'Rainy day, tea first'),
    text: both('侧把壶、龙井，两只小盏。今天不赶路。', 'A side-handled pot, Longjing, two small cups. No hurry today.'),
    button: both('挑一套茶器', 'Choose your tea things'),
    link: '/c/tea-snacks',
  },
  'banner-table': {
    title: both('一口锅，一桌人', 'One pot, one table'),
    text: both('慢火炖着，碗先摆好。', 'It simmers; the bowls are on the table.'),
    button: both('去厨房看看', 'To the kitchen'),
    link: '/c/kitchen',
  },
  'banner-evening': {
    title: both('傍晚，把灯调暗一点', 'Evening, turn the light down'),
    text: both('一条毯子，一支雨后味道的蜡烛。', 'A throw, and a candle that smells of rain.'),
    button: both('添一点暖意', 'Add some warmth'),
    link: '/c/textiles',
  },
} as const

/** The platform's shop: three banners, its departments, four shelves, a story, a line above it all. Published twice, as shops are. */
export async function decorateTheShop(ctx: Context): Promise<void> {
  const departments = demoCatalogue.categories.filter(({ parent }) => !parent)
  const signs = Object.fromEntries(departments.map(({ slug, name }) => [`icon-${slug}`, name]))
  const cuts = Object.fromEntries(Object.entries(scenes).map(([file, alt]) => [`${file}-phone`, alt]))
  const gaiwan = demoCatalogue.products.find(({ slug }) => slug === 'celadon-gaiwan')!
  const pictures = await hang(ctx, { ...scenes, ...cuts, ...signs, 'celadon-gaiwan': gaiwan.name })
  const slides = Object.entries(words).map(([file, said]) => ({
    ...said,
    pictureId: pictures.get(file)!,
    phonePictureId: pictures.get(`${file}-phone`)!,
    alt: scenes[file as keyof typeof scenes],
  }))
  const icons: Block = {
    ...always,
    id: 'departments',
    kind: 'icons',
    source: 'picked',
    items: departments.map(({ slug, name }) => ({
      pictureId: pictures.get(`icon-${slug}`)!,
      label: name,
      link: `/c/${slug}`,
    })),
  }
  const fragrance = (await productsBySlug(ctx, ['beeswax-tapers'])).get('beeswax-tapers')?.path[0]
  const scent = shelf('scent', both('给屋子一点味道', 'A scent for the room'), {
    source: 'category',
    categoryId: fragrance?.id ?? null,
    count: 4,
  })
  const pageId = await beginHome(ctx, {
    look: plainLook,
    blocks: blocksOf(slides.slice(0, 1), [icons, newest, popular]),
  })
  await publishPage(ctx, { pageId, note: '开张' })
  const blocks = blocksOf(slides, [
    icons,
    offers,
    newest,
    story(pictures.get('celadon-gaiwan')!, gaiwan.name),
    popular,
    ...(fragrance ? [scent] : []),
    forYou,
    letter,
  ])
  await saveDraft(ctx, { pageId, content: { look: plainLook, blocks } })
  await publishPage(ctx, { pageId, note: '换上三张横幅，添上故事和香氛' })
  await openTheTeaWeek(ctx, slides[0]!)
  await filmTheGaiwan(ctx)
  await announce(ctx, {
    text: both(
      '全店满 ¥199 减 ¥20 · 江浙沪皖满 ¥69 包邮',
      '¥20 off from ¥199 · Free delivery around Shanghai from ¥69',
    ),
    link: '/search?sort=sales',
    showsFrom: ctx.now,
    showsUntil: null,
  })
}

/** What a picture cannot say: how the glaze takes the light. */
async function filmTheGaiwan(ctx: Context): Promise<void> {
  const gaiwan = (await productsBySlug(ctx, ['celadon-gaiwan'])).get('celadon-gaiwan')?.product
  if (!gaiwan) return
  await showVideo(ctx, {
    productId: gaiwan.id,
    bytes: await filmBytes('celadon-gaiwan'),
    words: '镜头慢慢靠近青瓷盖碗，看得到釉面的光',
    wordsEn: 'The camera comes slowly closer to the celadon gaiwan and the light on its glaze',
  })
}

/** A campaign with a page of its own. */
async function openTheTeaWeek(ctx: Context, slide: Slide): Promise<void> {
  const title = both('雨天茶周', 'Rainy tea week')
  const pageId = await beginCampaign(ctx, { name: 'rainy-tea-week', title })
  const tea = (await productsBySlug(ctx, ['celadon-gaiwan'])).get('celadon-gaiwan')?.path[0]
  const goods = shelf('goods', both('茶桌上的', 'For the tea table'), {
    source: 'category',
    categoryId: tea?.id ?? null,
    count: 8,
  })
  await saveDraft(ctx, {
    pageId,
    content: {
      look: { ...plainLook, accent: '#2a7152' },
      head: {
        title,
        description: both(
          '一周的茶与茶器：盖碗、侧把壶、新茶。',
          'A week of tea: gaiwans, teapots and this year’s leaves.',
        ),
      },
      blocks: [
        { ...always, id: 'banner', kind: 'banner', slides: [{ ...slide, title }] },
        offers,
        ...(tea ? [goods] : []),
        forYou,
      ],
    },
  })
  await publishPage(ctx, { pageId, note: '茶周开始' })
}

const blocksOf = (slides: readonly Slide[], rest: readonly Block[]): Block[] => [
  { ...always, id: 'banner', kind: 'banner', slides },
  { ...always, id: 'promises', kind: 'promises' },
  ...rest,
]

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

const offers: Block = { ...always, id: 'offers', kind: 'offers' }
const newest = shelf('newest', both('新到', 'Just in'))
const popular = shelf('popular', both('大家常买', 'Often bought'), { source: 'sales', count: 12, layout: 'row' })

const forYou: Block = {
  ...always,
  id: 'for-you',
  kind: 'recommended',
  title: both('也许你会喜欢', 'You may like'),
  count: 8,
}

const story = (pictureId: PictureId, alt: Both): Block => ({
  ...always,
  id: 'story',
  kind: 'story',
  pictureId,
  alt,
  side: 'right',
  title: both('一只盖碗的脾气', 'The temper of a gaiwan'),
  text: both(
    '青釉要挂得薄，口沿才不烫手；盖子要沉，出水才稳。试了十一窑，留下这一只。',
    'The glaze must be thin, or the rim burns your fingers; the lid must be heavy, or it will not pour. Eleven firings, and we kept this one.',
  ),
  button: both('看看它', 'See it'),
  link: '/products/celadon-gaiwan',
})

const letter: Block = {
  ...always,
  id: 'letter',
  kind: 'text',
  tone: 'plain',
  title: both('写给第一次来的人', 'To whoever comes for the first time'),
  text: both(
    '东西不多，都是自己家里在用的。坏了能修，用着不合适就退回来。',
    'There is not much here, and all of it we use at home. What breaks can be mended; what does not suit comes back.',
  ),
  button: none,
  link: '',
}

/** The workshop: its sign, what it makes, and how. */
export async function decorateTheStudio(ctx: Context, wares: readonly string[]): Promise<void> {
  const pictures = await hang(ctx, { 'banner-table': scenes['banner-table'] })
  const pages = await productsBySlug(ctx, wares)
  const products = wares.flatMap((slug) => pages.get(slug)?.product ?? [])
  const [first] = products
  if (!first) return
  const pageId = await beginHome(ctx, {
    look: { ...plainLook, accent: '#2a7152', corners: 'round', signId: pictures.get('banner-table')! },
    blocks: [
      {
        ...always,
        id: 'making',
        kind: 'story',
        side: 'left',
        pictureId: first.pictures[0]?.id ?? null,
        alt: both(first.texts.zh?.name ?? '', first.texts.en?.name ?? ''),
        title: both('一窑只烧四十件', 'Forty pieces to a firing'),
        text: both(
          '泥是后山的，釉是自己配的。出窑那天拍照、装箱、寄走，没有库存可压。',
          'The clay is from the hill behind, the glaze our own. On the day the kiln opens it is photographed, packed and sent.',
        ),
        button: both('看这一窑', 'See this firing'),
        link: `/products/${first.slug}`,
      },
      shelf('wares', both('这一窑', 'This firing'), {
        source: 'picked',
        productIds: products.map(({ id }) => id),
      }),
      { ...always, id: 'promises', kind: 'promises' },
    ],
  })
  await publishPage(ctx, { pageId, note: '开张' })
}
