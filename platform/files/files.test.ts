import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyFiles, type FileStore, localFiles, s3Files } from '#platform/files'
import { s3Settings, startS3Server } from '#test/s3-server'

const server = await startS3Server({ pageSize: 3 })
afterAll(() => server.stop())
const aFolder = () => localFiles(mkdtempSync(join(tmpdir(), 'zhanggui files ')))
const aBucket = (prefix = '') => s3Files(s3Settings(server, prefix))

async function keysOf(store: Pick<FileStore, 'list'>): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list()) keys.push(key)
  return keys.sort()
}

test.each([
  ['a folder', aFolder()],
  ['a bucket', aBucket('first/')],
])('in %s a file is there after it was put, replaced by the next, and gone after it was removed', async (_, files) => {
  await files.put('pictures/ab/cd.webp', Buffer.from('one'))
  await files.put('pictures/ab/cd.webp', Buffer.from('two'))
  expect((await files.get('pictures/ab/cd.webp'))?.toString()).toBe('two')
  await files.remove('pictures/ab/cd.webp')
  await files.remove('pictures/ab/cd.webp')
  expect(await files.get('pictures/ab/cd.webp')).toBeUndefined()
})

test.each([
  ['a folder', aFolder()],
  ['a bucket', aBucket('parts/')],
])('of a file in %s a part is read, as much of it as there is', async (_, files) => {
  await files.put('videos/ab/cd.mp4', Buffer.from('0123456789'))
  expect((await files.part('videos/ab/cd.mp4', 2, 4))?.toString()).toBe('234')
  expect((await files.part('videos/ab/cd.mp4', 8, 20))?.toString()).toBe('89')
  expect(await files.part('videos/ab/none.mp4', 0, 1)).toBeUndefined()
})

test.each(['../secret', 'a/../../b', '/etc/passwd', 'A', 'a\\b', '', 'a\0b', '.env', 'a//b', 'a/'])(
  '%j is no key: nothing outside the store is reached',
  async (key) => {
    await expect((async () => aFolder().get(key))()).rejects.toThrow('no file key')
    await expect(aBucket().get(key)).rejects.toThrow('no file key')
  },
)

test('a bucket of many pages is listed whole, keys in Chinese and prefixes of other houses included', async () => {
  const files = aBucket('店铺 1/')
  const keys = ['图片/青瓷杯.webp', ...Array.from({ length: 7 }, (_, index) => `imports/${index}.csv`)]
  for (const key of keys) await files.put(key, Buffer.from(`about ${key}`))
  await aBucket('店铺 2/').put('imports/other.csv', Buffer.from('not ours'))
  expect(await keysOf(files)).toEqual(keys.sort())
  expect((await files.get('图片/青瓷杯.webp'))?.toString()).toBe('about 图片/青瓷杯.webp')
  expect([...server.objects.keys()]).toContain('店铺 1/图片/青瓷杯.webp')
})

test('a wrong secret, a strange bucket and a changed body are refused, and no answer tells the secret', async () => {
  const settings = s3Settings(server)
  await expect(s3Files({ ...settings, secretAccessKey: 'guessed' }).get('a')).rejects.toThrow(
    /403 to GET: SignatureDoesNotMatch/,
  )
  const strange = s3Files({ ...settings, bucket: 'of-somebody' })
  await expect(strange.put('a', Buffer.from('x'))).rejects.toThrow('no bucket of-somebody')
  await expect(keysOf(strange)).rejects.toThrow('no bucket of-somebody')
})

test('a busy store and a broken line are tried again; one that stays away is said so', async () => {
  const files = aBucket('third/')
  server.troubles.push(503, 'break', 429)
  await files.put('patient.txt', Buffer.from('arrived'))
  expect((await files.get('patient.txt'))?.toString()).toBe('arrived')
  server.troubles.push('break', 'break', 'break', 'break')
  await expect(files.get('patient.txt')).rejects.toThrow('cannot be reached')
  server.troubles.push(500, 500, 500, 500)
  await expect(files.get('patient.txt')).rejects.toThrow('500 to GET: SlowDown')
})

test('all files move from a folder to a bucket and back, and a copy that was broken off goes on where it was', async () => {
  const [folder, bucket, another] = [aFolder(), aBucket('moved/'), aFolder()]
  for (const key of ['pictures/ab/1.webp', 'pictures/ab/2.avif', 'imports/x/y.csv'])
    await folder.put(key, Buffer.from(key))
  expect(await copyFiles(folder, bucket)).toEqual({ copied: 3, present: 0 })
  await bucket.remove('imports/x/y.csv')
  expect(await copyFiles(folder, bucket)).toEqual({ copied: 1, present: 2 })
  expect(await copyFiles(bucket, another)).toEqual({ copied: 3, present: 0 })
  expect(await keysOf(another)).toEqual(await keysOf(folder))
  expect((await another.get('imports/x/y.csv'))?.toString()).toBe('imports/x/y.csv')
})
