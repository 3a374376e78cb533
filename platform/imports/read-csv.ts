import { type CsvError, parse } from 'csv-parse/sync'
import { importLimits, importUnreadable } from './import.ts'
import { type Sheet, toSheet } from './sheet.ts'

/**
 * Reads CSV as programs in China and elsewhere write it: UTF-8 with or without mark, UTF-16, GBK; comma, semicolon or tab.
 * @throws importUnreadable, importEmpty, importTooManyRows
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const { text, encoding } = decode(bytes)
  const lines = parseRecords(text).map((cells, at) => ({ row: at + 1, cells }))
  return toSheet({ format: 'csv', encoding }, isTaobaoPackage(text) ? lines.filter(isNoPreamble) : lines)
}

/** The Taobao assistant writes a version, then keys, then the keys in Chinese: the keys are our heads. */
const isTaobaoPackage = (text: string): boolean => /^"?version \d/.test(text)
const isNoPreamble = ({ row }: { row: number }): boolean => row !== 1 && row !== 3

function decode(bytes: Uint8Array): Pick<Sheet, 'encoding'> & { text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(bytes) }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { encoding: 'gb18030', text: new TextDecoder('gb18030').decode(bytes) }
  }
}

/** Programs that do not double the quotes in a cell (`12" pan`): read as they stand where strict reading fails. */
function parseRecords(text: string): string[][] {
  try {
    return records(text, false)
  } catch (error) {
    if (!misquoted.has((error as CsvError).code)) throw unreadable(error)
  }
  try {
    return records(text, true)
  } catch (error) {
    throw unreadable(error)
  }
}

const misquoted: ReadonlySet<string> = new Set(['INVALID_OPENING_QUOTE', 'CSV_INVALID_CLOSING_QUOTE'])

/** Blank lines stay as empty records, so that rows keep their numbers. */
const records = (text: string, relaxed: boolean): string[][] =>
  parse(text, {
    delimiter: separatorOf(text),
    relax_column_count: true,
    relax_quotes: relaxed,
    max_record_size: importLimits.cell * 10,
    skip_empty_lines: false,
  })

function unreadable(error: unknown): Error {
  const { records, message } = error as CsvError & { records?: number }
  return importUnreadable({ field: 'file', row: (records ?? 0) + 1, reason: message })
}

/** The one that cuts the heads into most pieces. */
function separatorOf(text: string): string {
  const head = text.slice(0, 10_000).split(/\r?\n/, 2)[isTaobaoPackage(text) ? 1 : 0] ?? ''
  const bare = head.replace(/"[^"]*"/g, '')
  const pieces = (separator: string) => bare.split(separator).length
  return [',', ';', '\t'].sort((a, b) => pieces(b) - pieces(a))[0]!
}
