import { readFile } from 'node:fs/promises'

/** The bytes of a demo picture. */
export const pictureBytes = (file: string): Promise<Buffer> =>
  readFile(new URL(`../pictures/files/${file}`, import.meta.url))
