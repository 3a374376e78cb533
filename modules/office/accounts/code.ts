import { randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { type Id, newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Context, Tx } from '#platform/context'
import type { Vault } from '#platform/vault'
import { phoneIndexes } from './account-store.ts'
import { accountLimits, type CodePurpose } from './model.ts'

export const codeWrong = refusal(
  'invalid',
  'accounts.code_wrong',
  (_: { field: 'code' }) => 'the code is wrong, used, too old or was tried too often',
)

type CodeId = Id<'Code'>

/** Six digits can be guessed from a plain hash in a moment, so the hash is keyed by the vault. */
const hashCode = (vault: Vault, id: string, code: string): Buffer => vault.index(`code:${id}`, code)

/** Makes a code for a number and a purpose; of several only the latest counts. Returns the code, which is stored nowhere. */
export async function insertCode(
  tx: Tx,
  { phone, purpose, minutes }: { phone: string; purpose: CodePurpose; minutes: number },
): Promise<string> {
  const id = newId<'Code'>()
  const code = String(randomInt(10 ** accountLimits.codeDigits)).padStart(accountLimits.codeDigits, '0')
  await tx.db
    .insertInto('office.one_time_codes')
    .values({
      id,
      phone_index: phoneIndexes(tx.vault, phone).phone_index,
      purpose,
      code_hash: hashCode(tx.vault, id, code),
      created_at: tx.now,
      expires_at: tx.now.add({ minutes }),
    })
    .execute()
  return code
}

/**
 * Compares a code with the latest one sent. The attempt is counted before looking and in a statement of its own: neither a
 * hundred guesses at once nor the refusal that follows can take it back.
 *
 * @throws codeWrong when it is another, too old, used, or tried five times
 */
export async function tryCode(
  ctx: Context,
  { phone, purpose, code }: { phone: string; purpose: CodePurpose; code: string },
): Promise<CodeId> {
  const { phone_index } = phoneIndexes(ctx.vault, phone)
  const { rows } = await sql<{ id: CodeId; code_hash: Buffer }>`
    update office.one_time_codes set attempts = attempts + 1
    where id = (select id from office.one_time_codes where phone_index = ${phone_index} and purpose = ${purpose} and used_at is null
                order by created_at desc, id desc limit 1)
      and attempts < ${accountLimits.codeAttempts} and expires_at > ${ctx.now} and used_at is null
    returning id, code_hash`.execute(ctx.db)
  const found = rows[0]
  if (!found || !timingSafeEqual(found.code_hash, hashCode(ctx.vault, found.id, code.trim())))
    throw codeWrong({ field: 'code' })
  return found.id
}

/** Uses a code up together with what it confirms. @throws codeWrong when somebody was faster */
export async function spendCode(tx: Tx, codeId: CodeId): Promise<void> {
  const row = await tx.db
    .updateTable('office.one_time_codes')
    .set({ used_at: tx.now })
    .where('id', '=', codeId)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw codeWrong({ field: 'code' })
}
