import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { AddPicture } from '#goods/media'
import measured from '../pictures/measures.json' with { type: 'json' }

const measures: Readonly<Record<string, NonNullable<AddPicture['size']> & { readonly sha256: string }>> = measured

/** A demo picture, with its measures as long as the file is the one that was measured. */
export async function demoPicture(file: string): Promise<Pick<AddPicture, 'bytes' | 'size'>> {
  const bytes = await readFile(new URL(`../pictures/files/${file}`, import.meta.url))
  const { sha256, ...size } = measures[file] ?? {}
  const isMeasured = createHash('sha256').update(bytes).digest('hex').slice(0, 16) === sha256
  return { bytes, size: isMeasured ? (size as AddPicture['size']) : undefined }
}

/** The bytes of a demo film. */
export const filmBytes = (name: string): Promise<Buffer> =>
  readFile(new URL(`../pictures/films/${name}.mp4`, import.meta.url))
