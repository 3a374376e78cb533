import { createProduct, loadProduct, productsOf, relate, wantParts, writeDetailParts } from '#goods/catalog'
import { saveCard } from '#goods/knowledge'
import { approveListing, planStep, submitListing } from '#goods/listing'
import { addPicture, markPicture } from '#goods/media'
import { approvePrice, noteCompetitorPrice, proposePrice } from '#goods/prices'
import { setRule } from '#goods/screening'
import { dayIn } from '#kernel/day'
import { money, percentOf } from '#kernel/money'
import type { Product } from '#model/goods/catalog'
import { createTask } from '#office/tasks'
import type { Context } from '#platform/context'
import { tellWaiting } from '#platform/events'
import { buyNow } from '#sales/carts'
import { makeAppointment, placeOrder, quoteCheckout, redeemVoucher } from '#sales/orders'
import { vouchersOf } from '#sales/vouchers'
import { payFor } from './pay-for.ts'
import type { Person } from './people.ts'
import { demoPicture } from './pictures.ts'
import { at, type Cast, type Stage } from './stage.ts'
import type { Good } from './stock-goods.ts'

interface Desk {
  readonly stage: Stage
  readonly cast: Cast
  readonly goods: readonly Good[]
  readonly people: readonly Person[]
}

/** What the merchandisers have on their desks now: prices in the air, listings to come, knowledge, a service and its codes. */
export async function merchandise(desk: Desk, until: Temporal.Instant): Promise<void> {
  const ctx = at(desk.stage, desk.cast.shopId, desk.cast.staff.goods, until)
  const owner = { ...ctx, actor: desk.cast.staff.owner }
  const ids = [...new Set(desk.goods.map(({ productId }) => productId))]
  const found = await productsOf(ctx, ids)
  const products = ids.map((id) => found.get(id)!).filter(({ status }) => status === 'on_sale')
  await relateThem(ctx, products)
  await showDetails(ctx, products.slice(0, 6))
  await writeCards(ctx, products.slice(0, 8))
  await watchPrices(ctx, owner, products.slice(3, 11))
  await planListings(owner, products.slice(20, 22))
  await leaveDrafts(ctx, products[0]!)
  await setRule(owner, { word: '批发价', kind: 'own', severity: 'warn', reason: '零售店不写批发价，容易引起比价投诉' })
  await askOthers(owner)
  const longjing = products.find(({ slug }) => slug === 'mingqian-longjing') ?? products.at(-1)!
  await teachTea(desk, owner, longjing)
}

async function relateThem(ctx: Context, products: readonly Product[]): Promise<void> {
  for (const [at, { id, categoryId }] of products.slice(0, 12).entries()) {
    const kin = products.filter((each) => each.id !== id && each.categoryId === categoryId).slice(0, 2)
    const others = [products[(at + 15) % products.length]!, products[(at + 31) % products.length]!]
    await relate(ctx, id, [
      ...others.filter((each) => each.id !== id).map((each) => ({ productId: each.id, kind: 'accessory' as const })),
      ...kin.map((each, rank) => ({
        productId: each.id,
        kind: rank === 0 ? ('upsell' as const) : ('related' as const),
      })),
    ])
  }
}

/** Detail pages with a guide and a scene; the first category asks for both from now on. */
async function showDetails(ctx: Context, products: readonly Product[]): Promise<void> {
  for (const { id, pictures } of products) {
    const [first, second = first] = pictures.map((picture) => picture.id)
    if (!first || !second) continue
    await markPicture(ctx, first, { scene: '过节走亲友', painPoint: '不知道送什么' })
    await writeDetailParts(ctx, id, [
      {
        kind: 'scene',
        title: { zh: '放在哪里都合适', en: 'At home anywhere' },
        body: { zh: '', en: '' },
        pictureIds: [second],
      },
      {
        kind: 'usage',
        title: { zh: '三步用好它', en: 'Three steps' },
        body: {
          zh: '<ol><li>第一次用前用温水冲净。</li><li>用后晾干再收。</li><li>避免骤冷骤热。</li></ol>',
          en: '<ol><li>Rinse before the first use.</li><li>Let it dry.</li><li>No sudden heat or cold.</li></ol>',
        },
        pictureIds: [],
      },
    ])
  }
  const { categoryId } = products[0]!
  const kin = products.filter((product) => product.categoryId === categoryId)
  if (categoryId && kin.length > 0) await wantParts(ctx, categoryId, ['usage'])
}

async function writeCards(ctx: Context, products: readonly Product[]): Promise<void> {
  const levels = ['entry', 'middle', 'upper'] as const
  for (const [at, { id, texts }] of products.entries())
    await saveCard(ctx, {
      productId: id,
      material: texts.zh?.sellingPoints[0] ?? '',
      priceLevel: levels[at % 3]!,
      uses: ['自用', '送礼', '办公室待客'][at % 3]!,
      answers: '问：多久发货？\n答：下午四点前付款当天发，之后次日发。\n问：能开发票吗？\n答：可以，结算时填写抬头。',
    })
}

async function watchPrices(ctx: Context, owner: Context, products: readonly Product[]): Promise<void> {
  const today = dayIn(ctx.now, 'Asia/Shanghai')
  for (const [at, { id, variants }] of products.entries()) {
    const [variant] = variants
    const list = variant?.price?.list
    if (!list) continue
    const seen = { productId: id, seenOn: today.subtract({ days: at % 5 }) }
    await noteCompetitorPrice(ctx, { ...seen, source: '天猫某茶具店', price: percentOf(list, 92) })
    await noteCompetitorPrice(ctx, { ...seen, source: '京东自营', price: percentOf(list, 104) })
    if (at > 3) continue
    const proposal = await proposePrice(ctx, {
      variantId: variant.id,
      list: percentOf(list, 94),
      was: list,
      basis: at % 2 === 0 ? 'competition' : 'sales',
      reason: at % 2 === 0 ? '同款竞品低 8%' : '近一个月销量下滑',
      startsAt: ctx.now.add({ hours: 20 + at * 12 }),
    })
    if (at < 2) await approvePrice(owner, { proposalId: proposal.id })
  }
}

