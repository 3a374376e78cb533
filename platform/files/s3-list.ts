import { SaxesParser } from 'saxes'

export interface ListedKeys {
  readonly keys: readonly string[]
  /** Where the next page begins; undefined on the last one. */
  readonly next?: string
}

/** Reads a page of ListObjectsV2. Source: docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html. */
export function listedIn(xml: string): ListedKeys {
  const keys: string[] = []
  let [next, text] = [undefined as string | undefined, '']
  const parser = new SaxesParser()
  parser.on('opentag', () => {
    text = ''
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') keys.push(text)
    if (name === 'NextContinuationToken') next = text
    text = ''
  })
  parser.write(xml).close()
  return { keys, next }
}
