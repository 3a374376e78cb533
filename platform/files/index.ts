import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '#kernel/id'

/** Where uploads and derived pictures lie. Keys are ours (`pictures/ab/abcdef….webp`), never a caller's text. */
export interface FileStore {
  /** Writes all bytes or none; writing the same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** undefined when there is no such file. */
  get(key: string): Promise<Buffer | undefined>
  remove(key: string): Promise<void>
}

/** Files in a local folder. */
export function localFiles(folder: string): FileStore {
  const place = (key: string) => {
    if (!/^[a-z0-9][a-z0-9._/-]*$/.test(key) || key.includes('..')) throw new Error(`${key} is no file key`)
    return path.join(folder, key)
  }
  return {
    async put(key, bytes) {
      const target = place(key)
      const draft = `${target}.${newId()}`
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(draft, bytes)
      await rename(draft, target)
    },
    get: (key) => readFile(place(key)).catch(ifMissing),
    remove: (key) => rm(place(key), { force: true }),
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
