import { mkdtempSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addPicture, filmFiles, pictureFiles, showVideo } from '#goods/media'
import { newId } from '#kernel/id'
import { exportFiles } from '#platform/exports'
import { type FileStore, localFiles, s3Files } from '#platform/files'
import { importFiles, uploadSheet } from '#platform/imports'
import { registerFileOwners, sweepFiles } from '#platform/retention'
import { aContext, later } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse } from '#test/goods'
import { s3Settings, startS3Server } from '#test/s3-server'

const { db } = await testDatabase()
registerFileOwners([importFiles, exportFiles, pictureFiles, filmFiles])

const folder = mkdtempSync(join(tmpdir(), 'zhanggui sweep '))
const files = localFiles(folder)
const ctx = aContext(db, { now: Temporal.Now.instant(), outside: { files } })
const aPicture = (red: number) =>
  sharp({ create: { width: 800, height: 800, channels: 3, background: { r: red, g: 90, b: 40 } } })
    .jpeg()
    .toBuffer()
const sheet = (text: string) => ({ name: 'goods.csv', bytes: Buffer.from(`sku,name\nA1,${text}\n`) })

async function keysIn(store: FileStore): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list()) keys.push(key)
  return keys.sort()
}
const agedBy = (days: number, key: string) => {
  const then = ctx.now.subtract({ hours: 24 * days }).epochMilliseconds / 1_000
  return utimes(join(folder, key), then, then)
}

test('a file that no row names is set aside after a day and thrown away after thirty more; those of rows stay', async () => {
  await addPicture(ctx, { bytes: await aPicture(10), alt: '茶杯', altEn: 'Cup' })
  await uploadSheet(ctx, sheet('cup'))
  const own = await keysIn(files)
  const orphans = [
    `imports/${ctx.shopId}/${newId()}`,
    `exports/${ctx.shopId}/${newId()}/${newId()}/00000`,
    `pictures/ab/${'ab'.repeat(32)}-160.webp`,
  ]
  const unknown = 'letters/1.txt'
  for (const key of [...orphans, unknown]) await files.put(key, Buffer.from(key))

  expect(await sweepFiles(ctx)).toEqual({ setAside: 0, putBack: 0, thrownAway: 0 })
  for (const key of [...own, ...orphans, unknown]) await agedBy(2, key)
  expect(await sweepFiles(ctx)).toEqual({ setAside: 3, putBack: 0, thrownAway: 0 })
  expect(await keysIn(files)).toEqual([...own, unknown, ...orphans.map((key) => `swept/${key}`)].sort())
  expect(await sweepFiles(later(ctx, { hours: 24 * 29 }))).toEqual({ setAside: 0, putBack: 0, thrownAway: 0 })
  expect(await sweepFiles(later(ctx, { hours: 24 * 31 }))).toEqual({ setAside: 0, putBack: 0, thrownAway: 3 })
  expect(await keysIn(files)).toEqual([...own, unknown].sort())
})

test('a file that was set aside while its row was written is put back', async () => {
  const bytes = await aPicture(200)
  const before = await keysIn(files)
  await addPicture(ctx, { bytes, alt: '盖碗', altEn: 'Bowl' })
  const own = (await keysIn(files)).filter((key) => !before.includes(key))
  for (const key of own) {
    await files.put(`swept/${key}`, (await files.get(key))!)
    await files.remove(key)
  }

  expect(await sweepFiles(ctx)).toEqual({ setAside: 0, putBack: own.length, thrownAway: 0 })
  expect((await keysIn(files)).filter((key) => !before.includes(key))).toEqual(own)
})

test('two turns at once lose nothing and throw nothing away', async () => {
  const before = await keysIn(files)
  const key = `imports/${ctx.shopId}/${newId()}`
  await files.put(key, Buffer.from('left behind'))
  await agedBy(2, key)

  await Promise.all([sweepFiles(ctx), sweepFiles(ctx)])

  expect(await keysIn(files)).toEqual([...before, `swept/${key}`].sort())
  expect((await files.get(`swept/${key}`))?.toString()).toBe('left behind')
})

test('in a bucket it is the same', async () => {
  const server = await startS3Server({ pageSize: 2 })
  const bucket = s3Files(s3Settings(server))
  const there = aContext(db, { now: Temporal.Instant.from('2026-02-03T00:00:00Z'), outside: { files: bucket } })
  await uploadSheet(there, sheet('kept'))
  const [own] = await keysIn(bucket)
  const orphan = `imports/${there.shopId}/${newId()}`
  await bucket.put(orphan, Buffer.from('left behind'))

  expect(await sweepFiles(there)).toMatchObject({ setAside: 1 })
  expect(await keysIn(bucket)).toEqual([own, `swept/${orphan}`])
  await server.stop()
})

test('a film stays while its product shows it, and the one it took the place of goes', async () => {
  const shop = { ...asHouse(await aShop(db)), now: ctx.now, outside: ctx.outside }
  const { id: productId } = await aProduct(shop)
  const before = await keysIn(files)
  const show = (sign: string) =>
    showVideo(shop, { productId, words: '杯', bytes: Buffer.from(`\0\0\0\x18ftypisom${sign}`) })
  await show('1')
  const [first] = (await keysIn(files)).filter((key) => key.startsWith('videos/'))
  await show('2')
  for (const key of await keysIn(files)) if (key.startsWith('videos/')) await agedBy(2, key)

  await sweepFiles(ctx)
  const after = (await keysIn(files)).filter((key) => !before.includes(key) && key.includes('videos/'))
  expect(after.filter((key) => key.startsWith('swept/'))).toEqual([`swept/${first}`])
  expect(after).toHaveLength(2)
})
