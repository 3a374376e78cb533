/** Where uploads and derived pictures lie. Keys are ours (`pictures/ab/abcdef….webp`), never a caller's text. */
export interface FileStore {
  /** Writes all bytes or none; writing the same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** undefined when there is no such file. */
  get(key: string): Promise<Buffer | undefined>
  /** The bytes from the first to the last named, both included; fewer where the file ends before. undefined when there is no such file. */
  part(key: string, first: number, last: number): Promise<Buffer | undefined>
  remove(key: string): Promise<void>
  /** All files, in no promised order. */
  list(): AsyncIterable<StoredFile>
}

export interface StoredFile {
  readonly key: string
  readonly writtenAt: Temporal.Instant
}

/** Small letters of any script, digits, `.`, `_`, `-` and slashes: nothing that leads out of the store or that two systems spell alike. */
export function checkKey(key: string): string {
  if (!/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}._/-]*$/u.test(key) || /\.\.|\/\/|\/$/.test(key))
    throw new Error(`${key} is no file key`)
  return key
}
