import argon2 from '@node-rs/argon2'
import { refusal } from '#kernel/refusal'
import { commonPasswords } from './common-passwords.ts'
import { accountLimits } from './model.ts'

export const passwordWeak = refusal(
  'invalid',
  'accounts.password_weak',
  (_: { field: 'password' }) => 'the password is too short, too long or too common',
)

/** argon2id with 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet, 2025. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** @throws passwordWeak. Source: NIST SP 800-63B, section 3.1.1.2: length and a list of common ones, no rules of composition */
export function checkPassword(password: string, userName = ''): string {
  const length = [...password].length
  const lower = password.toLowerCase()
  const monotonous = new Set(lower).size < 4
  const fits = length >= accountLimits.passwordMin && length <= accountLimits.passwordMax
  if (!fits || monotonous || commonPasswords.has(lower) || lower === userName.toLowerCase())
    throw passwordWeak({ field: 'password' })
  return password
}

export const hashPassword = (password: string): Promise<string> => argon2.hash(password.normalize('NFKC'), cost)

let dummy: Promise<string> | undefined

/** Whether a password is the one of a hash. Without a hash it takes as long and says no, so that time tells nothing about who exists. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password')
  const right = await argon2.verify(passwordHash ?? (await dummy), password.normalize('NFKC'))
  return right && passwordHash !== null && passwordHash !== undefined
}
