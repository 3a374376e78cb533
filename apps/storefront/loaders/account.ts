import { type Account, deviceText, maskPhone, type SessionView } from '#model/office/accounts'
import type { Policy } from '#model/office/privacy'
import type { Customer } from '#model/sales/customers'
import { isGuest, loadAccount, phoneOf, sessionsOf } from '#office/accounts'
import { currentPolicies, policiesToAgree } from '#office/privacy'
import type { AccountId } from '#platform/context'
import { countUnread } from '#platform/messages'
import { findCustomer } from '#sales/customers'
import { countOwn } from '#sales/favourites'
import { countOwnOrders } from '#sales/orders'
import { type Page, type PageRequest, Redirect } from '../page.ts'
import type { OrderTab } from './orders.ts'
import { ordersToReview } from './to-review.ts'

const here = 'http://here.invalid'
const entrances = /^\/(sign-in|sign-up|sign-out|reset-password)/

/** A path of ours to come back to, read as browsers read it (`/\t/elsewhere` and `/.//elsewhere` lead elsewhere); anything else leads to the account. */
export function ownPath(next: string | null | undefined): string {
  const url = next?.startsWith('/') ? URL.parse(next, here) : null
  if (url?.origin !== here || url.pathname.startsWith('//') || entrances.test(url.pathname)) return '/account'
  return `${url.pathname}${url.search}${url.hash}`
}

export interface SignInPage {
  readonly policies: readonly Policy[]
  readonly next: string
  readonly with: 'code' | 'password'
  /** On the way to the checkout nobody needs an account. */
  readonly mayGoAsGuest: boolean
}

export const nextOf = ({ form, query }: PageRequest): string => ownPath((form?.values ?? query).get('next'))

/** Who is signed in already goes on; only a new password may be set all the same. */
const entrance = (path: string, shows: string, isForAll = false): Page<SignInPage> => ({
  path,
  shows,
  needs: 'anyone',
  async load(request) {
    const next = nextOf(request)
    const { actor } = request.ctx
    const isKnown = actor.kind === 'shopper' && !(await isGuest(request.ctx, actor.id as AccountId))
    if (isKnown && !isForAll) return new Redirect(next)
    const policies = await currentPolicies(request.ctx)
    return {
      policies,
      next,
      mayGoAsGuest: actor.kind === 'guest' && next.startsWith('/checkout'),
      with: (request.form?.values ?? request.query).get('with') === 'password' ? 'password' : 'code',
    }
  },
})

export const signInPage = entrance('/sign-in', 'sign-in')
export const signUpPage = entrance('/sign-up', 'sign-up')
export const resetPasswordPage = entrance('/reset-password', 'reset-password', true)

export interface AccountPage {
  readonly customer: Customer | undefined
  readonly phone: string | undefined
  /** A policy has changed and the shopper has not agreed to it yet. */
  readonly hasToAgree: boolean
  readonly waiting: Readonly<Record<Exclude<OrderTab, 'all'>, number>>
  /** Messages not looked at yet. */
  readonly unread: number
  readonly kept: { readonly products: number; readonly shops: number }
}

export const accountPage: Page<AccountPage> = {
  path: '/account',
  shows: 'account',
  needs: 'shopper',
  async load({ ctx }) {
    const customerId = ctx.actor.id as AccountId
    const phone = await phoneOf(ctx, customerId)
    const customer = await findCustomer(ctx, customerId)
    return {
      customer,
      phone: phone && maskPhone(phone),
      hasToAgree: (await policiesToAgree(ctx, customerId)).length > 0,
      waiting: {
        ...(await countOwnOrders(ctx, customerId)),
        to_review: (await ordersToReview(ctx, customerId)).length,
      },
      unread: await countUnread(ctx, { accountId: customerId, seenAt: customer?.messagesSeenAt ?? null }),
      kept: await countOwn(ctx, customerId),
    }
  },
}

export interface SecurityPage {
  readonly account: Account
  readonly phone: string | undefined
  readonly sessions: readonly (SessionView & { readonly device: string })[]
}

export const securityPage: Page<SecurityPage> = {
  path: '/account/security',
  shows: 'security',
  needs: 'shopper',
  async load({ ctx, sessionToken = '' }) {
    const account = await loadAccount(ctx, ctx.actor.id as AccountId)
    const phone = await phoneOf(ctx, account.id)
    const found = await sessionsOf(ctx, sessionToken)
    const sessions = found.map((session) => ({ ...session, device: deviceText(session.userAgent, ctx.locale) }))
    return { account, phone: phone && maskPhone(phone), sessions }
  },
}

export interface NewsPage {
  readonly wantsNews: boolean
}

export const newsPage: Page<NewsPage> = {
  path: '/account/news',
  shows: 'news',
  needs: 'shopper',
  load: async ({ ctx }) => ({ wantsNews: (await findCustomer(ctx, ctx.actor.id as AccountId))?.wantsNews ?? false }),
}
