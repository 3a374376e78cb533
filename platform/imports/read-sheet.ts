import { importFormatUnknown, importLimits, importLocked, importTooLarge } from './import.ts'
import { readCsv } from './read-csv.ts'
import { readWxr } from './read-wxr.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Sheet } from './sheet.ts'

/**
 * Reads a sheet by what it holds, whatever its name says: CSV, an Excel workbook (its first sheet that holds rows), or a WordPress export.
 * @throws importTooLarge, importTooManyRows, importUnreadable, importEmpty, importFormatUnknown, importLocked
 */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.byteLength > importLimits.bytes)
    throw importTooLarge({ field: 'file', most: importLimits.bytes / 1_048_576 })
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_000)).toString('latin1')
  if (head.startsWith('PK\x03\x04')) return readXlsx(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw importLocked({ field: 'file' })
  if (/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|!--)/.test(head)) return readWxr(bytes)
  const strange = strangeForm(head)
  if (strange) throw importFormatUnknown({ field: 'file', form: strange })
  return readCsv(bytes)
}

/** What is surely no sheet, by its first bytes. A NUL byte stands in no text but UTF-16's. */
function strangeForm(head: string): string | undefined {
  if (head.startsWith('%PDF')) return 'PDF'
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF)/.test(head)) return 'image'
  if (['\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'BZh'].some((start) => head.startsWith(start))) return 'archive'
  if (/^\s*<(?:!doctype|html)/i.test(head)) return 'HTML'
  if (/^\s*[[{]\s*["{[]/.test(head)) return 'JSON'
  return head.includes('\0') && !head.startsWith('\xff\xfe') ? 'binary' : undefined
}
