import { Typography } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { type BatchField, type CellFault, isPriceField, kindOf } from '#model/goods/batches'
import { locale, useText } from '../../frame/language.ts'
import { cellText, type Words } from './grid-cells.ts'
import { type At, type Extent, isWithin, pasted, type Range, spanOf, stepOf, tabbed, through } from './grid-range.ts'
import { type Edit, type Grid, type GridRow, type Place, placeOf, valueAt } from './grid-state.ts'
import { gridText } from './grid-text.ts'
import { fromSheetText, toSheetText } from './sheet-text.ts'

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

interface GridTableProps {
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

const rowHeight = 30
const headHeight = 34
const labelWidth = 250
/** Rows drawn above and below what is seen, so that quick scrolling shows no gap. */
const spare = 8

/** Cells to be filled as in a spreadsheet. Only the rows that are seen are drawn. */
export function GridTable(props: GridTableProps) {
  const { grid, rows, columns, words, faults, range } = props
  const t = useText(gridText)
  const view = useView()
  const { input, writing, write, ...hand } = useHand(props, view)
  const [filling, fill] = useFilling(props, view)
  const width = labelWidth + columns.reduce((all, column) => all + column.width, 0)
  const lefts = columns.map((_, at) => labelWidth + columns.slice(0, at).reduce((all, column) => all + column.width, 0))
  const span = spanOf(range)
  const marked = filling === undefined ? span : { ...span, bottom: Math.max(span.bottom, filling) }
  const { head } = range
  const active = columns[head.col]
  const first = Math.max(Math.floor(view.top / rowHeight) - spare, 0)
  const seen = rows.slice(first, first + Math.ceil(view.height / rowHeight) + 2 * spare)
  return (
    <div className="grid" ref={view.ref} onScroll={view.follow}>
      <div style={{ width, height: headHeight + rows.length * rowHeight }} className="grid-sheet">
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that are not seen */}
        <div role="grid" aria-label={t('grid')} aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1}>
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the one field takes the focus for all cells */}
          <div role="row" className="grid-head" aria-rowindex={1} style={{ height: headHeight }}>
            <Head className="grid-label" width={labelWidth} title={t('goods')} />
            {columns.map(({ field, title, width: own }, at) => (
              <Head
                key={field}
                className={at >= span.left && at <= span.right ? 'grid-at' : ''}
                width={own}
                title={title}
                onClick={() => props.onRange({ anchor: { row: 0, col: at }, head: { row: rows.length - 1, col: at } })}
              />
            ))}
          </div>
          {seen.map((row, index) => (
            <Line
              key={row.key}
              {...{ row, at: first + index, grid, columns, words, faults, span: marked }}
              onPress={hand.press}
              onPass={hand.pass}
              onOpen={hand.open}
            />
          ))}
        </div>
        {active && rows.length > 0 && (
          <>
            <input
              ref={input}
              className={writing === undefined ? 'grid-hand' : 'grid-hand grid-writing'}
              style={{
                top: headHeight + head.row * rowHeight,
                left: lefts[head.col],
                width: active.width,
                height: rowHeight,
              }}
              aria-label={t('cell', { field: active.title, row: nameOf(rows[head.row]), at: head.row + 1 })}
              aria-invalid={faults.has(placeOf(rows[head.row]!, active.field)?.key ?? '')}
              list={words.choices[active.field] ? `grid-${active.field}` : undefined}
              autoComplete="off"
              value={writing ?? hand.text}
              readOnly={!hand.isOpen}
              onChange={({ target }) => write(target.value)}
              onKeyDown={hand.key}
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
                left: lefts[span.right]! + columns[span.right]!.width - 5,
              }}
              onMouseDown={fill}
            />
          </>
        )}
      </div>
      {Object.entries(words.choices).map(([field, choices]) => (
        <datalist key={field} id={`grid-${field}`}>
          {choices?.map(({ id, label }) => (
            <option key={id} value={label} />
          ))}
        </datalist>
      ))}
    </div>
  )
}