async function planListings(ctx: Context, products: readonly Product[]): Promise<void> {
  for (const [at, { id }] of products.entries()) {
    const leaves = ctx.now.add({ hours: 24 * (2 + at) })
    await planStep(ctx, { productId: id, step: 'delist', at: leaves })
    await planStep(ctx, { productId: id, step: 'relist', at: leaves.add({ hours: 24 * 7 }) })
  }
}

/** New listings on their way: one whose limit is near, one that has passed it, one whose words must change first. */
async function leaveDrafts(ctx: Context, like: Product): Promise<void> {
  const { categoryId, brandId, attributes, pictures } = like
  const drafts = [
    { name: '春茶预售礼盒', daysAgo: 12, description: '<p>明前采摘，四月发货。</p>' },
    { name: '手冲壶试样', daysAgo: 17, description: '<p>等待质检报告。</p>' },
    { name: '全网第一好壶', daysAgo: 1, description: '<p>国家级工艺，治疗失眠。</p>' },
  ]
  for (const { name, daysAgo, description } of drafts)
    await createProduct(
      { ...ctx, now: ctx.now.subtract({ hours: 24 * daysAgo }) },
      {
        slug: `draft-${daysAgo}`,
        categoryId,
        brandId,
        attributes,
        keywords: ['茶壶'],
        texts: { zh: { name, description } },
        pictureIds: pictures.slice(0, 1).map(({ id }) => id),
        variants: [{ sku: `DRAFT-${daysAgo}`, weightGrams: 500, price: { list: money(16_800), cost: money(7_000) } }],
      },
    )
}

async function askOthers(ctx: Context): Promise<void> {
  const dueOn = dayIn(ctx.now, 'Asia/Shanghai').add({ days: 3 })
  await createTask(ctx, { title: '给银壶补拍使用场景图', role: 'goods', dueOn })
  await createTask(ctx, { title: '盘点 A 区零散库存', role: 'warehouse', dueOn: dueOn.add({ days: 1 }) })
}

/** A tea lesson: sold by codes, one of them used today, one booked for the weekend. */
async function teachTea(desk: Desk, owner: Context, like: Product): Promise<void> {
  const lesson = await listLesson(owner, like)
  const person = desk.people[0]!
  const buyer = { ...owner, actor: person.actor }
  const cartId = await buyNow(buyer, { variantId: lesson.variants[0]!.id, quantity: 3 })
  const wish = { cartId, addressId: person.addressId }
  const { total } = await quoteCheckout(buyer, wish)
  const order = await placeOrder(buyer, { ...wish, expectedTotal: total })
  await payFor(desk.stage, buyer, order.id)
  await tellWaiting(owner, desk.stage.listeners)
  const [used, booked] = await vouchersOf(owner, order.id)
  if (used) await redeemVoucher(owner, { code: used.code })
  if (booked) await makeAppointment(buyer, { voucherId: booked.id, at: owner.now.add({ hours: 72 }) })
}

async function listLesson(ctx: Context, { categoryId, attributes }: Product): Promise<Product> {
  const alt = {
    alt: '木桌上摆好的茶席：茶罐、侧把壶、两盏茶和一枝花',
    altEn: 'A laid tea table: caddy, teapot, two cups of tea and a twig in bloom',
  }
  const picture = await addPicture(ctx, { ...(await demoPicture('tea-lesson.avif')), ...alt })
  const words = (name: string, description: string, sellingPoints: string[], optionNames: string[]) => ({
    name,
    description: `<p>${description}</p>`,
    sellingPoints,
    optionNames,
  })
  const { id } = await createProduct(ctx, {
    slug: 'tea-lesson',
    kind: 'service',
    categoryId,
    attributes,
    texts: {
      zh: words(
        '茶艺体验课',
        '两小时，六人小班，茶与点心都备好。',
        ['到店上课，无需自带茶具', '没用过的券随时可退'],
        ['时段'],
      ),
      en: words(
        'Tea lesson',
        'Two hours in a group of six, tea and bites included.',
        ['Come as you are', 'Unused codes can be given back'],
        ['When'],
      ),
    },
    pictureIds: [picture],
    variants: [
      {
        sku: 'LESSON-WE',
        optionValues: { zh: ['周末'], en: ['Weekend'] },
        price: { list: money(19_800), cost: money(6_000) },
      },
      {
        sku: 'LESSON-WD',
        optionValues: { zh: ['工作日'], en: ['Weekday'] },
        price: { list: money(15_800), cost: money(6_000) },
      },
    ],
  })
  await writeDetailParts(ctx, id, [
    {
      kind: 'usage', // its category asks for it
      title: { zh: '怎么上课', en: 'How it goes' },
      body: {
        zh: '<ol><li>买下后按券约时间。</li><li>到店报券码。</li><li>泡三道茶，带走一份笔记。</li></ol>',
        en: '<ol><li>Book a time with your code.</li><li>Say the code at the door.</li><li>Brew three teas and keep the notes.</li></ol>',
      },
      pictureIds: [],
    },
  ])
  await submitListing(ctx, id)
  await approveListing(ctx, id)
  return loadProduct(ctx, id)
}
