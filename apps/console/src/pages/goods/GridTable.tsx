import { useRef } from 'react'
import type { BatchField, CellFault } from '#model/goods/batches'
import { useText } from '../../frame/language.ts'
import { GridLine } from './GridLine.tsx'
import { choicesOf, type Words } from './grid-cells.ts'
import { useHand } from './grid-hand.ts'
import { useFilling, usePointing } from './grid-pointing.ts'
import { type Range, spanOf } from './grid-range.ts'
import { nameOf } from './grid-shown.ts'
import { headHeight, labelWidth, leftOf, rowHeight } from './grid-sizes.ts'
import { type Grid, type GridRow, type Place, placeOf } from './grid-state.ts'
import { gridText } from './grid-text.ts'
import { useView } from './grid-view.ts'

export interface GridColumn {
  readonly field: BatchField
  readonly title: string
  readonly width: number
  /** Whether this person may change it. */
  readonly isOpen: boolean
}

export interface Wish {
  readonly place: Place
  readonly typed: string
}

export interface GridTableProps {
  readonly grid: Grid
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly words: Words
  readonly faults: ReadonlyMap<string, CellFault>
  readonly range: Range
  readonly onRange: (range: Range) => void
  readonly onType: (wishes: readonly Wish[]) => void
  readonly onStepBack: () => void
  readonly onSave: () => void
}

/** Rows drawn above and below what is seen, so that quick scrolling shows no gap. */
const spare = 8

/** Cells to be filled as in a spreadsheet. Only the rows that are seen are drawn. */
export function GridTable(props: GridTableProps) {
  const { grid, rows, columns, words, faults, range } = props
  const t = useText(gridText)
  const view = useView()
  const { input, writing, write, ...hand } = useHand(props, view)
  const [filling, fill] = useFilling(props, view)
  const table = useRef<HTMLTableElement>(null)
  usePointing(table, {
    onPress: hand.press,
    onPass: hand.pass,
    onOpen: hand.open,
    onHead: (col) => props.onRange({ anchor: { row: 0, col }, head: { row: rows.length - 1, col } }),
  })
  const span = spanOf(range)
  const marked = filling === undefined ? span : { ...span, bottom: Math.max(span.bottom, filling) }
  const { head } = range
  const active = columns[head.col]
  const place = rows[head.row] && active && placeOf(rows[head.row]!, active.field)
  const choices = place && choicesOf(place, words)
  const first = Math.max(Math.floor(view.top / rowHeight) - spare, 0)
  const seen = rows.slice(first, first + Math.ceil(view.height / rowHeight) + 2 * spare)
  return (
    <div className="grid" ref={view.ref} onScroll={view.follow}>
      <div
        style={{ width: leftOf(columns, columns.length), height: headHeight + rows.length * rowHeight }}
        className="grid-sheet"
      >
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells that are edited make a table a grid (WAI-ARIA, grid pattern)
          role="grid"
          aria-label={t('grid')}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
        >
          <thead>
            <tr aria-rowindex={1} className="grid-head" style={{ height: headHeight }}>
              <th scope="col" className="grid-cell grid-label" style={{ width: labelWidth }}>
                {t('goods')}
              </th>
              {columns.map(({ field, title, width }, at) => (
                <th
                  key={field}
                  scope="col"
                  aria-colindex={at + 2}
                  className={at >= span.left && at <= span.right ? 'grid-cell grid-at' : 'grid-cell'}
                  style={{ width }}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.map((row, index) => (
              <GridLine key={row.key} {...{ row, at: first + index, grid, columns, words, faults, span: marked }} />
            ))}
          </tbody>
        </table>
        {active && rows.length > 0 && (
          <>
            <input
              ref={input}
              className={writing === undefined ? 'grid-hand' : 'grid-hand grid-writing'}
              style={{
                top: headHeight + head.row * rowHeight,
                left: leftOf(columns, head.col),
                width: active.width,
                height: rowHeight,
              }}
              aria-label={t('cell', { field: active.title, row: nameOf(rows[head.row]), at: head.row + 1 })}
              aria-invalid={faults.has(place?.key ?? '')}
              list={choices && 'grid-choices'}
              autoComplete="off"
              value={writing ?? hand.text}
              readOnly={!hand.isOpen}
              onChange={({ target }) => write(target.value)}
              onKeyDown={hand.key}
              onFocus={({ target }) => writing === undefined && target.select()}
              onBlur={hand.leave}
              onCopy={hand.copy}
              onCut={hand.cut}
              onPaste={hand.paste}
            />
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('fill')}
              title={t('fill')}
              className="grid-fill"
              style={{
                top: headHeight + (marked.bottom + 1) * rowHeight - 5,
                left: leftOf(columns, span.right + 1) - 5,
              }}
              onMouseDown={fill}
            />
          </>
        )}
      </div>
      <datalist id="grid-choices">
        {choices?.map(({ id, label }) => (
          <option key={id} value={label} />
        ))}
      </datalist>
    </div>
  )
}
