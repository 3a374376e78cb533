import { glob, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '#kernel/id'
import { checkKey, type FileStore, type StoredFile } from './file-store.ts'

/** Files in a local folder. */
export function localFiles(folder: string): FileStore {
  const place = (key: string) => path.join(folder, checkKey(key))
  return {
    async put(key, bytes) {
      const target = place(key)
      const draft = `${target}.${newId()}`
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(draft, bytes)
      await rename(draft, target)
    },
    get: (key) => readFile(place(key)).catch(ifMissing),
    part: (key, first, last) => readPart(place(key), first, last).catch(ifMissing),
    remove: (key) => rm(place(key), { force: true }),
    list: () => filesIn(folder),
  }
}

async function readPart(file: string, first: number, last: number): Promise<Buffer> {
  await using handle = await open(file)
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(last - first + 1), position: first })
  return buffer.subarray(0, bytesRead)
}

async function* filesIn(folder: string): AsyncGenerator<StoredFile> {
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true })) {
    const key = path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
    const found = entry.isFile() && !draftOf.test(key) && (await stat(path.join(folder, key)).catch(ifMissing))
    if (found) yield { key, writtenAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs)) }
  }
}

/** A draft that is being written, or was left by a process that was killed. */
const draftOf = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
