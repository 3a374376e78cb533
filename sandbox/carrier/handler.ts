import type { IncomingMessage, RequestListener } from 'node:http'
import type { Locale } from '#kernel/text'
import { isService, serve } from './counter.ts'
import type { Courier } from './courier.ts'
import { isBehaviour } from './journey.ts'
import { carrierPage } from './page.ts'
import type { Credentials } from './protocol.ts'
import type { Parcel, Store } from './store.ts'

export interface Desk {
  readonly store: Store
  readonly credentials: Credentials
  readonly courier: Courier
  readonly now: () => number
}

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Call {
  readonly method: string
  readonly path: string
  /** The path's words: /sandbox/parcels/SF1 → sandbox, parcels, SF1. */
  readonly words: readonly string[]
  readonly locale: Locale
  readonly isForm: boolean
  readonly body: string
}

const mostBytes = 1_048_576

/** The carrier's HTTP face: Kdniao's addresses for the merchant, `/sandbox/…` and the page for whoever plays the courier. */
export const handler =
  (desk: Desk): RequestListener =>
  async (request, response) => {
    const reply = await readCall(request)
      .then((call) => (call ? answer(desk, call) : fault(413, 'too large')))
      .catch((error: unknown) => {
        console.error('sandbox carrier:', error)
        return fault(500, 'bug')
      })
    response.writeHead(reply.status, reply.headers).end(reply.body)
  }

function answer(desk: Desk, call: Call): Reply {
  if (call.method === 'GET') return show(desk, call)
  if (call.method !== 'POST') return fault(405, 'method')
  if (isService(call.path))
    return json(serve({ ...desk, setOff: ({ waybill }) => desk.courier.schedule(waybill) }, call.path, call.body))
  const [root, noun, waybill, verb] = call.words
  if (root === 'sandbox' && noun === 'parcels' && waybill && verb === 'advance') return advance(desk, call, waybill)
  if (root === 'sandbox' && noun === 'behaviour' && !waybill) return setBehaviour(desk, call)
  return fault(404, 'no such page')
}

function show(desk: Desk, { words, locale }: Call): Reply {
  const [root, noun, waybill, ...more] = words
  if (root === '') return html(pageOf(desk, locale))
  if (root !== 'sandbox' || noun !== 'parcels' || more.length > 0) return fault(404, 'no such page')
  if (waybill === undefined) return json({ parcels: desk.store.newestParcels().map((parcel) => shown(desk, parcel)) })
  const parcel = desk.store.findParcel(waybill)
  return parcel ? json(shown(desk, parcel)) : fault(404, 'no such parcel')
}

function advance(desk: Desk, call: Call, waybill: string): Reply {
  const parcel = desk.store.findParcel(waybill)
  if (!parcel) return fault(404, 'no such parcel')
  const moved = desk.courier.advance(parcel)
  return done(call, { moved, ...shown(desk, desk.store.findParcel(waybill)!) })
}

/** Of one parcel, or without a waybill of all that are still to come. */
function setBehaviour(desk: Desk, call: Call): Reply {
  const { waybill, behaviour } = fieldsOf(call)
  if (!isBehaviour(behaviour)) return fault(422, 'no such behaviour')
  if (waybill === undefined) desk.store.setDefaultBehaviour(behaviour)
  else if (typeof waybill === 'string' && desk.store.findParcel(waybill)) desk.courier.change(waybill, behaviour)
  else return fault(404, 'no such parcel')
  return done(call, { waybill, behaviour })
}

function pageOf(desk: Desk, locale: Locale): string {
  const parcels = desk.store.newestParcels().map((parcel) => ({
    parcel,
    scans: desk.store.scansOf(parcel.waybill),
    pushes: desk.store.pushesOf(parcel.waybill),
    next: desk.courier.nextOf(parcel),
  }))
  return carrierPage(parcels, { locale, defaultBehaviour: desk.store.defaultBehaviour() })
}

function shown(desk: Desk, parcel: Parcel) {
  const pushes = desk.store.pushesOf(parcel.waybill)
  const told = pushes.map(({ attempts, answeredAt, lastAnswer }) => ({
    attempts,
    answered: answeredAt !== null,
    lastAnswer,
  }))
  return {
    ...parcel,
    scans: desk.store.scansOf(parcel.waybill),
    pushes: told,
    next: desk.courier.nextOf(parcel)?.key ?? null,
  }
}

/** A program gets the result; a person's form leads back to the page. */
const done = (call: Call, result: unknown): Reply =>
  call.isForm ? { status: 303, headers: { location: `/?lang=${call.locale}` }, body: '' } : json(result)

const json = (content: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(content),
})

const fault = (status: number, error: string): Reply => json({ error }, status)

const html = (body: string): Reply => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  },
  body,
})

/** Nothing when the body is larger than allowed. */
async function readCall(request: IncomingMessage): Promise<Call | undefined> {
  const url = new URL(request.url ?? '/', 'http://sandbox')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= mostBytes) chunks.push(chunk)
  }
  if (size > mostBytes) return undefined
  const wanted = url.searchParams.get('lang') ?? request.headers['accept-language'] ?? 'zh'
  return {
    method: request.method ?? '',
    path: url.pathname,
    words: url.pathname.slice(1).split('/'),
    locale: wanted.startsWith('en') ? 'en' : 'zh',
    isForm: (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function fieldsOf({ isForm, body }: Call): Readonly<Record<string, unknown>> {
  if (isForm) return Object.fromEntries(new URLSearchParams(body))
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
