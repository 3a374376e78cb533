import type { CodePurpose, SessionId, SignedIn } from '#model/office/accounts'
import {
  changePassword,
  changePhone,
  changeProfile,
  endOtherSessions,
  endOwnSession,
  openGuest,
  phoneOf,
  registerShopper,
  requestCode,
  resetPassword,
  signInWithCode,
  signInWithPassword,
  signOut,
} from '#office/accounts'
import type { AccountId } from '#platform/context'
import { joinGuestCart } from '#sales/carts'
import { chooseNews } from '#sales/customers'
import {
  accountPage,
  newsPage,
  nextOf,
  resetPasswordPage,
  securityPage,
  signInPage,
  signUpPage,
} from '../loaders/account.ts'
import { agreementOf } from '../loaders/privacy.ts'
import type { Answer, Form, FormRequest } from '../page.ts'
import { textOf } from './fields.ts'

const signIn: Form = {
  path: signInPage.path,
  page: signInPage,
  needs: 'anyone',
  async run(request) {
    const { ctx, body, visitor } = request
    const phone = textOf(body, 'phone')
    if (textOf(body, 'do') === 'code') return sendCode(request, 'sign_in')
    if (textOf(body, 'with') === 'password')
      return enter(
        request,
        await signInWithPassword(ctx, {
          kind: 'shopper',
          userName: textOf(body, 'userName'),
          password: body.get('password') ?? '',
          visitor,
        }),
      )
    return enter(
      request,
      await signInWithCode(ctx, { phone, code: textOf(body, 'code'), agrees: agreementOf(body), visitor }),
    )
  },
}

/** Buys without an account of their own: the browser is all that knows them. */
const guest: Form = {
  path: '/sign-in/guest',
  page: signInPage,
  needs: 'anyone',
  async run(request) {
    const { ctx, body, visitor } = request
    return enter(request, await openGuest(ctx, { agrees: agreementOf(body), visitor }))
  },
}

const signUp: Form = {
  path: signUpPage.path,
  page: signUpPage,
  needs: 'anyone',
  async run(request) {
    const { ctx, body, visitor } = request
    if (textOf(body, 'do') === 'code') return sendCode(request, 'register')
    const wish = {
      userName: textOf(body, 'userName'),
      password: body.get('password') ?? '',
      phone: textOf(body, 'phone'),
      code: textOf(body, 'code'),
    }
    return enter(
      request,
      await registerShopper(ctx, {
        ...wish,
        wantsNews: body.get('wantsNews') === 'yes',
        agrees: agreementOf(body),
        visitor,
      }),
    )
  },
}

const reset: Form = {
  path: resetPasswordPage.path,
  page: resetPasswordPage,
  needs: 'anyone',
  async run(request) {
    const { ctx, body, visitor } = request
    if (textOf(body, 'do') === 'code') return sendCode(request, 'reset_password')
    const wish = { phone: textOf(body, 'phone'), code: textOf(body, 'code'), password: body.get('password') ?? '' }
    return enter(request, await resetPassword(ctx, { ...wish, visitor }))
  },
}

/** The page is shown again with the number still in it; whether it has an account is told to nobody. */
async function sendCode({ ctx, body, visitor }: FormRequest, purpose: CodePurpose): Promise<Answer> {
  await requestCode(ctx, { phone: textOf(body, 'phone'), purpose, visitor })
  return { to: '', again: 'code_sent' }
}

/** What a guest put into the cart goes along. */
async function enter(request: FormRequest, signedIn: SignedIn): Promise<Answer> {
  const { ctx } = request
  const { id, displayName } = signedIn.account
  const { guestKey } = ctx.actor
  if (guestKey)
    await joinGuestCart(
      { ...ctx, actor: { kind: 'shopper', id, name: displayName, permissions: new Set() } },
      { guestKey },
    )
  return { to: nextOf({ ...request, form: undefined, query: request.body }), session: signedIn }
}

const leave: Form = {
  path: '/sign-out',
  page: accountPage,
  needs: 'anyone',
  async run({ ctx, sessionToken }) {
    if (sessionToken) await signOut(ctx, sessionToken)
    return { to: '/?done=signed_out', session: 'end' }
  },
}

const password: Form = {
  path: securityPage.path,
  page: securityPage,
  needs: 'shopper',
  async run({ ctx, body, visitor }) {
    const signedIn = await changePassword(ctx, {
      current: body.get('current') ?? '',
      password: body.get('password') ?? '',
      visitor,
    })
    return { to: `${securityPage.path}?done=password_changed`, session: signedIn }
  },
}

const profile: Form = {
  path: '/account/security/name',
  page: securityPage,
  needs: 'shopper',
  async run({ ctx, body }) {
    await changeProfile(ctx, { displayName: textOf(body, 'displayName') })
    return `${securityPage.path}?done=saved`
  },
}

/** Codes go to the new number and, without a password, to the one so far. */
const phone: Form = {
  path: '/account/security/phone',
  page: securityPage,
  needs: 'shopper',
  async run({ ctx, body, visitor }) {
    const wish = textOf(body, 'do')
    if (wish === 'code' || wish === 'old_code') {
      const own = await phoneOf(ctx, ctx.actor.id as AccountId)
      const to = wish === 'code' ? textOf(body, 'phone') : (own ?? '')
      await requestCode(ctx, { phone: to, purpose: 'change_phone', visitor })
      return { to: '', again: 'code_sent' }
    }
    const signedIn = await changePhone(ctx, {
      phone: textOf(body, 'phone'),
      code: textOf(body, 'code'),
      current: body.get('currentForPhone') ?? '',
      oldCode: textOf(body, 'oldCode'),
      visitor,
    })
    return { to: `${securityPage.path}?done=phone_changed`, session: signedIn }
  },
}

/** One session, by the row it stands in. */
const session: Form = {
  path: '/account/security/sessions/end',
  page: securityPage,
  needs: 'shopper',
  async run({ ctx, body }) {
    await endOwnSession(ctx, textOf(body, 'session') as SessionId)
    return `${securityPage.path}?done=session_ended`
  },
}

const sessions: Form = {
  path: '/account/security/sessions',
  page: securityPage,
  needs: 'shopper',
  async run({ ctx, sessionToken = '' }) {
    await endOtherSessions(ctx, sessionToken)
    return `${securityPage.path}?done=sessions_ended`
  },
}

const news: Form = {
  path: newsPage.path,
  page: newsPage,
  needs: 'shopper',
  async run({ ctx, body }) {
    await chooseNews(ctx, { wants: body.get('wantsNews') === 'yes' })
    return `${newsPage.path}?done=saved`
  },
}

export const accountForms: readonly Form[] = [
  signIn,
  guest,
  signUp,
  reset,
  leave,
  password,
  profile,
  phone,
  session,
  sessions,
  news,
]
