import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { backupUnreadable, passphraseNeeded, passphraseWrong } from './refusals.ts'

/** One file inside a backup. */
export interface Member {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Writes members one by one into one file: tar, compressed with zstd, and sealed in the age format when there is a passphrase.
 * The file appears under its name only when it is complete and on disk. Returns its size in bytes.
 */
export async function writeArchive(path: string, members: AsyncIterable<Member>, passphrase?: string): Promise<number> {
  const part = `${path}.part`
  try {
    await pipeline(
      tarOf(members),
      createZstdCompress(),
      (source: AsyncIterable<Uint8Array>) => (passphrase ? sealed(source, passphrase) : source),
      createWriteStream(part, { mode: 0o600 }),
    )
    await flush(part)
    await rename(part, path)
    return (await stat(path)).size
  } finally {
    await rm(part, { force: true })
  }
}

async function* tarOf(members: AsyncIterable<Member>): AsyncGenerator<Uint8Array> {
  const tar = pack()
  const filled = (async () => {
    for await (const { name, bytes } of members) await added(tar, name, bytes)
    tar.finalize()
  })().catch((error: Error) => tar.destroy(error))
  yield* tar as AsyncIterable<Uint8Array>
  await filled
}

const added = (tar: ReturnType<typeof pack>, name: string, bytes: Uint8Array): Promise<void> =>
  new Promise((done, failed) => {
    tar.entry({ name, size: bytes.byteLength }, Buffer.from(bytes), (error) => (error ? failed(error) : done()))
  })

async function* sealed(source: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  yield* iterable(await encrypter.encrypt(webStream(source)))
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

/**
 * The members of a backup, in the order in which they were written.
 * @throws passphraseNeeded, passphraseWrong
 * @throws backupUnreadable when the file is no backup, or damaged
 */
export async function* readArchive(path: string, passphrase?: string): AsyncGenerator<Member> {
  const file = await opened(path, passphrase)
  const tar = extract()
  const fed = pipeline(file, createZstdDecompress(), tar)
  fed.catch(() => {}) // the reader below meets the same error
  try {
    for await (const entry of tar) yield { name: entry.header.name, bytes: await buffer(entry) }
    await fed
  } catch (error) {
    throw isDamage(error) ? backupUnreadable({ file: path, reason: (error as Error).message }) : error
  } finally {
    tar.destroy()
  }
}

async function opened(path: string, passphrase?: string): Promise<AsyncIterable<Uint8Array>> {
  if (!(await isSealed(path))) return createReadStream(path)
  if (!passphrase) throw passphraseNeeded({ file: path })
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const plain = await decrypter.decrypt(webStream(createReadStream(path))).catch(() => {
    throw passphraseWrong({ file: path })
  })
  return iterable(plain)
}

const sealedMark = 'age-encryption.org/'

async function isSealed(path: string): Promise<boolean> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw backupUnreadable({ file: path, reason: error.code === 'ENOENT' ? 'no such file' : error.message })
  })
  const { buffer: start } = await file.read(Buffer.alloc(sealedMark.length), 0, sealedMark.length)
  await file.close()
  return start.toString() === sealedMark
}

/** The age library is typed for browsers, whose streams differ from Node's in their types alone. */
const webStream = (source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(source)) as unknown as ReadableStream<Uint8Array>

const iterable = (stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> =>
  stream as unknown as NodeStream<Uint8Array>

/** What tar, zstd and age say of bytes that are not theirs: none of it carries a refusal's kind. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  (/^Z_|^ZSTD|ERR_STREAM_PREMATURE_CLOSE/.test((error as NodeJS.ErrnoException).code ?? '') ||
    /tar|zstd|unexpected end|chunk|decrypt/i.test(error.message))
