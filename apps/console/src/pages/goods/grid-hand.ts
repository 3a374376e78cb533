import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { GridTableProps } from './GridTable.tsx'
import { type At, type Extent, pasted, spanOf, stepOf, tabbed, through } from './grid-range.ts'
import { shown } from './grid-shown.ts'
import { leftOf, rowHeight } from './grid-sizes.ts'
import { placeOf } from './grid-state.ts'
import type { View } from './grid-view.ts'
import { fromSheetText, toSheetText } from './sheet-text.ts'

/** The one field that takes keys and clipboard for all cells: it holds the text of the active cell, chosen whole, so that typing replaces it as in a spreadsheet, Chinese too. */
export function useHand(props: GridTableProps, view: View) {
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
  const { show } = view
  const [left, width] = [leftOf(columns, head.col), columns[head.col]?.width ?? 0]
  useEffect(() => show({ row: head.row, left, width }), [show, head.row, left, width])

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
