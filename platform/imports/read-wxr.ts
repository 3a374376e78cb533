import { SaxesParser } from 'saxes'
import { importFormatUnknown, importLimits, importUnreadable } from './import.ts'
import { type Sheet, toSheet } from './sheet.ts'
import { WxrItems } from './wxr-items.ts'

/**
 * Reads a WordPress export (WXR, an RSS feed with additions) as a sheet: one item a row. A head is the element's name (`title`,
 * `wp:post_type`, `content:encoded`); terms stand under `category:<taxonomy>` as paths, several joined by " | ", additional fields
 * under `meta:<key>`. Entities that a file defines itself are never expanded. Source: WordPress, wp-admin/includes/export.php, WXR 1.2.
 * @throws importFormatUnknown, importUnreadable, importEmpty, importTooManyRows
 */
export function readWxr(bytes: Uint8Array): Sheet {
  const { items } = parse(new TextDecoder('utf-8').decode(bytes))
  const heads = [...new Set(items.flatMap((item) => [...item.keys()]))].slice(0, importLimits.columns)
  const lines = items.map((item, at) => ({ row: at + 2, cells: heads.map((head) => item.get(head) ?? '') }))
  return toSheet({ format: 'xml', encoding: 'utf-8' }, [{ row: 1, cells: heads }, ...lines])
}

/** Characters that XML knows no way to write; editors leave them in texts all the same. Source: XML 1.0, production 2. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Names of HTML that older exports leave in titles, though XML does not know them. */
const wordsOfHtml = {
  nbsp: '\u00a0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  times: '×',
  deg: '°',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
} as const

function parse(text: string): WxrItems {
  const found = new WxrItems()
  const parser = new SaxesParser()
  Object.assign(parser.ENTITIES, wordsOfHtml)
  let fault: Error | undefined
  parser.on('opentag', ({ name, attributes }) => found.open(name, attributes as Record<string, string>))
  parser.on('text', (words) => found.say(words))
  parser.on('cdata', (words) => found.say(words))
  parser.on('closetag', ({ name }) => found.close(name))
  parser.on('error', (error) => {
    fault ??= error
  })
  parser.write(text.trimStart().replace(forbidden, '')).close()
  if (!found.isWordPress) throw importFormatUnknown({ field: 'file', form: 'XML' })
  if (fault) throw importUnreadable({ field: 'file', row: found.items.length + 2, reason: fault.message })
  return found
}
