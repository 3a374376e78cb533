import type { OrderFlag } from '#model/sales/orders'
import { useText } from '../../frame/language.ts'
import { workbenchText } from './workbench-text.ts'
import './workbench.css'

/** A flag: its colour and, so that nobody has to tell colours apart, its name. */
export function FlagMark({ flag, isBrief = false }: { readonly flag: OrderFlag; readonly isBrief?: boolean }) {
  const name = useText(workbenchText)(`flag.${flag}`)
  return (
    <span className={`flag flag-${flag}`} title={isBrief ? name : undefined}>
      <svg width="12" height="14" viewBox="0 0 12 14" aria-hidden="true">
        <path d="M1 0v14M1 1h10L8.5 4.5 11 8H1z" />
      </svg>
      <span className={isBrief ? 'hidden' : undefined}>{name}</span>
    </span>
  )
}
