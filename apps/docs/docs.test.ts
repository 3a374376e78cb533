import { afterAll, expect, test } from 'vitest'
import { registerImports } from '#apps/imports'
import { houseTexts } from '#apps/texts'
import { createServer } from '#platform/http'
import { openLog } from '#platform/log'
import { webhookEvents } from '#platform/webhooks'
import { apiRoutes } from '../api/index.ts'
import { registerHouseWebhooks } from '../webhooks/index.ts'
import type { ApiDocument } from './document.ts'
import { guideList } from './guides.ts'
import { callsOf, groupsOf } from './operations.ts'
import { apiDocs } from './serve.ts'
import { summaries } from './summaries.ts'

registerImports()
registerHouseWebhooks()
const app = createServer({
  log: openLog({ level: 'silent' }),
  publicUrl: 'https://tea.example',
  version: 'test',
  texts: houseTexts,
  identify: async () => Promise.reject(new Error('the documentation asks nobody who they are')),
  contextFor: () => {
    throw new Error('the documentation needs no context')
  },
})
await app.after()
apiRoutes(app)
apiDocs(app, { publicUrl: 'https://tea.example' })
await app.ready()
afterAll(() => app.close())

const read = async (url: string, language: string) => {
  const answer = await app.inject({ url, headers: { 'accept-language': language } })
  return { status: answer.statusCode, body: answer.body, type: String(answer.headers['content-type']) }
}
const pages = new Map<string, ReturnType<typeof read>>()
/** A page, asked for once in each language. */
const page = (url: string, language = 'en') => {
  const key = `${language} ${url}`
  if (!pages.has(key)) pages.set(key, read(url, language))
  return pages.get(key)!
}
const document = (await app.inject('/api/openapi.json')).json() as ApiDocument & {
  webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: { required: string[] } }> } } }>
}
const calls = callsOf(document)

test('every call has its words in both languages (apps/docs/summaries), and no words are for a call that is gone', () => {
  const keys = calls.map(({ key }) => key)
  expect(keys.filter((key) => !summaries[key]?.every((words) => words.trim() !== ''))).toEqual([])
  expect(Object.keys(summaries).filter((key) => !keys.includes(key))).toEqual([])
})

test('the document names each call once, says who may and what may be refused, and holds every webhook', () => {
  const names = calls.map(({ operation }) => operation.operationId)
  expect(names.length).toBeGreaterThan(200)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect(document.openapi).toBe('3.1.0')

  const ship = document.paths['/api/v1/partner/orders/{id}/shipments']!.post!
  expect(ship).toMatchObject({
    summary: 'Ship an order from an outside warehouse',
    security: [{ apiKey: ['outbound.hand_over'] }, { staffSession: [] }],
  })
  expect(ship.parameters?.map(({ name }) => name)).toEqual(['id', 'Idempotency-Key'])
  expect(Object.keys(ship.responses)).toEqual(expect.arrayContaining(['201', '401', '403', '404', '409', '429']))
  const change = document.paths['/api/v1/admin/products/{id}']!.patch!
  expect(change.parameters?.map(({ name }) => name)).toContain('If-Match')
  expect(Object.keys(change.responses)).toContain('412')

  expect(Object.keys(document.webhooks)).toEqual(webhookEvents().map(({ type }) => type))
  expect(document.webhooks['order.paid']!.post.requestBody.content['application/json']!.schema.required).toContain(
    'subject',
  )
})

