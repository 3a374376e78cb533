import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { historyOf } from '#platform/events'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aPicture, aProduct, aShop, asHouse } from '#test/goods'
import {
  announce,
  beginHome,
  cancelScheduled,
  changeAnnouncement,
  contentClockJobs,
  findAnnouncements,
  findUnfinished,
  loadPage,
  previewed,
  previewLink,
  publishPage,
  rollBack,
  saveDraft,
  shownAnnouncements,
  shownHome,
  standardContent,
  templateContent,
  versionsOf,
} from './index.ts'
import {
  type Block,
  contrastOf,
  type HtmlBlock,
  isLink,
  type PageContent,
  type PageId,
  plainLook,
  type TextBlock,
  templateNames,
} from './model.ts'

const { db } = await testDatabase()

const always = { from: null, until: null }
const none = { zh: '', en: '' }
const aText = (title: string, id = 'text'): TextBlock => ({
  ...always,
  id,
  kind: 'text',
  tone: 'plain',
  title: { zh: title, en: title },
  text: none,
  button: none,
  link: '',
})
const aPage = (...blocks: Block[]): PageContent => ({ look: plainLook, blocks })
const html = (text: string): HtmlBlock => ({ ...always, id: 'html', kind: 'html', html: { zh: text, en: '' } })

async function aDecoratedShop(...blocks: Block[]) {
  const ctx = await aShop(db)
  const pageId = await beginHome(ctx, aPage(...blocks))
  return { ctx, pageId }
}

const titleShown = async (ctx: Parameters<typeof shownHome>[0]): Promise<string | undefined> => {
  const [block] = (await shownHome(ctx)).home?.content.blocks ?? []
  return block?.kind === 'text' ? block.title.zh : undefined
}

test('STO-02 a draft is seen by nobody until it is published, and by everybody at once afterwards', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('初稿'))
  expect(await titleShown(ctx)).toBeUndefined()

  await publishPage(ctx, { pageId, note: '开业' })
  expect(await titleShown(ctx)).toBe('初稿')

  await saveDraft(ctx, { pageId, content: aPage(aText('二稿')) })
  expect(await titleShown(ctx)).toBe('初稿')
  expect((await loadPage(ctx, pageId)).draft.blocks).toEqual([aText('二稿')])
})

test('STO-02 rolling back shows an earlier version again, keeps who did what, and leaves the draft alone', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('春'))
  const spring = await publishPage(ctx, { pageId })
  await saveDraft(ctx, { pageId, content: aPage(aText('夏')) })
  await publishPage(as(ctx, mei), { pageId, note: '换季' })

  await rollBack(later(ctx, { hours: 1 }), { pageId, number: spring })

  expect(await titleShown(ctx)).toBe('春')
  expect((await loadPage(ctx, pageId)).draft.blocks).toEqual([aText('夏')])
  expect(await versionsOf(ctx, pageId)).toMatchObject([
    { number: 3, status: 'shown', again: spring, madeBy: 'Lin' },
    { number: 2, status: 'past', note: '换季', madeBy: 'Mei' },
    { number: 1, status: 'past', madeBy: 'Lin' },
  ])
  await expect(rollBack(ctx, { pageId, number: 3 })).rejects.toMatchObject({ code: 'content.version_cannot' })
})

test('STO-02 a scheduled version is shown when its time has come, once, and one that was taken back never is', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('平日'))
  const inHours = (hours: number) => ctx.now.add({ hours })
  const due = (hours: number) => contentClockJobs[0]!.run({ ...ctx, now: inHours(hours) })
  await publishPage(ctx, { pageId })
  await saveDraft(ctx, { pageId, content: aPage(aText('双十一')) })
  const planned = await publishPage(ctx, { pageId, at: inHours(24) })
  const dropped = await publishPage(ctx, { pageId, at: inHours(36) })
  await cancelScheduled(ctx, { pageId, number: dropped })

  await due(23)
  expect(await titleShown(ctx)).toBe('平日')
  await Promise.all([due(25), due(25)])
  await due(40)

  expect(await titleShown(ctx)).toBe('双十一')
  expect((await versionsOf(ctx, pageId)).map(({ number, status }) => [number, status])).toEqual([
    [dropped, 'cancelled'],
    [planned, 'shown'],
    [1, 'past'],
  ])
  await expect(publishPage(ctx, { pageId, at: ctx.now })).rejects.toMatchObject({ code: 'content.in_past' })
  await expect(cancelScheduled(ctx, { pageId, number: planned })).rejects.toMatchObject({
    code: 'content.version_cannot',
  })
})

