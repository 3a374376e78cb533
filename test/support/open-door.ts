import { afterAll } from 'vitest'
import { registerExports } from '#apps/exports'
import { identify } from '#apps/identity'
import { registerImports } from '#apps/imports'
import { houseTexts } from '#apps/texts'
import { newId } from '#kernel/id'
import type { Actor } from '#platform/context'
import type { Database } from '#platform/database'
import { createServer, type Identity } from '#platform/http'
import { prepareJobs } from '#platform/jobs'
import { openLog } from '#platform/log'
import { apiRoutes } from '../../apps/api/index.ts'
import { registerHouseWebhooks } from '../../apps/webhooks/index.ts'
import { aCaringShop } from './cases.ts'
import { testDatabase } from './database.ts'
import { pictureBytes } from './goods.ts'
import { oneOfEverything, owner, silentWebhooks } from './one-of-everything.ts'
import { anAddress, aShopper } from './people.ts'
import { type Route, routesOf } from './route-table.ts'
import { sampleBody, sampleQuery, urlOf } from './route-things.ts'

export interface Asked {
  readonly body?: unknown
  readonly query?: unknown
  readonly headers?: Record<string, string>
}

const publicUrl = 'http://shop.test'

export type OpenDoor = Awaited<ReturnType<typeof openDoor>>

/**
 * The whole API before two shops, with one of everything in the first: whoever a request names in `x-who` is believed, so that
 * every route can be asked by everybody; without it by what cookies and keys say. Closed after the file's last test.
 */
export async function openDoor() {
  registerImports()
  registerHouseWebhooks()
  registerExports()
  const { db, url: databaseUrl } = await testDatabase()
  await prepareJobs(databaseUrl)
  const [ours, theirs] = [await aCaringShop(db), await aCaringShop(db)]
  const things = await oneOfEverything(ours)
  const [here, there] = [ours.ctx.shopId, theirs.ctx.shopId]
  const people = await somePeople(ours.ctx, there, things.customer)
  const known = identify({ db }, publicUrl)
  const server = createServer({
    log: openLog({ level: 'silent' }),
    publicUrl,
    version: 'test',
    texts: houseTexts,
    identify: async (request) => {
      const who = request.headers['x-who']
      return who === undefined ? known(request) : whoAsks(people, String(who))
    },
    contextFor: ({ actor, shopId }, origin) => {
      const { ctx } = shopId === here ? ours : theirs
      return { ...ctx, actor, shopId, origin, outside: { ...ctx.outside, webhooks: silentWebhooks } }
    },
  })
  await server.after()
  const routes = routesOf(server)
  apiRoutes(server)
  await server.ready()
  afterAll(() => server.close())

  /** What somebody is answered who asks a route for our things. */
  const ask = (who: string, route: Route, asked: Asked = {}) => call(who, route, urlOf(route, things), asked)

  /** The same at another address than the one of our thing. */
  async function call(who: string, route: Route, url: string, { body, query, headers }: Asked = {}) {
    const sent = { 'x-who': who, 'idempotency-key': newId(), ...typeOf(route, body) }
    const response = await server.inject({
      method: route.method,
      url,
      query: (query ?? sampleQuery(route, things)) as Record<string, string>,
      payload: isUpload(route) ? form : ((body ?? sampleBody(route, things)) as object | string | undefined),
      headers: headers ?? sent,
    })
    const isJson = /json/.test(String(response.headers['content-type']))
    return { status: response.statusCode, text: response.body, body: isJson && response.body ? response.json() : {} }
  }
  return { db: db as Database, ours, theirs, things, people, server, routes, ask, call, here, there }
}

export type Who = keyof Awaited<ReturnType<typeof somePeople>>

async function somePeople(ctx: Parameters<typeof aShopper>[0], there: Identity['shopId'], customer: string) {
  const ann: Actor = { ...(await aShopper(ctx)).actor, id: customer as Actor['id'] }
  const bob = await aShopper(ctx, 'Bob')
  await anAddress(bob)
  const guest: Actor = { kind: 'guest', id: null, name: 'guest', permissions: new Set(), guestKey: 'somebody' }
  const here = ctx.shopId
  return {
    guest: { actor: guest, shopId: here },
    owner: { actor: owner, shopId: here },
    key: { actor: { ...owner, kind: 'key', id: newId<'Account'>(), name: 'ERP' }, shopId: here },
    ann: { actor: ann, shopId: here },
    bob: { actor: bob.actor, shopId: here },
    'ann elsewhere': { actor: ann, shopId: there },
    'owner elsewhere': { actor: { ...owner, id: newId<'Account'>() }, shopId: there },
  } satisfies Record<string, Omit<Identity, 'locale'>>
}

/** `owner without orders.read` is an owner who may do everything else. */
function whoAsks(people: Readonly<Record<Who, Omit<Identity, 'locale'>>>, header: string): Identity {
  const [who, missing] = header.split(' without ') as [Who, string | undefined]
  const { actor, shopId } = people[who]
  const held = new Set([...actor.permissions].filter((permission) => permission !== missing))
  return { actor: { ...actor, permissions: held }, shopId, locale: 'zh' }
}

const isUpload = ({ url }: Route): boolean => url === '/api/v1/admin/pictures/:id/file'

const typeOf = (route: Route, body: unknown): Record<string, string> => {
  if (isUpload(route)) return { 'content-type': 'multipart/form-data; boundary=edge' }
  return typeof body === 'string' ? { 'content-type': 'application/json' } : {}
}

/** A form with a picture, for the one upload that is about a thing. */
const form = Buffer.concat([
  Buffer.from('--edge\r\ncontent-disposition: form-data; name="file"; filename="cup.png"\r\n\r\n'),
  await pictureBytes(),
  Buffer.from('\r\n--edge--\r\n'),
])