function Head({
  title,
  width,
  className,
  onClick,
}: {
  readonly title: string
  readonly width: number
  readonly className: string
  readonly onClick?: () => void
}) {
  return (
    // biome-ignore lint/a11y: a head is chosen with the mouse; Ctrl+Shift+arrow does it by keyboard
    <div role="columnheader" className={`grid-cell ${className}`} style={{ width }} onClick={onClick}>
      {title}
    </div>
  )
}

interface LineProps extends Pick<GridTableProps, 'grid' | 'columns' | 'words' | 'faults'> {
  readonly row: GridRow
  readonly at: number
  readonly span: ReturnType<typeof spanOf>
  readonly onPress: (at: At, event: MouseEvent) => void
  readonly onPass: (at: At, event: MouseEvent) => void
  readonly onOpen: () => void
}

function Line({ row, at, grid, columns, words, faults, span, onPress, onPass, onOpen }: LineProps) {
  return (
    // biome-ignore lint/a11y: the one field takes the focus for all cells
    <div
      role="row"
      aria-rowindex={at + 2}
      className={row.isFirst ? 'grid-row grid-first' : 'grid-row'}
      style={{ top: headHeight + at * rowHeight, height: rowHeight }}
    >
      {/* biome-ignore lint/a11y: as above */}
      <div role="rowheader" className="grid-cell grid-label" style={{ width: labelWidth }} title={nameOf(row)}>
        {row.isFirst ? productName(row) : ''}
        <Typography.Text type="secondary">{row.variant?.specification}</Typography.Text>
      </div>
      {columns.map(({ field, width, isOpen }, col) => {
        const place = placeOf(row, field)
        const edit = place && grid.edits.get(place.key)
        const fault = place && faults.get(place.key)
        const isMarked = isWithin(span, { row: at, col })
        return (
          // biome-ignore lint/a11y: as above
          <div
            role="gridcell"
            key={field}
            className={`grid-cell ${lookOf({ place, isOpen, edit, fault, isMarked, field })}`}
            style={{ width }}
            aria-selected={isMarked}
            onMouseDown={(event) => onPress({ row: at, col }, event)}
            onMouseEnter={(event) => onPass({ row: at, col }, event)}
            onDoubleClick={onOpen}
          >
            {place && shown(grid, place, words)}
          </div>
        )
      })}
    </div>
  )
}

interface Look {
  readonly place: Place | undefined
  readonly isOpen: boolean
  readonly edit: Edit | undefined
  readonly fault: CellFault | undefined
  readonly isMarked: boolean
  readonly field: BatchField
}

const lookOf = ({ place, isOpen, edit, fault, isMarked, field }: Look): string =>
  [
    (!place || !isOpen) && 'grid-closed',
    (isPriceField(field) || kindOf(field) === 'number') && 'grid-number',
    edit && 'grid-changed',
    (fault || edit?.refusal) && 'grid-wrong',
    isMarked && 'grid-marked',
  ]
    .filter(Boolean)
    .join(' ')

/** What a cell shows: what was typed while it cannot be read. */
const shown = (grid: Grid, place: Place, words: Words): string => {
  const edit = grid.edits.get(place.key)
  return edit?.fault && edit.value === undefined ? edit.typed : cellText(place.field, valueAt(grid, place), words)
}

/** What people call a row. */
export const nameOf = (row: GridRow | undefined): string =>
  [row && productName(row), row?.variant?.specification].filter(Boolean).join(' · ')

/** In the reader's language where it has a name in it. */
const productName = ({ product: { nameZh, nameEn } }: GridRow): string =>
  (locale() === 'en' ? nameEn || nameZh : nameZh || nameEn) ?? ''

