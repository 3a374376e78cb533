import type { Server } from '#platform/http'
import { ownPage } from './api.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const pairsOf = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each as string]),
  )

/** A browser without JavaScript: it keeps cookies and sends forms as HTML does. */
export function aFormBrowser(app: Server) {
  const jar = new Map<string, string>()
  async function call(method: 'GET' | 'POST', url: string, fields?: Fields, headers = {}) {
    const type = fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    return send(method, url, fields && new URLSearchParams(pairsOf(fields)).toString(), { ...type, ...headers })
  }
  async function upload(
    url: string,
    fields: Fields,
    files: Readonly<Record<string, UploadedFile | readonly UploadedFile[]>>,
  ) {
    const form = new FormData()
    for (const [name, value] of pairsOf(fields)) form.append(name, value)
    for (const [name, chosen] of Object.entries(files))
      for (const file of [chosen].flat() as UploadedFile[])
        form.append(name, new Blob([new Uint8Array(file.bytes)]), file.name)
    const { headers, body } = new Request('http://local', { method: 'POST', body: form })
    const bytes = Buffer.from(await new Response(body).arrayBuffer())
    return send('POST', url, bytes, { 'content-type': headers.get('content-type') })
  }
  async function send(method: 'GET' | 'POST', url: string, payload: string | Buffer | undefined, headers: object) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.inject({
      method,
      url,
      payload,
      headers: { ...ownPage, ...headers, ...(cookie ? { cookie } : {}) },
    })
    for (const { name, value } of response.cookies) value ? jar.set(name, value) : jar.delete(name)
    return {
      status: response.statusCode,
      text: response.body,
      to: response.headers.location as string | undefined,
      headers: response.headers,
    }
  }
  return {
    get: (url: string, headers = {}) => call('GET', url, undefined, headers),
    post: (url: string, fields: Fields, headers = {}) => call('POST', url, fields, headers),
    upload,
  }
}

export type FormBrowser = ReturnType<typeof aFormBrowser>

/** What a field of a form starts with on a page. */
export const fieldOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
