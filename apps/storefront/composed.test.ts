import { expect, test } from 'vitest'
import { composedOnce } from './composed.ts'
import type { Shown } from './render.ts'

const view = { locale: 'zh', path: '/products/cup', pieces: 0, now: 1, formKey: 'one' }
const cup = { shows: 'product', view, page: { name: '青瓷杯', available: 3 }, isPrivate: false, timeless: true }

/** Counts how often a page is composed. */
function aComposer() {
  const composer = { times: 0 }
  const compose = composedOnce(async ({ page }) => {
    composer.times += 1
    return { status: 200, headers: {}, pieces: [Buffer.from(JSON.stringify(page))] }
  })
  const shown = async (wish: object) => String((await compose({ ...cup, ...wish } as unknown as Shown)).pieces[0])
  return { composer, shown }
}

test('a page is composed once for what it shows, whoever asks and whenever', async () => {
  const { composer, shown } = aComposer()

  const first = await shown({})
  expect(await shown({ view: { ...view, now: 2, formKey: 'two' } })).toBe(first)

  expect(composer.times).toBe(1)
})

test('whatever changes on a page or around it makes another page', async () => {
  const { composer, shown } = aComposer()
  await shown({})

  expect(await shown({ page: { name: '青瓷杯', available: 2 } })).toContain('"available":2')
  for (const more of [{ locale: 'en' }, { path: '/products/cup?v=1' }, { pieces: 1 }, { largeText: true }])
    await shown({ view: { ...view, ...more } })

  for (const sku of ['one', 'other']) await shown({ page: { name: '青瓷杯', kept: new Set([sku]) } })

  expect(composer.times).toBe(8)
})

test('nobody’s own page is kept, nor one that answers a form or tells of the moment', async () => {
  const { composer, shown } = aComposer()
  const own = [{ account: { name: 'Ann' } }, { form: { values: new URLSearchParams() } }, { done: '已加入' }]
  for (const more of [...own, ...own]) await shown({ view: { ...view, ...more } })
  for (const wish of [{ timeless: undefined }, { timeless: undefined }]) await shown(wish)

  expect(composer.times).toBe(8)
})
