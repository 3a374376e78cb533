import type { PersonalData } from '#office/privacy'
import { loadAccount, phoneOf } from './account-store.ts'
import { forgetSecondFactors } from './recovery-codes.ts'

/** Name, number and sign-ins. What is left of an erased account is its id: orders point to it. */
export const accountsPersonalData: PersonalData = {
  name: 'account',
  async collect(reader, id) {
    const { userName, displayName, locale, createdAt } = await loadAccount(reader, id)
    const sessions = await reader.db
      .selectFrom('office.sessions')
      .select(['created_at as startedAt', 'seen_at as seenAt', 'user_agent as userAgent', 'ip'])
      .where('account_id', '=', id)
      .execute()
    return { userName, displayName, locale, createdAt, phone: await phoneOf(reader, id), sessions }
  },
  async erase(tx, id) {
    const row = await tx.db.selectFrom('office.accounts').select('phone_index').where('id', '=', id).executeTakeFirst()
    if (row?.phone_index)
      await tx.db.deleteFrom('office.one_time_codes').where('phone_index', '=', row.phone_index).execute()
    await tx.db.deleteFrom('office.sessions').where('account_id', '=', id).execute()
    await forgetSecondFactors(tx, id)
    await tx.db
      .updateTable('office.accounts')
      .set({
        user_name: `closed-${id}`,
        display_name: '',
        password_hash: null,
        phone_cipher: null,
        phone_index: null,
        phone_last4_index: null,
        status: 'closed',
      })
      .where('id', '=', id)
      .execute()
  },
}
