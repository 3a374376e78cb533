import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '#platform/config'
import { checkKey, type FileStore } from './file-store.ts'
import { listedIn } from './s3-list.ts'

/** Files in a bucket. Requests are signed by AWS Signature Version 4; none waits for ever. */
export function s3Files(settings: S3Settings): FileStore {
  const { accessKeyId, secretAccessKey, region } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })
  const root = bucketAddress(settings)
  const send = async (
    method: string,
    path: string,
    body?: Uint8Array<ArrayBuffer>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    const answer = await patiently(() => {
      const signal = AbortSignal.timeout(longestMillis)
      const headers = { 'x-amz-content-sha256': hashOf(body ?? new Uint8Array()), ...more }
      return client.fetch(`${root}${path}`, { method, body, signal, headers })
    })
    if (answer.ok || answer.status === 404) return answer
    throw new Error(`the file store answered ${answer.status} to ${method}: ${codeOf(await answer.text())}`)
  }
  const pathOf = (key: string): string => `/${encodeKey(settings.prefix + checkKey(key))}`
  return {
    async put(key, bytes) {
      const answer = await send('PUT', pathOf(key), new Uint8Array(bytes))
      if (answer.status === 404) throw new Error(`the file store has no bucket ${settings.bucket}`)
    },
    async get(key) {
      const answer = await send('GET', pathOf(key))
      const bytes = Buffer.from(await answer.arrayBuffer())
      return answer.status === 404 ? undefined : bytes
    },
    async part(key, first, last) {
      const answer = await send('GET', pathOf(key), undefined, { range: `bytes=${first}-${last}` })
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (answer.status === 404) return undefined
      return answer.status === 206 ? bytes : bytes.subarray(first, last + 1)
    },
    async remove(key) {
      await send('DELETE', pathOf(key))
    },
    async *list() {
      for (let after: string | undefined, more = true; more; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: settings.prefix })
        if (after) query.set('continuation-token', after)
        const answer = await send('GET', `/?${query}`)
        if (answer.status === 404) throw new Error(`the file store has no bucket ${settings.bucket}`)
        const page = listedIn(await answer.text())
        for (const { key, writtenAt } of page.files) yield { key: key.slice(settings.prefix.length), writtenAt }
        ;[after, more] = [page.next, page.next !== undefined]
      }
    },
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const longestMillis = 60_000
const attempts = 4

/** Every request of ours may be repeated: it is, when the store is busy or the line broke. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await ask()
      if ((answer.status < 500 && answer.status !== 429) || attempt === attempts) return answer
      await answer.body?.cancel()
    } catch (error) {
      if (attempt === attempts) throw new Error('the file store cannot be reached', { cause: error })
    }
    await sleep(50 * 3 ** attempt)
  }
}

function bucketAddress({ endpoint, bucket, pathStyle }: S3Settings): string {
  if (pathStyle) return `${endpoint}/${bucket}`
  const url = new URL(endpoint)
  return `${url.protocol}//${bucket}.${url.host}`
}

/** As Signature Version 4 spells a path: every byte but letters, digits and `-._~` as %XX, slashes kept. */
const encodeKey = (key: string): string =>
  key
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/')

/** The store's own word for what went wrong; never the whole answer, which may repeat what was signed. */
const codeOf = (xml: string): string => /<Code>([^<]{1,100})<\/Code>/.exec(xml)?.[1] ?? 'no reason given'
