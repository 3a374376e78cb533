import { afterAll } from 'vitest'
import { identify } from '#apps/identity'
import { houseTexts } from '#apps/texts'
import { newId } from '#kernel/id'
import type { Database } from '#platform/database'
import { createServer, type Routes, type Server } from '#platform/http'
import { openLog } from '#platform/log'
import type { Outside } from '#platform/outside'
import { aContext } from './context.ts'

export interface ApiGiven {
  readonly routes: readonly ((app: Routes) => void)[]
  readonly publicUrl?: string
  readonly outside?: Partial<Outside>
}

/** A server with some of the house's routes, the real sign-in and the real clock; closed after the file's last test. */
export async function anApi(
  db: Database,
  { routes, publicUrl = 'http://localhost:3000', outside = {} }: ApiGiven,
): Promise<Server> {
  const base = aContext(db, { outside: { ...outside, publicUrl } })
  const server = createServer({
    log: openLog({ level: 'silent' }),
    publicUrl,
    version: 'test',
    texts: houseTexts,
    identify: identify({ db }, publicUrl),
    contextFor: ({ actor, shopId, locale }, origin) => ({
      ...base,
      actor,
      shopId,
      locale,
      origin,
      now: Temporal.Now.instant(),
    }),
  })
  await server.after()
  for (const each of routes) each(server)
  await server.ready()
  afterAll(() => server.close())
  return server
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Headers = Record<string, string>

/** What a browser says of a request that a page of ours makes. */
export const ownPage: Headers = { 'sec-fetch-site': 'same-origin' }

/** Somebody's browser: it keeps the cookies it is given, and sends a fresh `Idempotency-Key` with every POST. */
export function aBrowser(server: Server, always: Headers = {}) {
  const jar = new Map<string, string>()
  async function call(method: Method, url: string, payload?: object, headers: Headers = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const key: Headers = method === 'POST' ? { 'idempotency-key': newId() } : {}
    const sent = { ...ownPage, ...always, ...key, ...headers, ...(cookie ? { cookie } : {}) }
    const response = await server.inject({ method, url, payload, headers: sent })
    for (const { name, value } of response.cookies) value ? jar.set(name, value) : jar.delete(name)
    const body = response.body ? response.json() : undefined
    return { status: response.statusCode, body, cookies: response.cookies, raw: response.body }
  }
  return { jar, call }
}

export type Browser = ReturnType<typeof aBrowser>

/** A browser in which a member of staff has signed in. */
export async function staffBrowser(server: Server, userName: string, password: string): Promise<Browser> {
  const browser = aBrowser(server)
  const { status, raw } = await browser.call('POST', '/api/v1/admin/sign-in', { userName, password })
  if (status !== 200) throw new Error(`${userName} could not sign in: ${raw}`)
  return browser
}
