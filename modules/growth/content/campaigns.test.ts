import { expect, test } from 'vitest'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aShop } from '#test/goods'
import {
  beginCampaign,
  beginHome,
  contentClockJobs,
  findUnfinished,
  listPages,
  loadPage,
  publishPage,
  rollBack,
  saveDraft,
  shownCampaigns,
  shownHome,
  wasCampaign,
  withdrawPage,
} from './index.ts'
import { isCampaignName, type PageContent, plainLook } from './model.ts'

const { db } = await testDatabase()
const title = { zh: '双十一', en: 'Double Eleven' }
const green: PageContent = { look: { ...plainLook, accent: '#2a7152' }, blocks: [] }

test('STO-03 a campaign has a page of its own in the look of the shop, seen by nobody before it is published, over when it is taken off', async () => {
  const ctx = await aShop(db)
  await beginHome(ctx, green)
  const pageId = await beginCampaign(ctx, { name: 'double-eleven', title })
  const { draft } = await loadPage(ctx, pageId)
  expect([draft.look.accent, draft.head?.title, draft.blocks.length]).toEqual(['#2a7152', title, 3])
  expect((await listPages(ctx)).map(({ name }) => name)).toEqual(['home', 'double-eleven'])
  expect((await shownCampaigns(ctx)).size).toBe(0)

  const number = await publishPage(ctx, { pageId })
  expect([...(await shownCampaigns(ctx)).keys()]).toEqual(['double-eleven'])
  expect(await shownHome(ctx)).toEqual({})
  await withdrawPage(ctx, pageId)
  expect([(await shownCampaigns(ctx)).size, await wasCampaign(ctx, 'double-eleven')]).toEqual([0, true])
  await expect(withdrawPage(ctx, pageId)).rejects.toMatchObject({ code: 'content.not_shown' })
  await rollBack(ctx, { pageId, number })
  expect((await shownCampaigns(ctx)).get('double-eleven')?.content.head?.title).toEqual(title)
})

test('STO-03 a campaign that is scheduled shows itself when its time has come', async () => {
  const ctx = await aShop(db)
  const pageId = await beginCampaign(ctx, { name: 'autumn', title })
  await publishPage(ctx, { pageId, at: ctx.now.add({ hours: 2 }) })
  await contentClockJobs[0]!.run(later(ctx, { hours: 1 }))
  expect([(await shownCampaigns(ctx)).size, await wasCampaign(ctx, 'autumn')]).toEqual([0, false])
  await contentClockJobs[0]!.run(later(ctx, { hours: 3 }))
  expect((await shownCampaigns(ctx)).size).toBe(1)
})

test('two campaigns never share an address, the home is none of them, and an address is one that can be typed', async () => {
  const ctx = await aShop(db)
  await beginCampaign(ctx, { name: 'autumn', title })
  await expect(beginCampaign(ctx, { name: 'autumn', title })).rejects.toMatchObject({ code: 'content.page_exists' })
  for (const name of ['home', 'Herbst', '秋', 'a--b', '-a', 'a/b', '', 'a'.repeat(61)]) {
    expect(isCampaignName(name)).toBe(false)
    await expect(beginCampaign(ctx, { name, title })).rejects.toMatchObject({ code: 'content.name_invalid' })
  }
  const home = await beginHome(ctx, green)
  await expect(withdrawPage(ctx, home)).rejects.toMatchObject({ code: 'content.home_stays' })
})

test('a campaign keeps its words when none are sent, needs a name to be published, and the home takes none', async () => {
  const ctx = await aShop(db)
  const pageId = await beginCampaign(ctx, { name: 'autumn', title })
  expect((await saveDraft(ctx, { pageId, content: green })).head?.title).toEqual(title)
  const nameless = { ...green, head: { title: { zh: ' ', en: '' }, description: { zh: '', en: '' } } }
  const draft = await saveDraft(ctx, { pageId, content: nameless })
  expect(findUnfinished(draft)).toEqual([{ blockId: null, field: 'head.title', code: 'words_missing' }])
  await expect(publishPage(ctx, { pageId })).rejects.toMatchObject({ code: 'content.unfinished' })

  const home = await beginHome(ctx, { ...green, head: nameless.head })
  expect((await saveDraft(ctx, { pageId: home, content: { ...green, head: nameless.head } })).head).toBeUndefined()
})
