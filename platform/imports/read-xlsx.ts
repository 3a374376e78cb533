import type { CellValue } from 'hucre/xlsx'
import { checkZip } from './check-zip.ts'
import { importFormatUnknown, importLimits, importLocked, importTooManyRows, importUnreadable } from './import.ts'
import { type Line, type Sheet, toSheet } from './sheet.ts'

/**
 * Reads the first sheet of an Excel workbook row by row. Numbers come as they are typed, days as ISO text.
 * @throws importLocked, importTooLarge, importTooManyRows, importUnreadable, importEmpty, importFormatUnknown
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('xl/workbook'))
    throw importFormatUnknown({ field: 'file', form: 'ZIP' })
  checkZip(bytes)
  return toSheet({ format: 'xlsx', encoding: 'utf-8' }, await linesOf(bytes))
}

async function linesOf(bytes: Uint8Array): Promise<Line[]> {
  const [{ EncryptedFileError, HucreError }, { streamXlsxRows }] = await Promise.all([
    import('hucre'),
    import('hucre/xlsx'),
  ])
  const lines: Line[] = []
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0 })) {
      if (lines.length > importLimits.rows + 100) throw importTooManyRows({ field: 'file', most: importLimits.rows })
      lines.push({ row: index + 1, cells: values.slice(0, importLimits.columns + 1).map(textOf) })
    }
  } catch (error) {
    if (error instanceof EncryptedFileError) throw importLocked({ field: 'file' })
    if (!(error instanceof HucreError)) throw error
    throw importUnreadable({ field: 'file', row: lines.length + 1, reason: error.message })
  }
  return lines
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '')
  return typeof value === 'number' ? numberText(value) : String(value)
}

/** A long code typed as a number keeps its digits; 0.1 + 0.2 is said as 0.3, as the program shows it. */
const numberText = (value: number): string =>
  Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