test('two who publish at once make two versions, of which one is shown', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('同时'))
  const numbers = await Promise.all([publishPage(ctx, { pageId }), publishPage(as(ctx, mei), { pageId })])
  expect(numbers.toSorted()).toEqual([1, 2])
  expect((await versionsOf(ctx, pageId)).map(({ status }) => status)).toEqual(['shown', 'past'])
})

test('of two who edit the same state the second is told who was faster', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('一'))
  const seen = { id: pageId, version: 1 }
  await saveDraft({ ...as(ctx, mei), seen, origin: 'mei' }, { pageId, content: aPage(aText('二')) })
  await expect(
    saveDraft({ ...ctx, seen: { ...seen }, origin: 'lin' }, { pageId, content: aPage(aText('三')) }),
  ).rejects.toMatchObject({ code: 'request.changed_meanwhile', details: { by: 'Mei' } })
})

test('STO-02 an unfinished page is kept as a draft and not published, with everything that is missing', async () => {
  const slide = {
    pictureId: null,
    phonePictureId: null,
    alt: none,
    title: none,
    text: none,
    button: { zh: '去', en: '' },
    link: '',
  }
  const { ctx, pageId } = await aDecoratedShop(
    { ...always, id: 'banner', kind: 'banner', slides: [slide] },
    { ...always, id: 'icons', kind: 'icons', source: 'picked', items: [] },
    { ...always, id: 'clock', kind: 'countdown', reductionId: null, title: none, link: '' },
  )
  const missing = [
    ['banner', 'slides.0.pictureId', 'picture_missing'],
    ['banner', 'slides.0.alt', 'alt_missing'],
    ['banner', 'slides.0.link', 'link_missing'],
    ['icons', 'items', 'entries_missing'],
    ['clock', 'reductionId', 'choice_missing'],
  ].map(([blockId, field, code]) => ({ blockId, field, code }))
  await expect(publishPage(ctx, { pageId })).rejects.toMatchObject({
    code: 'content.unfinished',
    details: { count: 5, missing },
  })
  expect((await shownHome(ctx)).home).toBeUndefined()
})

test('STO-02 an accent that cannot be read on paper or under white words is not published', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('金'))
  const pale = { ...aPage(aText('金')), look: { ...plainLook, accent: '#E0A030' } }
  await saveDraft(ctx, { pageId, content: pale })
  await expect(publishPage(ctx, { pageId })).rejects.toMatchObject({
    details: { missing: [{ blockId: null, field: 'accent', code: 'contrast' }] },
  })
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(findUnfinished(standardContent)).toEqual([])
  for (const accent of ['red', '#fff', '#c8372d;}body{'])
    await expect(
      saveDraft(ctx, { pageId, content: { ...pale, look: { ...plainLook, accent } } }),
    ).rejects.toMatchObject({ code: 'content.colour_invalid' })
})

test('STO-02 every template is filled with the shop’s own goods and can be published as it stands', async () => {
  const ctx = await aShop(db)
  const empty = await Promise.all(templateNames.map((name) => templateContent(ctx, name)))
  for (let count = 0; count < 6; count++)
    await aProduct(asHouse(ctx), { name: `杯${count}`, pictureIds: [await aPicture(ctx)] })
  const filled = await Promise.all(templateNames.map((name) => templateContent(ctx, name)))

  expect([...empty, ...filled].map(findUnfinished)).toEqual(Array(6).fill([]))
  const pageId = await beginHome(ctx, filled[0]!)
  expect(await publishPage(ctx, { pageId })).toBe(1)
  await expect(beginHome(ctx, filled[1]!)).rejects.toMatchObject({ code: 'content.page_exists' })
})

