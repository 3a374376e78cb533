import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED' | 'PAYERROR'
export type RefundState = 'PROCESSING' | 'SUCCESS'

export type Provider = 'wechat' | 'alipay' | 'stripe'

/** Instants that the protocol shows are ISO texts in the gateway's time; `*Millis` are the machine's, for waiting. */
export interface TradeRow {
  readonly number: string
  readonly provider: Provider
  /** Names the trade on the cashier page; Stripe's session id. */
  readonly prepay_id: string
  readonly description: string
  readonly total: number
  readonly currency: string
  readonly notify_url: string
  readonly expires_at: string
  readonly state: TradeState
  readonly transaction_id: string | null
  readonly paid_at: string | null
  /** Set when the buyer's payment will arrive later, closed or not. */
  readonly settles_millis: number | null
  /** Where the buyer goes back to, for providers that are told on opening. */
  readonly return_url: string | null
}

export interface RefundRow {
  readonly number: string
  readonly trade_number: string
  readonly refund_id: string
  readonly amount: number
  readonly reason: string
  readonly notify_url: string | null
  readonly state: RefundState
  readonly created_at: string
  readonly settled_at: string | null
  readonly settles_millis: number | null
}

export type DisputeState = 'needs_response' | 'won' | 'lost'

/** Only Stripe's trades are disputed: WeChat Pay and Alipay know no chargebacks. */
export interface DisputeRow {
  readonly id: string
  readonly trade_number: string
  readonly amount: number
  readonly reason: string
  readonly state: DisputeState
  readonly opened_at: string
  readonly decided_at: string | null
}

export interface NoticeRow {
  readonly event_id: string
  readonly provider: Provider
  readonly trade_number: string
  readonly event_type: string
  readonly notify_url: string
  /** What the merchant will decrypt, as JSON. */
  readonly content: string
  readonly behaviour: string
  readonly created_at: string
  readonly attempts: number
  readonly last_status: number | null
  /** When it goes out next; null when it never will. */
  readonly due_millis: number | null
}

const tables = `
  create table if not exists trades (
    number text primary key, prepay_id text not null unique, description text not null,
    total integer not null check (total > 0), currency text not null, notify_url text not null, expires_at text not null,
    state text not null, transaction_id text unique, paid_at text, settles_millis integer,
    check ((state in ('SUCCESS', 'REFUND')) = (transaction_id is not null))
  ) strict;
  create table if not exists refunds (
    number text primary key, trade_number text not null references trades (number), refund_id text not null unique,
    amount integer not null check (amount > 0), reason text not null, notify_url text, state text not null,
    created_at text not null, settled_at text, settles_millis integer
  ) strict;
  create index if not exists refunds_of_trade on refunds (trade_number);
  create table if not exists notices (
    event_id text primary key, trade_number text not null references trades (number), event_type text not null,
    notify_url text not null, content text not null, behaviour text not null, created_at text not null,
    attempts integer not null default 0, last_status integer, due_millis integer
  ) strict;
  create table if not exists disputes (
    id text primary key, trade_number text not null unique references trades (number), amount integer not null check (amount > 0),
    reason text not null, state text not null, opened_at text not null, decided_at text
  ) strict;
  create table if not exists idempotency (key text primary key, words text not null, answer text not null) strict;
  create index if not exists notices_due on notices (due_millis) where due_millis is not null;
`

/** The gateway's own small database: one file that survives a restart. */
export interface Store {
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[]
  run(sql: string, ...values: SQLInputValue[]): void
  insert(
    table: 'trades' | 'refunds' | 'disputes' | 'notices' | 'idempotency',
    row: Readonly<Record<string, SQLInputValue>>,
  ): void
  close(): void
}

/** A store that an earlier release has made lacks the younger columns. */
function addColumn(database: DatabaseSync, table: string, column: string): void {
  const [name] = column.split(' ')
  const known = database.prepare(`select name from pragma_table_info('${table}')`).all()
  if (!known.some((each) => each.name === name)) database.exec(`alter table ${table} add column ${column}`)
}

export function openStore(storeFolder: string): Store {
  const database = new DatabaseSync(join(storeFolder, 'gateway.sqlite'))
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;')
  database.exec(tables)
  for (const table of ['trades', 'notices']) addColumn(database, table, `provider text not null default 'wechat'`)
  addColumn(database, 'trades', 'return_url text')
  const run: Store['run'] = (sql, ...values) => {
    database.prepare(sql).run(...values)
  }
  return {
    one: <Row>(sql: string, ...values: SQLInputValue[]) => database.prepare(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: SQLInputValue[]) => database.prepare(sql).all(...values) as Row[],
    run,
    insert: (table, row) =>
      run(
        `insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map(() => '?')})`,
        ...Object.values(row),
      ),
    close: () => database.close(),
  }
}
