import { SaxesParser } from 'saxes'
import type { StoredFile } from './file-store.ts'

export interface ListedKeys {
  readonly files: readonly StoredFile[]
  /** Where the next page begins; undefined on the last one. */
  readonly next?: string
}

/** Reads a page of ListObjectsV2. Source: docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html. */
export function listedIn(xml: string): ListedKeys {
  const files: StoredFile[] = []
  let [key, writtenAt] = ['', '']
  let [next, text] = [undefined as string | undefined, '']
  const parser = new SaxesParser()
  parser.on('opentag', () => {
    text = ''
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') key = text
    if (name === 'LastModified') writtenAt = text
    if (name === 'Contents') files.push({ key, writtenAt: Temporal.Instant.from(writtenAt) })
    if (name === 'NextContinuationToken') next = text
    text = ''
  })
  parser.write(xml).close()
  return { files, next }
}
