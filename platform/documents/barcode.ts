import bwip from 'bwip-js'
import type { Paper } from './paper.ts'

/** Clear space a scanner needs on either side, in modules. Source: ISO/IEC 15417. */
const quietModules = 10

/** Widths of bars and gaps in modules, in turn, bar first. */
export function code128Modules(value: string): readonly number[] {
  const [symbol] = bwip.raw('code128', value)
  if (!symbol || !('sbs' in symbol)) throw new Error(`${value} has no Code 128`)
  return symbol.sbs
}

/** Draws a Code 128 as vectors, sharp on any printer, as wide as the box allows but no module over 0.5 mm. */
export function drawCode128(
  paper: Paper,
  value: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const modules = code128Modules(value)
  const total = modules.reduce((sum, width) => sum + width, 0) + 2 * quietModules
  const module = Math.min(box.width / total, widestModule)
  let x = box.x + (box.width - module * total) / 2 + quietModules * module
  modules.forEach((width, index) => {
    if (index % 2 === 0) paper.pdf.rect(x, box.y, width * module, box.height)
    x += width * module
  })
  paper.pdf.fill('#000000')
}

const widestModule = 0.5 * (72 / 25.4)
