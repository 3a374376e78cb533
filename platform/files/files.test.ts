import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localFiles } from '#platform/files'

const files = localFiles(mkdtempSync(join(tmpdir(), 'zhanggui files ')))

test('a file is there after it was put, replaced by the next, and gone after it was removed', async () => {
  await files.put('pictures/ab/cd.webp', Buffer.from('one'))
  await files.put('pictures/ab/cd.webp', Buffer.from('two'))
  expect((await files.get('pictures/ab/cd.webp'))?.toString()).toBe('two')
  await files.remove('pictures/ab/cd.webp')
  await files.remove('pictures/ab/cd.webp')
  expect(await files.get('pictures/ab/cd.webp')).toBeUndefined()
})

test.each(['../secret', 'a/../../b', '/etc/passwd', 'A', 'a\\b', '', 'a\0b', '.env'])(
  '%j is no key: nothing outside the folder is reached',
  async (key) => {
    expect(() => files.get(key)).toThrow('no file key')
  },
)
