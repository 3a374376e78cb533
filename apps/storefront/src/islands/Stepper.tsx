import { useState } from 'preact/hooks'

export interface StepperProps {
  readonly name: string
  readonly initial: number
  readonly most: number
  readonly words: Readonly<Record<'quantity' | 'less' | 'more', string>>
  /** Sends its form a moment after the last change. */
  readonly sends?: boolean
}

/** How many pieces. The field alone works without JavaScript; the buttons beside it need it. */
export default function Stepper({ name, initial, most, words, sends }: StepperProps) {
  const [quantity, set] = useState(initial)
  const change = (to: number, field: HTMLElement) => {
    const next = Math.min(Math.max(1, to || 1), most)
    set(next)
    if (sends) sendSoon(field.closest('form'), next !== initial)
  }
  return (
    <fieldset class="stepper">
      <legend class="hidden">{words.quantity}</legend>
      <button
        type="button"
        aria-label={words.less}
        disabled={quantity <= 1}
        onClick={(event) => change(quantity - 1, event.currentTarget)}
      >
        −
      </button>
      <input
        name={name}
        type="number"
        inputMode="numeric"
        min={1}
        max={9999}
        aria-label={words.quantity}
        value={quantity}
        onChange={(event) => change(event.currentTarget.valueAsNumber, event.currentTarget)}
      />
      <button
        type="button"
        aria-label={words.more}
        disabled={quantity >= most}
        onClick={(event) => change(quantity + 1, event.currentTarget)}
      >
        +
      </button>
    </fieldset>
  )
}

const waiting = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>()

function sendSoon(form: HTMLFormElement | null, changed: boolean): void {
  if (!form) return
  clearTimeout(waiting.get(form))
  if (changed)
    waiting.set(
      form,
      setTimeout(() => form.requestSubmit(), 600),
    )
}
