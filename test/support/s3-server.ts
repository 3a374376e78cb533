import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface S3Server {
  readonly endpoint: string
  /** What lies in its one bucket, by key. */
  readonly objects: Map<string, Buffer>
  /** Answers that are given instead of the next ones: statuses, or `break` for a connection that breaks off. */
  readonly troubles: (number | 'break')[]
  stop(): Promise<void>
}

const account = {
  accessKeyId: 'AKIDZHANGGUI',
  secretAccessKey: 'not/so+secret',
  region: 'cn-east-1',
  bucket: 'shop-files',
}

/** The settings that fit a server. */
export const s3Settings = ({ endpoint }: S3Server, prefix = '') => ({ ...account, endpoint, prefix, pathStyle: true })

/** A small store that speaks S3 over HTTP and believes nobody whose signature is not right to the byte. */
export async function startS3Server({ pageSize = 1_000 } = {}): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  const troubles: (number | 'break')[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const trouble = troubles.shift()
    if (trouble === 'break') return void request.socket.destroy()
    const answer = trouble ? { status: trouble, body: fault('SlowDown') } : answerTo(request, body, objects, pageSize)
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    troubles,
    stop: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

interface Answer {
  readonly status: number
  readonly body?: Buffer | string
}

const fault = (code: string): string => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`

function answerTo(request: IncomingMessage, body: Buffer, objects: Map<string, Buffer>, pageSize: number): Answer {
  const url = new URL(request.url!, 'http://s3')
  if (!isSigned(request, url, body)) return { status: 403, body: fault('SignatureDoesNotMatch') }
  const [, bucket, ...parts] = url.pathname.split('/')
  if (bucket !== account.bucket) return { status: 404, body: fault('NoSuchBucket') }
  const key = decodeURIComponent(parts.join('/'))
  if (request.method === 'GET' && key === '') return { status: 200, body: listing(url, objects, pageSize) }
  if (request.method === 'PUT') {
    objects.set(key, body)
    return { status: 200 }
  }
  if (request.method === 'DELETE') {
    objects.delete(key)
    return { status: 204 }
  }
  const found = objects.get(key)
  return found ? { status: 200, body: found } : { status: 404, body: fault('NoSuchKey') }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function listing(url: URL, objects: Map<string, Buffer>, pageSize: number): string {
  const after = url.searchParams.get('continuation-token') ?? ''
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(url.searchParams.get('prefix') ?? '') && key > after)
    .sort()
  const page = keys.slice(0, pageSize)
  const next = keys.length > pageSize ? `<NextContinuationToken>${escaped(page.at(-1)!)}</NextContinuationToken>` : ''
  const contents = page.map(
    (key) =>
      `<Contents><Key>${escaped(key)}</Key><LastModified>2026-01-31T12:00:00.000Z</LastModified><Size>${objects.get(key)!.length}</Size></Contents>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`
}

/** Signature Version 4 worked out anew. Source: docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. */
function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const header =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
  const [, id, day, region, names, signature] = header.exec(request.headers.authorization ?? '') ?? []
  if (id !== account.accessKeyId || region !== account.region) return false
  const declared = String(request.headers['x-amz-content-sha256'])
  if (declared !== 'UNSIGNED-PAYLOAD' && declared !== hash(body)) return false
  const at = String(request.headers['x-amz-date'])
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${spelt(name)}=${spelt(value)}`)
      .sort()
      .join('&'),
    ...names!.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    names,
    declared,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, hash(canonical)].join('\n')
  const key = [day!, region!, 's3', 'aws4_request'].reduce<Buffer>(mac, Buffer.from(`AWS4${account.secretAccessKey}`))
  return timingSafeEqual(mac(key, toSign), Buffer.from(signature!, 'hex'))
}

const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const spelt = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
