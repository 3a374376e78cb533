import { type RefObject, useEffect } from 'react'

/**
 * `j` and `k` go from row to row, `x` chooses the row, Enter opens it. The row itself has the focus, so that whoever listens hears it.
 * Nothing happens while somebody writes in a field or a dialog is open.
 */
export function useRowsByKey(section: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const rows = [...(section.current?.querySelectorAll<HTMLElement>('tr[data-row-key]') ?? [])]
      if (rows.length === 0 || !isForRows(event)) return
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const step = steps[event.key]
      if (step !== undefined) return goTo(rows, at < 0 ? 0 : at + step)
      const row = rows[at]
      if (!row) return
      if (event.key === 'x') row.querySelector<HTMLElement>('.ant-table-selection-column input')?.click()
      if (event.key === 'Enter' && document.activeElement === row) open(row)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [section])
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 }

function goTo(rows: readonly HTMLElement[], at: number): void {
  const row = rows[Math.min(Math.max(at, 0), rows.length - 1)]!
  row.tabIndex = -1
  row.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

/** A row opens as by a double click; one that does nothing then opens by its first link. */
function open(row: HTMLElement): void {
  const link = row.querySelector<HTMLElement>('a[href]')
  if (link) link.click()
  else row.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
}

const isForRows = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !isWriting(target) && !document.querySelector('[role="dialog"]:not([hidden])')

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [role="combobox"]'))