test('S19 hostile HTML is made harmless when it is saved', async () => {
  const { ctx, pageId } = await aDecoratedShop(html('<p>好</p>'))
  const kept = async (text: string) => {
    const { blocks } = await saveDraft(ctx, { pageId, content: aPage(html(text)) })
    return (blocks[0] as HtmlBlock).html.zh
  }
  const picture = `/pictures/${newId()}/480.webp`
  const hostile: Record<string, string> = {
    '<script>alert(1)</script><p>a</p>': '<p>a</p>',
    '<img src=x onerror=alert(1)>': '',
    '<img src="https://evil.example/pixel.gif">': '',
    [`<img src="${picture}" onload="x()" style="position:fixed">`]: `<img src="${picture}" alt="" loading="lazy" />`,
    '<a href="javascript:alert(1)">x</a>': '<a>x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>': '<a>x</a>',
    '<a href="//evil.example">x</a>': '<a>x</a>',
    '<a href="/\\evil.example">x</a>': '<a>x</a>',
    '<a href="http://plain.example" target=_top>x</a>': '<a>x</a>',
    '<a href="/search" class="button lead" onclick="x()">x</a>': '<a class="lead" href="/search">x</a>',
    '<svg><script>1</script><a xlink:href="javascript:1">x</a></svg>': '<a>x</a>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>': '<table></table>',
    '<style>*{display:none}</style><p style="color:red" id="cart">b</p>': '<p>b</p>',
    '<form action="https://evil.example"><input name="password"><button>pay</button></form>': 'pay',
    '<iframe srcdoc="<script>1</script>"></iframe><object data="x"></object><base href="//evil">': '',
    '<p>unclosed <b>': '<p>unclosed <b></b></p>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">': '<p></p>',
  }
  for (const [given, wanted] of Object.entries(hostile)) expect([given, await kept(given)]).toEqual([given, wanted])
})

test('S18 a link leads to a path of ours or, encrypted, elsewhere', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('链接'))
  const links = ['/search?q=杯', '/', '/products/x#y', 'https://example.com/a', ' /c/tea ']
  const bad = [
    '//evil.example',
    '/\\evil',
    '\\evil',
    'javascript:alert(1)',
    'http://example.com',
    'search',
    'https://',
    'data:text/html,x',
    '/a b',
    '/"><script>',
    '/\t/evil',
  ]
  for (const link of links) await saveDraft(ctx, { pageId, content: aPage({ ...aText('链接'), link }) })
  for (const link of bad)
    await expect(
      saveDraft(ctx, { pageId, content: aPage({ ...aText('链接'), link }) }).then(() => link),
    ).rejects.toMatchObject({ code: 'content.link_invalid', details: { field: 'blocks.0.link' } })
  expect(bad.filter(isLink)).toEqual([])
})

test('S02 a page shows no picture and no goods of another shop', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('我们的'))
  const other = await aShop(db)
  const [picture, { id: product }] = [await aPicture(other), await aProduct(asHouse(other))]
  const save = (content: PageContent) => saveDraft(ctx, { pageId, content })
  const shelf = {
    ...always,
    id: 's',
    kind: 'shelf',
    title: none,
    source: 'picked',
    categoryId: null,
    count: 4,
    layout: 'grid',
  } as const

  await expect(save({ ...aPage(), look: { ...plainLook, logoId: picture } })).rejects.toMatchObject({
    code: 'media.not_found',
  })
  await expect(save(aPage({ ...always, id: 'w', kind: 'welcome', pictureId: picture }))).rejects.toMatchObject({
    code: 'media.not_found',
  })
  await expect(save(aPage({ ...shelf, productIds: [product] }))).rejects.toMatchObject({
    code: 'catalog.product_not_found',
  })
  await expect(save(aPage({ ...shelf, productIds: [], categoryId: newId<'Category'>() }))).rejects.toMatchObject({
    code: 'catalog.category_not_found',
  })
  const acts = [
    () => saveDraft(other, { pageId, content: aPage() }),
    () => publishPage(other, { pageId }),
    () => previewLink(other, pageId),
  ]
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'content.page_not_found' })
})

