import { join } from 'node:path'
import { openHouse } from '#apps/house'
import { kdniao } from '#platform/carriers'
import type { Actor } from '#platform/context'
import { downloader } from '#platform/downloads'
import { localFiles } from '#platform/files'
import { openLog } from '#platform/log'
import { guarded } from '#platform/outside'
import { paymentProviders } from '#platform/payments'
import { webhookSender } from '#platform/webhooks'
import { accountsAt } from '#test/accounts-at'
import { unexpected } from '#test/context'
import type { Scene, Stage } from './scene.ts'

// A process in which one scene is played: `node stage.ts <scene> <stage and what is given>`.

interface Words extends Omit<Stage, 'ctx'> {
  readonly ctx: Omit<Stage['ctx'], 'actor' | 'now'> & { readonly actor: Written<Actor>; readonly now?: string }
  readonly given: unknown
}
type Written<Who> = Omit<Who, 'permissions'> & { readonly permissions: readonly string[] }

const [name, text] = process.argv.slice(2) as [string, string]
const { databaseUrl, files, gateway, carrier, ctx: who, given } = JSON.parse(text) as Words
const house = openHouse({
  databaseUrl,
  poolWaitMillis: 20_000,
  secret: Buffer.alloc(32, 7),
  log: openLog({ level: 'silent' }),
  outside: {
    publicUrl: 'http://127.0.0.1',
    payments: gateway
      ? paymentProviders(accountsAt(gateway), guarded)
      : { names: ['wechat'], of: () => unexpected('payments') },
    carriers: carrier ? guarded(kdniao({ ...carrier.credentials, url: carrier.url })) : unexpected('carriers'),
    files: files ? guarded(localFiles(files)) : unexpected('files'),
    downloads: guarded(downloader()),
    webhooks: guarded(webhookSender({ privateHosts: [], mayCallItself: true })),
  },
})
const actor = { ...who.actor, permissions: new Set(who.actor.permissions) }
const ctx = {
  ...house.contextFor({ actor, shopId: who.shopId, locale: 'zh' }, 'test'),
  ...(who.now && { now: Temporal.Instant.from(who.now) }),
  ...(who.repeat && { repeat: who.repeat }),
}
const { default: scene } = (await import(join(import.meta.dirname, '..', 'scenes', `${name}.ts`))) as {
  default: Scene<unknown>
}
const result = await scene(ctx, given, house)
console.log(`result ${JSON.stringify(result ?? null)}`)
await house.close()