/** Where the sheet is scrolled to and how much of it is seen. */
function useView() {
  const ref = useRef<HTMLDivElement>(null)
  const [{ top, height }, set] = useState({ top: 0, height: 600 })
  const follow = () => {
    const { scrollTop, clientHeight } = ref.current!
    set({ top: scrollTop, height: clientHeight })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured once and at every change of the window
  useEffect(() => {
    follow()
    addEventListener('resize', follow)
    return () => removeEventListener('resize', follow)
  }, [])
  const show = ({ row, left, width }: { readonly row: number; readonly left: number; readonly width: number }) => {
    const box = ref.current
    if (!box) return
    const y = row * rowHeight
    if (y < box.scrollTop) box.scrollTop = y
    const below = y + rowHeight + headHeight - box.clientHeight
    if (below > box.scrollTop) box.scrollTop = below
    if (left - labelWidth < box.scrollLeft) box.scrollLeft = left - labelWidth
    if (left + width > box.scrollLeft + box.clientWidth) box.scrollLeft = left + width - box.clientWidth
  }
  /** The row under the mouse. */
  const rowAt = (clientY: number) => {
    const box = ref.current!
    return Math.floor((clientY - box.getBoundingClientRect().top + box.scrollTop - headHeight) / rowHeight)
  }
  return { ref, top, height, follow, show, rowAt }
}

type View = ReturnType<typeof useView>

/** The one field that takes keys and clipboard for all cells: it holds the text of the active cell, chosen whole, so that typing replaces it as in a spreadsheet, Chinese too. */
function useHand(props: GridTableProps, view: View) {
  const { grid, rows, columns, words, range, onRange, onType } = props
  const input = useRef<HTMLInputElement>(null)
  const [writing, write] = useState<string>()
  const { head } = range
  const extent: Extent = { rows: rows.length, cols: columns.length, page: Math.floor(view.height / rowHeight) - 2 }
  const placeAt = ({ row, col }: At) => {
    const [line, column] = [rows[row], columns[col]]
    return line && column?.isOpen ? placeOf(line, column.field) : undefined
  }
  const textAt = ({ row, col }: At) => {
    const place = rows[row] && columns[col] && placeOf(rows[row], columns[col].field)
    return place ? shown(grid, place, words) : ''
  }
  const text = textAt(head)
  const isOpen = placeAt(head) !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell is chosen anew when it is another one, or says something else
  useEffect(() => {
    if (writing !== undefined || document.activeElement !== input.current) return
    input.current?.select()
  }, [head.row, head.col, text, writing])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet follows the active cell alone
  useEffect(() => {
    const left = labelWidth + columns.slice(0, head.col).reduce((all, column) => all + column.width, 0)
    view.show({ row: head.row, left, width: columns[head.col]?.width ?? 0 })
  }, [head.row, head.col])

  const put = (cells: readonly { readonly at: At; readonly text: string }[]) =>
    onType(
      cells.flatMap(({ at, text: typed }) => {
        const place = placeAt(at)
        return place ? [{ place, typed }] : []
      }),
    )
  const commit = () => {
    if (writing !== undefined && writing !== text) put([{ at: head, text: writing }])
    write(undefined)
  }
  const goTo = (at: At, isWider = false) => onRange({ anchor: isWider ? range.anchor : at, head: at })
  const chosen = () => {
    const { top, bottom, left, right } = spanOf(range)
    return through(top, bottom).map((row) => through(left, right).map((col) => ({ row, col })))
  }
  const fillDown = () => {
    const { top, bottom, left, right } = spanOf(range)
    const from = top === bottom ? Math.max(top - 1, 0) : top
    put(filled(through(left, right), from, through(from + 1, bottom), textAt, (at) => placeAt(at) !== undefined))
  }
  const commands: Readonly<Record<string, () => void>> = {
    d: fillDown,
    z: props.onStepBack,
    s: props.onSave,
    a: () => onRange({ anchor: { row: 0, col: 0 }, head: { row: extent.rows - 1, col: extent.cols - 1 } }),
  }
  const keyWhileWriting = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') return write(undefined)
    if (event.key !== 'Enter' && event.key !== 'Tab') return
    event.preventDefault()
    commit()
    const back = event.shiftKey ? -1 : 1
    goTo(
      event.key === 'Tab'
        ? tabbed(head, event.shiftKey, extent)
        : stepOf(back > 0 ? 'ArrowDown' : 'ArrowUp', false, head, extent)!,
    )
  }
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (writing !== undefined) return keyWhileWriting(event)
    const isFar = event.ctrlKey || event.metaKey
    const command = isFar && !event.altKey ? commands[event.key.toLowerCase()] : undefined
    const step = stepOf(event.key, isFar, head, extent)
    const isOwn = command || step || ['Enter', 'F2', 'Tab', 'Delete', 'Backspace', 'Escape'].includes(event.key)
    if (isOwn) event.preventDefault()
    if (command) return command()
    if (step) return goTo(step, event.shiftKey)
    if (event.key === 'Tab') return goTo(tabbed(head, event.shiftKey, extent))
    if (event.key === 'Delete' || event.key === 'Backspace')
      return put(chosen().flatMap((line) => line.map((at) => ({ at, text: '' }))))
    if (event.key === 'Escape') return input.current?.blur()
    if ((event.key === 'Enter' || event.key === 'F2') && isOpen) {
      write(text)
      requestAnimationFrame(() => input.current?.setSelectionRange(text.length, text.length))
    }
  }
  const copy = (event: ClipboardEvent) => {
    if (writing !== undefined) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', toSheetText(chosen().map((line) => line.map(textAt))))
  }
  return {
    input,
    writing,
    write,
    text,
    isOpen,
    key,
    copy,
    cut: (event: ClipboardEvent) => {
      if (writing !== undefined) return
      copy(event)
      put(chosen().flatMap((line) => line.map((at) => ({ at, text: '' }))))
    },
    paste: (event: ClipboardEvent) => {
      if (writing !== undefined) return
      event.preventDefault()
      const cells = pasted(fromSheetText(event.clipboardData.getData('text/plain')), spanOf(range), extent)
      put(cells)
      if (cells.length > 0) onRange({ anchor: cells[0]!.at, head: cells.at(-1)!.at })
    },
    leave: commit,
    press: (at: At, event: MouseEvent) => {
      event.preventDefault()
      commit()
      goTo(at, event.shiftKey)
      input.current?.focus({ preventScroll: true })
    },
    pass: (at: At, event: MouseEvent) => {
      if (event.buttons === 1) goTo(at, true)
    },
    open: () => {
      if (isOpen) write(text)
    },
  }
}

