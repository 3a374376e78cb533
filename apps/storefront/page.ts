import type { MultipartFile } from '@fastify/multipart'
import type { Locale } from '#kernel/text'
import type { VisitorId } from '#model/insight/behaviour'
import type { SignedIn, Visitor } from '#model/office/accounts'
import type { Shop } from '#model/office/shops'
import type { Context } from '#platform/context'

/** What a loader is told: who asks, which shop, and what stands in the address. */
export interface PageRequest {
  readonly ctx: Context
  readonly shop: Shop
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Set when a form on this page was refused and the page is shown again. */
  readonly form?: FormState
  /** The session's token, where one came along. */
  readonly sessionToken?: string
  /** The district that the visitor has chosen to have things sent to. */
  readonly districtCode?: string
  /** What the browser is known by, where its visitor lets us remember visits. */
  readonly visitorId?: VisitorId
}

/** What was typed into a form that is shown again: because it was refused, or because it is not done yet. */
export interface FormState {
  readonly values: URLSearchParams
  readonly problem?: FormProblem
}

export interface FormProblem {
  readonly code: string
  readonly text: string
  readonly field?: string
  readonly details: Readonly<Record<string, unknown>>
}

/** A page instead of which another one is shown. `to` is a path of ours, without language and shop. */
export class Redirect {
  readonly to: string
  readonly status: 301 | 302 | 303 | 308

  constructor(to: string, status: 301 | 302 | 303 | 308 = 302) {
    this.to = to
    this.status = status
  }
}

/** A page: where it is found, what it loads, and the Astro page that shows it. */
export interface Page<Data = unknown> {
  readonly path: string
  /** The file below `src/pages`, without its ending. */
  readonly shows: string
  readonly needs: 'anyone' | 'shopper'
  /** Goods can be put into a cart from here: a guest gets a token for one. */
  readonly leadsToCart?: boolean
  /** Shown within the console, to whoever has its address; kept by nobody. */
  readonly framed?: true
  /** Strangers all see the same, and it may be some seconds old. */
  readonly shared?: true
  /** Says nothing of the moment it is shown at: composed once for what it shows. */
  readonly timeless?: true
  readonly load: (request: PageRequest) => Promise<Data | Redirect>
  /** What the answer says of itself where it is not simply there: 410 for what is gone for good. */
  statusOf?(data: Data): number
}

/** What a form's action is told besides what the page was told. */
export interface FormRequest extends PageRequest {
  readonly place: Place
  readonly body: URLSearchParams
  readonly files: readonly UploadedFile[]
  readonly visitor: Visitor
}

export interface UploadedFile {
  /** The field of the form it was chosen in. */
  readonly field: string
  readonly name: MultipartFile['filename']
  readonly bytes: Buffer
}

/** What an action answers with: where to go next, and what to change in the browser's cookies. */
export interface Answer {
  readonly to: string
  /** The code of the shop it is in; the same shop unless said. */
  readonly inShop?: string | undefined
  readonly session?: SignedIn | 'end'
  /** Where the visitor wants things sent from now on; empty for nowhere in particular. */
  readonly districtCode?: string
  /** Whether the visits of this browser may be remembered, and as whose. */
  readonly visits?: VisitorId | 'refused'
  /** Pages come in large text from now on, or no longer. */
  readonly largeText?: boolean
  /** The form is shown again with what was typed; names the good news (`done.…`) where there is any. */
  readonly again?: string
  /** An address outside: the page that leads there is shown instead of a redirect. */
  readonly outside?: string
}

/** A form: where it posts to, the page it stands on, and what it does. */
export interface Form {
  readonly path: string
  /** The page shown again when the form is refused. */
  readonly page: Page
  readonly needs: 'anyone' | 'shopper'
  /** Runs once for each `key` the page was made with: a double click changes nothing. */
  readonly once?: boolean
  readonly withFiles?: boolean
  readonly run: (request: FormRequest) => Promise<Answer | string>
}

/** A review of several things brings a few pictures of each; all of them together stay a bearable upload. */
export const formFiles = 12

export interface Place {
  readonly locale: Locale
  /** The shop's code where the address names it. */
  readonly shopCode?: string
}

/** What stands before every path of a language and a shop. */
export const baseOf = ({ locale, shopCode }: Place): string =>
  `${locale === 'en' ? '/en' : ''}${shopCode ? `/s/${shopCode}` : ''}`