test('every page is there in both languages, with every call on it and nothing from elsewhere', async () => {
  const groups = groupsOf(document)
  const guides = guideList('en').map(({ id }) => `/api/docs/guides/${id}`)
  const addresses = [
    '/api/docs',
    '/api/docs/events',
    '/api/docs/errors',
    ...guides,
    ...groups.map(({ id }) => `/api/docs/reference/${id}`),
  ]
  for (const language of ['zh', 'en'])
    for (const url of addresses) {
      const { status, body, type } = await page(url, language)
      expect([url, status, type]).toEqual([url, 200, 'text/html; charset=utf-8'])
      expect(body).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"`)
      expect(body.match(/<(script|link|img|iframe)[^>]+(src|href)="(https?:)?\/\//g)).toBeNull()
    }
  const whole = (await Promise.all(groups.map(({ id }) => page(`/api/docs/reference/${id}`))))
    .map(({ body }) => body)
    .join('')
  expect(calls.filter(({ operation }) => !whole.includes(`id="${operation.operationId}"`))).toEqual([])
})

test('every link inside the documentation leads somewhere', async () => {
  const seen = new Set<string>()
  const broken: string[] = []
  const waiting = ['/api/docs']
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue
    seen.add(url)
    const { status, body } = await page(url)
    if (status !== 200) broken.push(url)
    for (const [, href] of body.matchAll(/href="(\/api\/[^"]*)"/g)) {
      const [path, anchor] = href!.replace(/\?lang=..$/, '').split('#') as [string, string | undefined]
      if (anchor && path && !(await page(path)).body.includes(`id="${anchor}"`)) broken.push(href!)
      if (!seen.has(path)) waiting.push(path)
    }
  }
  expect(broken).toEqual([])
  expect(seen.size).toBeGreaterThan(40)
})

test('a call is found by its path, its words, a field or a refusal, and what was typed is never markup', async () => {
  const found = async (text: string) => (await page(`/api/docs/search?text=${encodeURIComponent(text)}`)).body
  expect(await found('waybillNumber')).toContain('/api/v1/partner/orders/{id}/shipments')
  expect(await found('retry-after')).not.toContain('<script>')
  expect(await found('shipping.waybill_taken')).toContain('<code>shipping.waybill_taken</code>')
  expect(await found('<script>alert(1)</script>')).not.toContain('<script>alert')
  expect((await page('/api/docs/guides/nothing')).status).toBe(404)
})

test('the language that is chosen is kept', async () => {
  const answer = await app.inject({ url: '/api/docs?lang=zh', headers: { 'accept-language': 'en' } })
  expect([answer.cookies[0]?.value, answer.body.includes('<html lang="zh-CN"')]).toEqual(['zh', true])
})

test('examples can be pasted: they bear this house’s address', async () => {
  expect((await page('/api/docs/guides/quickstart')).body).toContain('export ZG=https://tea.example')
  expect((await page('/api/docs/reference/partner-shipments')).body).toContain(
    'https://tea.example/api/v1/partner/orders/{id}/shipments',
  )
})

/** Its page stands within a larger answer. */
const withinAnother = 'GET /api/v1/admin/stock/{id}/movements'

test('every list that goes on page by page does it alike: cursor and limit in, rows and next out', () => {
  const paged = calls.filter(({ operation }) => operation.parameters?.some(({ name }) => name === 'cursor'))
  expect(paged.length).toBeGreaterThan(15)
  const odd = paged.filter(({ operation }) => {
    const limit = operation.parameters!.find(({ name }) => name === 'limit')?.schema
    const answer = operation.responses['200']?.content?.['application/json']?.schema
    return (
      limit?.maximum === undefined ||
      limit.default === undefined ||
      !answer?.properties?.rows ||
      !answer.properties.next
    )
  })
  expect(odd.map(({ key }) => key)).toEqual([withinAnother])
})

test('what has a version says so on reading and on changing: nobody is offered If-Match without an ETag to send', () => {
  const versioned = calls.filter(({ operation }) => operation['x-versioned'] === true)
  const read = versioned.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const changed = versioned.filter(({ method }) => method !== 'GET')
  expect(changed.length).toBeGreaterThan(5)
  expect(
    changed
      .filter(({ path }) => !read.some((one) => path.startsWith(one.replace('/history', ''))))
      .map(({ key }) => key),
  ).toEqual([])
})
