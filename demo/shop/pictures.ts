import { readFile } from 'node:fs/promises'

/** The bytes of a demo picture. */
export const pictureBytes = (file: string): Promise<Buffer> =>
  readFile(new URL(`../pictures/files/${file}`, import.meta.url))

/** The bytes of a demo film. */
export const filmBytes = (name: string): Promise<Buffer> =>
  readFile(new URL(`../pictures/films/${name}.mp4`, import.meta.url))
