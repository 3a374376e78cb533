import { type ReactNode, useState } from 'react'
import { semicolon } from '../frame/format.ts'
import { useText } from '../frame/language.ts'
import { useEnterCode } from './scanning.tsx'
import { pdaText } from './text.ts'

/** A button that a gloved thumb hits. One that cannot be pressed says why underneath. */
export function BigButton({
  children,
  onClick,
  main,
  danger,
  blocked,
}: {
  readonly children: ReactNode
  readonly onClick: () => void
  readonly main?: boolean
  readonly danger?: boolean
  readonly blocked?: string | false | undefined
}) {
  const look = `pda-button${main ? ' main' : ''}${danger ? ' danger' : ''}`
  return (
    <>
      <button type="button" className={look} disabled={Boolean(blocked)} onClick={onClick}>
        {children}
      </button>
      {blocked && <small className="pda-why">{blocked}</small>}
    </>
  )
}

/** How far the task is: "7/32". */
export function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const t = useText(pdaText)
  return (
    <div className="pda-progress">
      <progress max={Math.max(total, 1)} value={done} aria-label={t('progress')} />
      <strong>
        {done}/{total}
      </strong>
    </div>
  )
}

/** One instruction, as large as it fits. */
export function Instruction({
  step,
  target,
  children,
}: {
  readonly step: string
  readonly target: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <section className="pda-instruction" aria-live="polite">
      <h2>{step}</h2>
      <p className="pda-target">{target}</p>
      {children}
    </section>
  )
}

/** For a label that cannot be read: the code is typed and counts as a scan. */
export function ManualEntry() {
  const t = useText(pdaText)
  const enter = useEnterCode()
  const [open, setOpen] = useState(false)
  if (!open) return <BigButton onClick={() => setOpen(true)}>{t('manual')}</BigButton>
  return (
    <form
      className="pda-row"
      onSubmit={(event) => {
        event.preventDefault()
        const code = String(new FormData(event.currentTarget).get('code') ?? '').trim()
        setOpen(false)
        if (code) enter(code)
      }}
    >
      <input
        className="pda-input"
        name="code"
        aria-label={t('manual')}
        autoComplete="off"
        autoCapitalize="characters"
        ref={(input) => input?.focus()}
      />
      <button type="submit" className="pda-button main">
        {t('ok')}
      </button>
    </form>
  )
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'C', '0', '←']

/** Digits for gloves. */
export function Keypad({
  value,
  onChange,
  most,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly most: number
}) {
  const t = useText(pdaText)
  const press = (key: string) => {
    if (key === 'C') return onChange('')
    if (key === '←') return onChange(value.slice(0, -1))
    const next = `${value}${key}`.replace(/^0+/, '')
    if (Number(next) <= most) onChange(next)
  }
  const names: Record<string, string> = { C: t('key.clear'), '←': t('key.back') }
  return (
    <fieldset className="pda-keypad" aria-label={t('keypad')}>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          className="pda-button"
          aria-label={names[key] ?? key}
          onClick={() => press(key)}
        >
          {key}
        </button>
      ))}
    </fieldset>
  )
}

/** A choice of a few, one touch each. */
export function Choices<Value extends string>({
  options,
  onChoose,
}: {
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChoose: (value: Value) => void
}) {
  return (
    <div className="pda-choices">
      {options.map(({ value, label }) => (
        <button key={value} type="button" className="pda-button" onClick={() => onChoose(value)}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** Something that must be read before going on. */
export const Notice = ({ children }: { readonly children: ReactNode }) => <p className="pda-notice">{children}</p>

/** What the buyer asked for must be read by whoever has the goods in hand. */
export function Requests({ requests }: { readonly requests: readonly string[] }) {
  const t = useText(pdaText)
  if (requests.length === 0) return null
  return (
    <Notice>
      <strong>{t('requests')}</strong> {requests.join(semicolon())}
    </Notice>
  )
}
