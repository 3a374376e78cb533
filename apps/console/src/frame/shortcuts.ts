import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** Pages that `g` and a letter open, as in the shops people come from. */
export const leaps: Readonly<Record<string, string>> = {
  o: '/orders',
  p: '/products',
  s: '/stock',
  r: '/returns',
  i: '/issues',
  h: '/',
}
/** What the key is called that is held with others. */
export const commandKey = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'

const leapMillis = 1_200

export interface Shortcuts {
  readonly onFind: () => void
  readonly onHelp: () => void
}

/** Ctrl/⌘ K finds, `/` goes to the search of the page, `?` shows the keys, `g` and a letter opens a page. Nothing happens while somebody writes in a field. */
export function useShortcuts({ onFind, onHelp }: Shortcuts): void {
  const navigate = useNavigate()
  const leaping = useRef(0)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        return onFind()
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (event.key === '?') return onHelp()
      if (event.key === '/') return search(event)
      const to = leaps[event.key]
      if (to && event.timeStamp - leaping.current < leapMillis) void navigate({ to: to as string })
      leaping.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [navigate, onFind, onHelp])
}

/** To the first search of the page, if it has one. */
function search(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLElement>('#content .ant-input-search input, #content input[type="search"]')
  if (!field) return
  event.preventDefault()
  field.focus()
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'))
