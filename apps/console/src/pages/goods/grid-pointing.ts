import { type RefObject, useEffect, useState } from 'react'
import type { BatchField } from '#model/goods/batches'
import type { GridTableProps } from './GridTable.tsx'
import { type At, spanOf, through } from './grid-range.ts'
import { shown } from './grid-shown.ts'
import { placeOf } from './grid-state.ts'
import type { View } from './grid-view.ts'

interface Pointing {
  readonly onPress: (at: At, event: MouseEvent) => void
  readonly onPass: (at: At, event: MouseEvent) => void
  readonly onOpen: () => void
  readonly onHead: (col: number) => void
}

/** The mouse over the cells of a table, heard once for all of them; whatever it does the keyboard does too. */
export function usePointing(table: RefObject<HTMLTableElement | null>, pointing: Pointing): void {
  useEffect(() => {
    const box = table.current
    if (!box) return
    const ended = new AbortController()
    const { signal } = ended
    const onCell = (tell: (at: At, event: MouseEvent) => void) => (event: MouseEvent) => {
      const at = cellUnder(event)
      if (at && at.row >= 0) tell(at, event)
    }
    box.addEventListener('mousedown', onCell(pointing.onPress), { signal })
    box.addEventListener('mouseover', onCell(pointing.onPass), { signal })
    box.addEventListener('dblclick', onCell(pointing.onOpen), { signal })
    box.addEventListener(
      'click',
      (event) => {
        const at = cellUnder(event)
        if (at && at.row < 0) pointing.onHead(at.col)
      },
      { signal },
    )
    return () => ended.abort()
  })
}

/** The cell under the mouse, in row -1 for a head; undefined over the names of the rows. */
function cellUnder({ target }: MouseEvent): At | undefined {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null
  if (!cell || cell.cellIndex === 0) return undefined
  return { row: Number(cell.parentElement?.getAttribute('aria-rowindex')) - 2, col: cell.cellIndex - 1 }
}

/** Pulls the chosen cells down over the rows below: their texts again and again. */
export function useFilling({ grid, rows, columns, words, range, onType, onRange }: GridTableProps, view: View) {
  const [until, setUntil] = useState<number>()
  const begin = (event: Pick<MouseEvent, 'preventDefault'>) => {
    event.preventDefault()
    const { top, bottom, left, right } = spanOf(range)
    let last = bottom
    const move = ({ clientY }: MouseEvent) => {
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
