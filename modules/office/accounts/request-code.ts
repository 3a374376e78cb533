import { refusal } from '#kernel/refusal'
import { say } from '#kernel/text'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { writeMessage } from '#platform/messages'
import { readSettings } from '#platform/settings'
import { countUse } from '#platform/throttle'
import { checkPhone } from './account.ts'
import { insertCode } from './code.ts'
import { codeLimits } from './limits.ts'
import type { CodePurpose, Visitor } from './model.ts'
import { accountSettings } from './settings.ts'
import { accountsText } from './text.ts'

export const codesThrottled = refusal(
  'forbidden',
  'accounts.codes_throttled',
  (d: { retryAfterSeconds: number }) => `no further code for ${d.retryAfterSeconds} s`,
)

export interface RequestCode {
  readonly phone: string
  readonly purpose: CodePurpose
  readonly visitor?: Visitor
}

/**
 * Sends a one-time code by text message, the same whether the number has an account or not. The code is in the message and
 * nowhere else: good for ten minutes, five attempts and one use.
 *
 * @throws phoneInvalid
 * @throws codesThrottled beyond one a minute, five an hour, twenty a day for a number, or a hundred an hour for a network
 */
export async function requestCode(ctx: Context, { phone, purpose, visitor }: RequestCode): Promise<void> {
  const number = checkPhone(phone)
  await throttle(ctx, number, visitor)
  const { codeMinutes } = await readSettings(ctx, accountSettings)
  await transaction(ctx, async (tx) => {
    const code = await insertCode(tx, { phone: number, purpose, minutes: codeMinutes })
    await writeMessage(tx, {
      channel: 'sms',
      recipient: number,
      purpose: 'security',
      template: `accounts.code.${purpose}`,
      locale: tx.locale,
      values: { code, minutes: codeMinutes },
      body: say(accountsText, tx.locale, 'accounts.code_message', { code, minutes: codeMinutes }),
    })
  })
}

async function throttle(ctx: Context, phone: string, visitor?: Visitor): Promise<void> {
  for (const limit of await codeLimits(ctx, phone, visitor)) {
    const { allowed, retryAfterSeconds } = await countUse(ctx.db, limit, ctx.now)
    if (!allowed) throw codesThrottled({ retryAfterSeconds })
  }
}
