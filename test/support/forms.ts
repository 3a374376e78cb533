import type { Server } from '#platform/http'
import { ownPage } from './api.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser without JavaScript: it keeps cookies and sends forms as HTML does. */
export function aFormBrowser(app: Server) {
  const jar = new Map<string, string>()
  async function call(method: 'GET' | 'POST', url: string, fields?: Fields, headers = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const body = new URLSearchParams(
      Object.entries(fields ?? {}).flatMap(([name, value]) => [value].flat().map((each) => [name, each as string])),
    )
    const type = fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const response = await app.inject({
      method,
      url,
      payload: fields && body.toString(),
      headers: { ...ownPage, ...type, ...headers, ...(cookie ? { cookie } : {}) },
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
  }
}

export type FormBrowser = ReturnType<typeof aFormBrowser>

/** What a field of a form starts with on a page. */
export const fieldOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
