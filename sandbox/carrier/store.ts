import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Behaviour, Step } from './journey.ts'
import type { Person } from './places.ts'

export interface Parcel {
  readonly waybill: string
  readonly orderCode: string
  readonly carrier: string
  readonly sender: Person
  readonly recipient: Person
  readonly goods: string
  /** What the courier collects at the door, in yuan as the merchant wrote it; nothing for most. */
  readonly collect: string | null
  readonly behaviour: Behaviour
  readonly callback: string | null
  readonly issuedAt: number
  /** When the next scan is due; nothing is due before somebody subscribes, or once the journey is over. */
  readonly nextAt: number | null
  readonly cancelledAt: number | null
}

export interface Scan {
  readonly key: string
  readonly action: string
  readonly text: string
  readonly location: string
  readonly at: number
}

export interface Push {
  readonly id: number
  readonly waybill: string
  readonly callback: string
  readonly body: string
  readonly attempts: number
  readonly answeredAt: number | null
  readonly lastAnswer: string | null
}

const schema = `
  create table if not exists parcels (
    waybill text primary key, orderCode text not null unique, carrier text not null, sender text not null, recipient text not null,
    goods text not null, collect text, behaviour text not null, callback text, issuedAt integer not null, nextAt integer, cancelledAt integer
  ) strict;
  create index if not exists parcels_due on parcels (nextAt) where nextAt is not null;
  create table if not exists scans (
    waybill text not null references parcels, key text not null, action text not null, text text not null, location text not null,
    at integer not null, primary key (waybill, key)
  ) strict;
  create table if not exists pushes (
    id integer primary key, waybill text not null, callback text not null, body text not null, attempts integer not null default 0,
    nextAt integer, answeredAt integer, lastAnswer text
  ) strict;
  create index if not exists pushes_due on pushes (nextAt) where nextAt is not null;
  create index if not exists pushes_parcel on pushes (waybill, id);
  create table if not exists settings (name text primary key, value text not null) strict;`

export type Store = ReturnType<typeof openStore>

/** The sandbox carrier's own memory: a SQLite file that outlives the process. */
export function openStore(folder: string) {
  mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(join(folder, 'carrier.sqlite'))
  db.exec(`pragma journal_mode = wal; pragma busy_timeout = 2000; ${schema}`)
  addCollect(db)
  return { ...parcelTable(db), ...scanTable(db), ...pushTable(db), ...settings(db), close: () => db.close() }
}

/** A folder of before cash on delivery has no column for it. */
function addCollect(db: DatabaseSync): void {
  const columns = db.prepare("select name from pragma_table_info('parcels')").all()
  if (!columns.some(({ name }) => name === 'collect')) db.exec('alter table parcels add column collect text')
}

function parcelTable(db: DatabaseSync) {
  const insert =
    db.prepare(`insert into parcels (waybill, orderCode, carrier, sender, recipient, goods, collect, behaviour, issuedAt)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`)
  const byWaybill = db.prepare('select * from parcels where waybill = ?')
  const byOrder = db.prepare('select * from parcels where orderCode = ?')
  const newest = db.prepare('select * from parcels order by issuedAt desc, rowid desc limit 200')
  const due = db.prepare(
    "select * from parcels where nextAt <= ? and cancelledAt is null and behaviour <> 'silence' order by nextAt limit 100",
  )
  const change = {
    callback: db.prepare('update parcels set callback = ? where waybill = ?'),
    nextAt: db.prepare('update parcels set nextAt = ? where waybill = ?'),
    behaviour: db.prepare('update parcels set behaviour = ? where waybill = ?'),
    cancelledAt: db.prepare('update parcels set cancelledAt = ?, nextAt = null where waybill = ?'),
  }
  return {
    /** False when number or order is taken. */
    insertParcel: (parcel: Omit<Parcel, 'callback' | 'nextAt' | 'cancelledAt'>): boolean => {
      const { waybill, orderCode, carrier, sender, recipient, goods, collect, behaviour, issuedAt } = parcel
      const done = insert.run(
        waybill,
        orderCode,
        carrier,
        JSON.stringify(sender),
        JSON.stringify(recipient),
        goods,
        collect,
        behaviour,
        issuedAt,
      )
      return done.changes === 1
    },
    findParcel: (waybill: string): Parcel | undefined => toParcel(byWaybill.get(waybill)),
    findByOrder: (orderCode: string): Parcel | undefined => toParcel(byOrder.get(orderCode)),
    newestParcels: (): Parcel[] => newest.all().map((row) => toParcel(row)!),
    dueParcels: (now: number): Parcel[] => due.all(now).map((row) => toParcel(row)!),
    setParcel: <Field extends keyof typeof change>(waybill: string, field: Field, value: Parcel[Field]) => {
      change[field].run(value, waybill)
    },
  }
}

function toParcel(row: Record<string, unknown> | undefined): Parcel | undefined {
  if (!row) return undefined
  return { ...row, sender: JSON.parse(String(row.sender)), recipient: JSON.parse(String(row.recipient)) } as Parcel
}

function scanTable(db: DatabaseSync) {
  const insert = db.prepare(
    'insert into scans (waybill, key, action, text, location, at) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
  )
  const all = db.prepare('select key, action, text, location, at from scans where waybill = ? order by at, rowid')
  return {
    insertScan: (waybill: string, step: Step, at: number) => {
      insert.run(waybill, step.key, step.action, step.text, step.location, at)
    },
    scansOf: (waybill: string): Scan[] => all.all(waybill) as unknown as Scan[],
  }
}

function pushTable(db: DatabaseSync) {
  const insert = db.prepare('insert into pushes (waybill, callback, body, nextAt, attempts) values (?, ?, ?, ?, ?)')
  const due = db.prepare('select * from pushes where nextAt <= ? order by nextAt, id limit 50')
  const all = db.prepare('select * from pushes where waybill = ? order by id')
  const held = db.prepare(
    'update pushes set nextAt = ? where waybill = ? and nextAt is null and answeredAt is null and attempts = 0',
  )
  const tried = db.prepare(
    'update pushes set attempts = attempts + 1, nextAt = ?, answeredAt = ?, lastAnswer = ? where id = ?',
  )
  return {
    /** A push without a time is held back until somebody lets it go. */
    insertPush: (push: Pick<Push, 'waybill' | 'callback' | 'body'>, nextAt: number | null, attempts = 0) => {
      insert.run(push.waybill, push.callback, push.body, nextAt, attempts)
    },
    letGo: (waybill: string, nextAt: number) => {
      held.run(nextAt, waybill)
    },
    duePushes: (now: number): Push[] => due.all(now) as unknown as Push[],
    pushesOf: (waybill: string): Push[] => all.all(waybill) as unknown as Push[],
    pushTried: (id: number, outcome: { nextAt: number | null; answeredAt: number | null; lastAnswer: string }) => {
      tried.run(outcome.nextAt, outcome.answeredAt, outcome.lastAnswer, id)
    },
  }
}

function settings(db: DatabaseSync) {
  const read = db.prepare('select value from settings where name = ?')
  const write = db.prepare(
    'insert into settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  )
  return {
    /** How new parcels behave. */
    defaultBehaviour: (): Behaviour => (read.get('behaviour')?.value as Behaviour | undefined) ?? 'normal',
    setDefaultBehaviour: (behaviour: Behaviour) => {
      write.run('behaviour', behaviour)
    },
  }
}