/** Each column's first cell of its own, again in the rows below. */
function filled(
  cols: readonly number[],
  from: number,
  below: readonly number[],
  textAt: (at: At) => string,
  isCell: (at: At) => boolean,
) {
  return cols.flatMap((col) => {
    const source = [from, ...below].find((row) => isCell({ row, col }))
    return source === undefined
      ? []
      : below.filter((row) => row > source).map((row) => ({ at: { row, col }, text: textAt({ row: source, col }) }))
  })
}

/** Pulls the chosen cells down over the rows below: their texts again and again. */
function useFilling({ grid, rows, columns, words, range, onType, onRange }: GridTableProps, view: View) {
  const [until, setUntil] = useState<number>()
  const begin = (event: MouseEvent) => {
    event.preventDefault()
    const { top, bottom, left, right } = spanOf(range)
    let last = bottom
    const move = ({ clientY }: globalThis.MouseEvent) => {
      last = Math.min(Math.max(view.rowAt(clientY), bottom), rows.length - 1)
      setUntil(last)
    }
    const end = () => {
      removeEventListener('mousemove', move)
      setUntil(undefined)
      if (last === bottom) return
      const textOf = (row: number, field: BatchField) => {
        const place = placeOf(rows[row]!, field)
        return place && shown(grid, place, words)
      }
      onType(
        columns.slice(left, right + 1).flatMap(({ field, isOpen }) => {
          const sources = through(top, bottom).flatMap((row) => textOf(row, field) ?? [])
          if (!isOpen || sources.length === 0) return []
          return through(bottom + 1, last).flatMap((row, at) => {
            const place = placeOf(rows[row]!, field)
            return place ? [{ place, typed: sources[at % sources.length]! }] : []
          })
        }),
      )
      onRange({ anchor: { row: top, col: left }, head: { row: last, col: right } })
    }
    addEventListener('mousemove', move)
    addEventListener('mouseup', end, { once: true })
  }
  return [until, begin] as const
}
