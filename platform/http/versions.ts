import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusal } from '#kernel/refusal'
import { versionOf } from '#platform/database'
import type { Server } from './server.ts'

export const ifMatchInvalid = refusal(
  'invalid',
  'request.if_match_invalid',
  (_: { field: 'If-Match' }) => 'If-Match must be an ETag of ours',
)
export const notVersioned = refusal(
  'invalid',
  'request.not_versioned',
  (_: { field: 'If-Match' }) => 'this call compares no versions',
)

/**
 * `ETag` and `If-Match` of the things that several people edit. The version is read before the thing, so that an `ETag` is never newer than
 * what it came with: a change in between is at worst refused, never lost.
 */
export function compareVersions(app: Server): void {
  app.addHook('preHandler', (request, reply, done) => {
    const id = versionedId(request)
    if (request.method === 'GET') return id ? tellVersion(request, reply, id).then(() => done(), done) : done()
    const wanted = request.headers['if-match']
    if (wanted === undefined || wanted === '*' || !request.context) return done()
    if (!id) throw notVersioned({ field: 'If-Match' })
    request.context = { ...request.context, seen: { id, version: versionIn(wanted) } }
    done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    const isTold = request.method === 'GET' || reply.statusCode >= 300 // refused before anybody was known, perhaps
    const id = isTold ? undefined : versionedId(request)
    if (!id) return done(null, payload)
    tellVersion(request, reply, id).then(() => done(null, payload), done)
  })
}

async function tellVersion(request: FastifyRequest, reply: FastifyReply, id: string): Promise<void> {
  reply.header('etag', etag(await versionOf(request.context, id)))
}

/** The id of the thing a versioned route is about. */
function versionedId(request: FastifyRequest): string | undefined {
  const { versioned } = request.routeOptions.config
  if (!versioned) return undefined
  return versioned === 'shop' ? request.context.shopId : (request.params as { id: string }).id
}

const etag = (version: number): string => `"${version}"`

/** @throws ifMatchInvalid */
function versionIn(header: string): number {
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (version === undefined) throw ifMatchInvalid({ field: 'If-Match' })
  return Number(version)
}
