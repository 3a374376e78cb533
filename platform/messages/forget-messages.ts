import type { AccountId, Reader, Tx } from '#platform/context'

/** What was written to a person, oldest first, opened for them. */
export async function messagesTo(reader: Pick<Reader, 'db' | 'vault'>, accountId: AccountId) {
  const rows = await reader.db
    .selectFrom('platform.messages')
    .select(['channel', 'recipient', 'purpose', 'subject', 'body', 'created_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  return rows.map(({ recipient, created_at, ...row }) => ({
    ...row,
    recipient: reader.vault.open(Buffer.from(recipient, 'base64')),
    at: created_at,
  }))
}

/** That something was written to a person, as an account or by number, stays; to whom and what is gone. */
export async function forgetMessages(
  tx: Tx,
  { accountId, phone }: { readonly accountId: AccountId; readonly phone: string | undefined },
): Promise<void> {
  const indexes = phone ? [tx.vault.index('message', phone)] : []
  await tx.db
    .updateTable('platform.messages')
    .set({ recipient: tx.vault.seal('').toString('base64'), recipient_index: null, subject: null, body: '' })
    .where(({ eb, or }) =>
      or([eb('account_id', '=', accountId), ...indexes.map((index) => eb('recipient_index', '=', index))]),
    )
    .execute()
}
