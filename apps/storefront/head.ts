import type { Locale } from '#kernel/text'
import { plainWords } from '#model/goods/heads'
import type { View } from './view.ts'

/** What a page says of itself to search engines and to whoever is sent its address. */
export interface HeadOf {
  readonly title?: string
  readonly description?: string
  readonly hideFromSearch?: boolean
  readonly status: number
}

export interface Head {
  readonly title: string
  readonly description: string | undefined
  /** `noindex` where search engines shall not keep the page. */
  readonly robots: 'noindex' | undefined
  /** The page's one address, without what only sorts or narrows it; none for pages nobody shall find. */
  readonly canonical: string | undefined
  readonly languages: readonly { readonly lang: string; readonly href: string }[]
}

/** As much of a description as search engines show. */
const longestDescription = 160

export function headOf(view: View, { title, description, hideFromSearch, status }: HeadOf): Head {
  const found = view.findable && !hideFromSearch && status === 200 && !isNarrowed(view.query)
  const path = canonicalPath(view)
  const words = plainWords(description ?? '', longestDescription)
  return {
    title: title ? `${title} · ${view.shopName}` : view.shopName,
    description: words || undefined,
    robots: found ? undefined : 'noindex',
    canonical: found ? view.address(path) : undefined,
    languages: found ? languagesOf(view, path) : [],
  }
}

/** Lists go on over pages, and a variant is chosen in its product's address; everything else sorts or filters. */
const isNarrowed = (query: URLSearchParams): boolean =>
  [...query.keys()].some((name) => !['page', 'v', 'done'].includes(name))

function canonicalPath({ path, query }: View): string {
  const page = Number(query.get('page'))
  return `${path.split('?')[0]}${page > 1 ? `?page=${page}` : ''}`
}

const languagesOf = ({ address }: View, path: string): Head['languages'] => {
  const of = (lang: string, locale: Locale) => ({ lang, href: address(path, locale) })
  return [of('zh-CN', 'zh'), of('en', 'en'), of('x-default', 'zh')]
}
