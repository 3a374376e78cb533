import { refusal } from '#kernel/refusal'
import type { AccountId, Actor } from '#platform/context'
import { type Account, accountLimits } from './model.ts'
import { readPhone } from './phone.ts'

export const accountNotFound = refusal('not_found', 'accounts.not_found', (_: object) => 'there is no such account')
export const signInNeeded = refusal(
  'forbidden',
  'accounts.sign_in_needed',
  (_: object) => 'only somebody signed in may do this',
)
export const phoneInvalid = refusal(
  'invalid',
  'accounts.phone_invalid',
  (_: { field: 'phone' }) => 'this is no mobile number',
)
export const phoneTaken = refusal(
  'conflict',
  'accounts.phone_taken',
  (_: { field: 'phone' }) => 'the number has an account',
)
export const userNameInvalid = refusal(
  'invalid',
  'accounts.user_name_invalid',
  (_: { field: 'userName' }) => 'not a user name',
)
export const userNameTaken = refusal(
  'conflict',
  'accounts.user_name_taken',
  (_: { field: 'userName' }) => 'the user name is taken',
)
export const displayNameInvalid = refusal(
  'invalid',
  'accounts.display_name_invalid',
  (_: { field: 'displayName' }) => 'not a name',
)
export const accountDisabled = refusal('forbidden', 'accounts.disabled', (_: object) => 'the account is disabled')

const userNamePattern = /^[\p{Script=Han}a-zA-Z][\p{Script=Han}a-zA-Z0-9_-]*$/u
/** Names that would let a shopper pass for the house. */
const reserved = /^(admin|administrator|root|system|support|official|zhanggui|官方|客服|管理员|掌柜)/i

/** @throws userNameInvalid: names begin with a letter, so that none looks like a phone number */
export function checkUserName(text: string, { ofStaff = false } = {}): string {
  const name = text.normalize('NFKC').trim()
  const { userNameMin, userNameMax } = accountLimits
  const fits = name.length >= userNameMin && name.length <= userNameMax && userNamePattern.test(name)
  if (!fits || (!ofStaff && reserved.test(name))) throw userNameInvalid({ field: 'userName' })
  return name
}

/** @throws displayNameInvalid */
export function checkDisplayName(text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name.length < 1 || [...name].length > accountLimits.displayName)
    throw displayNameInvalid({ field: 'displayName' })
  return name
}

/** @throws phoneInvalid */
export function checkPhone(text: string): string {
  const phone = readPhone(text)
  if (!phone) throw phoneInvalid({ field: 'phone' })
  return phone
}

/** An account as the one who acts, without the permissions that its shop gives it. */
export const actorOf = (account: Pick<Account, 'id' | 'kind' | 'displayName'>): Actor => ({
  kind: account.kind,
  id: account.id,
  name: account.displayName,
  permissions: new Set(),
})

/** @throws signInNeeded when nobody is signed in */
export function needAccountId(actor: Actor): AccountId {
  if (!actor.id) throw signInNeeded({})
  return actor.id
}
