import { useSyncExternalStore } from 'react'

/** How the console looks: as the system does, or always light or dark. It belongs to the screen in front of a person, so the browser keeps it. */
export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

const kept = 'zg_appearance'
const system = matchMedia('(prefers-color-scheme: dark)')
const paper = matchMedia('print')
const listeners = new Set<() => void>()
let chosen: Appearance = read()

function read(): Appearance {
  const said = localStorage.getItem(kept)
  return appearances.find((each) => each === said) ?? 'system'
}

/** Paper is light whatever the screen shows. */
export const isDark = (): boolean => !paper.matches && (chosen === 'system' ? system.matches : chosen === 'dark')

function show(): void {
  document.documentElement.dataset.look = isDark() ? 'dark' : 'light'
  for (const listener of listeners) listener()
}
show()
system.addEventListener('change', show)
paper.addEventListener('change', show)

/** Changes the look at once and for the next visits from this browser. */
export function appear(next: Appearance): void {
  chosen = next
  localStorage.setItem(kept, next)
  show()
}

const heard = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useAppearance = (): Appearance => useSyncExternalStore(heard, () => chosen)
export const useIsDark = (): boolean => useSyncExternalStore(heard, isDark)