test('what is too long, too much, twice or ends before it begins is refused with its field', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('界'))
  const refusals: [PageContent, object][] = [
    [aPage(aText('长'.repeat(81))), { code: 'content.too_long', details: { field: 'blocks.0.title', most: 80 } }],
    [aPage(...Array.from({ length: 41 }, (_, at) => aText('多', `b${at}`))), { code: 'content.too_many' }],
    [aPage(aText('一'), aText('二')), { code: 'content.block_twice' }],
    [
      aPage({ ...aText('期'), from: '2026-11-11T00:00:00Z', until: '2026-11-11T00:00:00Z' }),
      { code: 'content.period_invalid', details: { field: 'blocks.0.until' } },
    ],
  ]
  for (const [content, refused] of refusals)
    await expect(saveDraft(ctx, { pageId, content })).rejects.toMatchObject(refused)
})

test('STO-02 a preview link shows the draft as it is now, to its shop, until its hours are over', async () => {
  const { ctx, pageId } = await aDecoratedShop(aText('预览'))
  const { token, until } = await previewLink(ctx, pageId)
  await saveDraft(ctx, { pageId, content: aPage(aText('改过')) })
  expect((await previewed(ctx, token)).blocks).toEqual([aText('改过')])

  const flipped = `${token.slice(0, -3)}${token.at(-3) === 'A' ? 'B' : 'A'}${token.slice(-2)}`
  const sealedOtherwise = ctx.vault
    .seal(JSON.stringify(['else', ctx.shopId, pageId, until.toString()]))
    .toString('base64url')
  for (const [reader, word] of [
    [{ ...ctx, now: until }, token],
    [await aShop(db), token],
    [ctx, flipped],
    [ctx, sealedOtherwise],
    [ctx, ''],
    [ctx, '../etc'],
  ] as const)
    await expect(previewed(reader, word)).rejects.toMatchObject({ code: 'content.preview_over' })
})

test('STO-03 an announcement is known to visitors of its shop from when it is made until its time is over', async () => {
  const ctx = await aShop(db)
  const wish = { text: { zh: '双十一满减', en: 'Eleven eleven' }, link: '/search', showsFrom: ctx.now }
  await announce(ctx, { ...wish, showsUntil: ctx.now.add({ hours: 1 }) })
  expect(await shownAnnouncements(ctx)).toMatchObject([{ text: wish.text, changedBy: 'Lin' }])
  expect(await shownAnnouncements(await aShop(db))).toEqual([])

  await expect(announce(ctx, { ...wish, showsUntil: ctx.now })).rejects.toMatchObject({
    code: 'content.period_invalid',
  })
  await expect(announce(ctx, { ...wish, text: { zh: '只有中文', en: ' ' }, showsUntil: null })).rejects.toMatchObject({
    code: 'content.words_missing',
    details: { field: 'text.en' },
  })
})

test('STO-03 an announcement that is changed says something else and the others what they said; who changed it is told', async () => {
  const ctx = await aShop(db)
  const wish = (zh: string) => ({ text: { zh, en: zh }, link: '', showsFrom: ctx.now, showsUntil: null })
  const [kept, changed] = [await announce(ctx, wish('盘点')), await announce(ctx, wish('满减'))]
  await changeAnnouncement(ctx, changed, wish('停发一日'))

  const { rows } = await findAnnouncements(ctx, {})
  expect(Object.fromEntries(rows.map(({ id, text }) => [id, text.zh]))).toEqual({
    [kept]: '盘点',
    [changed]: '停发一日',
  })
  expect((await historyOf(ctx, changed)).map(({ type }) => type)).toEqual(['announcement.made', 'announcement.changed'])
})

test('a page that does not exist is not found', async () => {
  const ctx = await aShop(db)
  await expect(loadPage(ctx, newId() as PageId)).rejects.toMatchObject({ code: 'content.page_not_found' })
})
