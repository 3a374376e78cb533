import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '#kernel/id'
import type { Locale } from '#kernel/text'
import type { Actor, Context, ShopId } from '#platform/context'
import type { Database } from '#platform/database'
import { localFiles } from '#platform/files'
import { guarded, type Outside } from '#platform/outside'
import { openVault } from '#platform/vault'

export const testVault = openVault(Buffer.alloc(32, 7))
export const noon = Temporal.Instant.from('2026-03-02T04:00:00Z') // Monday noon in Shanghai

export interface Given {
  readonly shopId?: ShopId
  readonly actor?: Actor
  readonly now?: Temporal.Instant
  readonly outside?: Partial<Outside>
  readonly locale?: Locale
}

/** A context for a test: a fresh shop id, staff Lin with every permission asked for, Monday noon, and ports that refuse to be called unless given. */
export function aContext(db: Database, given: Given = {}): Context {
  return {
    db,
    shopId: given.shopId ?? newId<'Shop'>(),
    actor: given.actor ?? lin,
    now: given.now ?? noon,
    vault: testVault,
    locale: given.locale ?? 'zh',
    origin: 'test',
    outside: {
      publicUrl: given.outside?.publicUrl ?? 'http://localhost:3000',
      senders: given.outside?.senders,
      payments: given.outside?.payments ?? { names: ['wechat'], of: () => unexpected('payments') },
      carriers: guarded(given.outside?.carriers ?? unexpected('carriers')),
      downloads: guarded(given.outside?.downloads ?? unexpected('downloads')),
      webhooks: guarded(given.outside?.webhooks ?? unexpected('webhooks')),
      files: guarded(given.outside?.files ?? localFiles(mkdtempSync(path.join(tmpdir(), 'zhanggui-files-')))),
    },
  }
}

export const lin: Actor = { kind: 'staff', id: newId<'Account'>(), name: 'Lin', permissions: new Set() }
export const mei: Actor = { kind: 'staff', id: newId<'Account'>(), name: 'Mei', permissions: new Set() }

/** The same context seen by somebody else or at another time. */
export const as = (ctx: Context, actor: Actor): Context => ({ ...ctx, actor })
export const later = (ctx: Context, duration: Temporal.DurationLike): Context => ({
  ...ctx,
  now: ctx.now.toZonedDateTimeISO('Asia/Shanghai').add(duration).toInstant(),
})

/** A port that nobody may call. */
export function unexpected<Port extends object>(name: string): Port {
  return new Proxy({} as Port, {
    get: (_, verb) => () => {
      throw new Error(`the test did not expect outside.${name}.${String(verb)}`)
    },
  })
}
