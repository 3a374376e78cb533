import { InputNumber } from 'antd'
import { decimalsOf, type Money } from '#kernel/money'

interface MoneyInputProps {
  readonly id?: string
  readonly currency: string
  readonly value?: Money | null
  readonly onChange?: (money: Money | null) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  /** Where no visible label stands beside it: a cell of a table. */
  readonly label?: string
}

/** Beyond it a number is not kept exactly. */
const most = Number.MAX_SAFE_INTEGER

/** An amount typed in the currency's whole units and kept in its smallest ones. */
export function MoneyInput({ currency, value, onChange, label, ...rest }: MoneyInputProps) {
  const decimals = decimalsOf(currency)
  const size = 10 ** decimals
  const change = (typed: number | null) =>
    onChange?.(typed === null ? null : { minor: Math.round(typed * size), currency })
  return (
    <InputNumber
      {...rest}
      aria-label={label}
      style={{ width: '100%' }}
      min={0}
      max={most / size}
      precision={decimals}
      prefix={currency === 'CNY' ? '¥' : currency}
      value={value ? value.minor / size : null}
      onChange={change}
    />
  )
}
