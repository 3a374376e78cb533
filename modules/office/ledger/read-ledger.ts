import { sql } from 'kysely'
import { type Currency, type Money, money } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { type LedgerAccount, type LedgerCause, ledgerAccounts } from './model.ts'

export interface LedgerRow {
  readonly id: string
  readonly debit: LedgerAccount
  readonly credit: LedgerAccount
  readonly amount: Money
  readonly cause: LedgerCause
  readonly causeId: string
  readonly postedAt: Temporal.Instant
}

/** What stands on an account: debits less credits for assets and costs, credits less debits for debts and income. */
export async function balanceOf(reader: Reader, account: LedgerAccount, currency: Currency = 'CNY'): Promise<Money> {
  const { rows } = await sql<{ minor: number }>`
    select (coalesce(sum(amount_minor) filter (where debit = ${account}), 0) - coalesce(sum(amount_minor) filter (where credit = ${account}), 0))::int8 as minor
    from office.ledger_transfers
    where shop_id = ${reader.shopId} and currency = ${currency} and (debit = ${account} or credit = ${account})`.execute(
    reader.db,
  )
  const debits = rows[0]?.minor ?? 0
  const growsByDebit = ledgerAccounts[account] === 'asset' || ledgerAccounts[account] === 'cost'
  return money(growsByDebit || debits === 0 ? debits : -debits, currency)
}

/** All accounts with what stands on them. */
export const balances = async (
  reader: Reader,
  currency: Currency = 'CNY',
): Promise<{ account: LedgerAccount; balance: Money }[]> =>
  Promise.all(
    (Object.keys(ledgerAccounts) as LedgerAccount[]).map(async (account) => ({
      account,
      balance: await balanceOf(reader, account, currency),
    })),
  )

/** Transfers, newest first, of everything or of one cause. */
export async function listTransfers(
  reader: Reader,
  { causeId, cursor, limit = 50 }: { causeId?: string; cursor?: string; limit?: number },
): Promise<Page<LedgerRow>> {
  let query = reader.db.selectFrom('office.ledger_transfers').selectAll().where('shop_id', '=', reader.shopId)
  if (causeId) query = query.where('cause_id', '=', causeId)
  if (cursor) query = query.where(beyond(cursor, ['id']))
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.id])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      debit: row.debit as LedgerAccount,
      credit: row.credit as LedgerAccount,
      amount: money(row.amount_minor, row.currency),
      cause: row.cause as LedgerCause,
      causeId: row.cause_id,
      postedAt: row.posted_at,
    })),
  }
}
