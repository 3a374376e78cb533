import { type CsvError, parse } from 'csv-parse/sync'
import {
  columnsMissing,
  importEmpty,
  importLimits,
  importTooLarge,
  importTooManyRows,
  importUnreadable,
} from './import.ts'

/** A sheet as it came: heads and cells, rows numbered as its program shows them (the head is row 1). */
export interface Sheet {
  readonly encoding: 'utf-8' | 'utf-16le' | 'gb18030'
  readonly heads: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/**
 * Reads CSV as programs in China and elsewhere write it: UTF-8 with or without mark, UTF-16, GBK; comma, semicolon or tab.
 * @throws importTooLarge, importTooManyRows, importUnreadable, importEmpty
 */
export function readSheet(bytes: Uint8Array): Sheet {
  if (bytes.byteLength > importLimits.bytes)
    throw importTooLarge({ field: 'file', most: importLimits.bytes / 1_048_576 })
  const { text, encoding } = decode(bytes)
  const [heads = [], ...records] = parseRecords(text)
  const rows = records
    .map((cells, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) throw importEmpty({ field: 'file' })
  if (rows.length > importLimits.rows) throw importTooManyRows({ field: 'file', most: importLimits.rows })
  if (heads.length > importLimits.columns) throw columnsMissing({ field: 'file', columns: `≤ ${importLimits.columns}` })
  return { encoding, heads: heads.map((head) => head.trim()), rows }
}

function decode(bytes: Uint8Array): Pick<Sheet, 'encoding'> & { text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(bytes) }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { encoding: 'gb18030', text: new TextDecoder('gb18030').decode(bytes) }
  }
}

/** Blank lines stay as empty records, so that rows keep their numbers. */
function parseRecords(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      max_record_size: importLimits.cell * 10,
      skip_empty_lines: false,
    })
  } catch (error) {
    const { records, message } = error as CsvError & { records?: number }
    throw importUnreadable({ field: 'file', row: (records ?? 0) + 1, reason: message })
  }
}

/** The one that cuts the first line into most pieces. */
function separatorOf(text: string): string {
  const head = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const pieces = (separator: string) => head.split(separator).length
  return [',', ';', '\t'].sort((a, b) => pieces(b) - pieces(a))[0]!
}
