import { useState } from 'preact/hooks'
import Stepper from './Stepper.tsx'

export interface PriceParts {
  readonly symbol: string
  readonly whole: string
  readonly fraction: string
}

export interface OfferedVariant {
  readonly values: readonly string[]
  readonly price: PriceParts
  readonly was: string | null
  readonly available: number
  /** Which picture shows it: 1 is the first. */
  readonly picture: number
  /** What is left, in words. */
  readonly state: string
}

export interface BuyOptionsProps {
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly variants: readonly OfferedVariant[]
  readonly chosen: readonly string[]
  readonly quantity: number
  readonly words: Readonly<Record<'notMade' | 'soldOut' | 'quantity' | 'less' | 'more' | 'add' | 'buy' | 'was', string>>
}

/**
 * Options, price, stock and quantity of a product. Without JavaScript the same radios and the same field are sent, and the
 * server finds the variant; with it price and stock follow each choice and impossible combinations are struck out.
 */
export default function BuyOptions({ options, variants, chosen: initial, quantity, words }: BuyOptionsProps) {
  const [chosen, choose] = useState(initial)
  const found = variants.find(({ values }) => values.every((value, index) => value === chosen[index]))
  const left = found?.available ?? 0
  const take = (index: number, value: string) => {
    const wanted = chosen.map((each, at) => (at === index ? value : each))
    choose(wanted)
    showPicture(variants.find(({ values }) => values.every((each, at) => each === wanted[at]))?.picture)
  }
  return (
    <>
      <p class="prices">{found && <Price {...found} label={words.was} />}</p>
      {options.map((option, index) => (
        <fieldset class="option" key={option.name}>
          <legend>{option.name}</legend>
          <div class="choices">
            {option.values.map((value) => (
              <label class="choice" key={value}>
                <input
                  type="radio"
                  name={`o${index}`}
                  value={value}
                  checked={chosen[index] === value}
                  onChange={() => take(index, value)}
                />
                <span class={isMade(variants, chosen, index, value) ? '' : 'quiet'}>{value}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div class="row wraps">
        <Stepper name="quantity" initial={quantity} most={Math.max(left, 1)} words={words} />
        <p class={`state ${left > 0 ? (left < 10 ? 'warn' : 'good') : 'bad'}`} aria-live="polite">
          {found ? found.state : words.notMade}
        </p>
      </div>
      <div class="actionbar phone-only">
        <div class="row two-buttons">
          <button class="button wide" type="submit" name="do" value="cart" disabled={found !== undefined && left < 1}>
            {found && left < 1 ? words.soldOut : words.add}
          </button>
          <button
            class="button main wide"
            type="submit"
            name="do"
            value="buy"
            disabled={found !== undefined && left < 1}
          >
            {words.buy}
          </button>
        </div>
      </div>
    </>
  )
}

/** Slides the gallery to the picture of what was chosen. */
function showPicture(number: number | undefined): void {
  const picture = number ? document.getElementById(`p${number}`) : null
  if (picture?.parentElement) picture.parentElement.scrollLeft = picture.offsetLeft - picture.parentElement.offsetLeft
}

function Price({ price, was, label }: OfferedVariant & { label: string }) {
  return (
    <>
      <span class="price big">
        <span class="symbol">{price.symbol}</span>
        {price.whole}
        <span class="fraction">{price.fraction}</span>
      </span>
      {was && (
        <span class="small quiet">
          {label} <s class="was">{was}</s>
        </span>
      )}
    </>
  )
}

/** Whether a value exists together with what is chosen in the other options. */
const isMade = (
  variants: readonly OfferedVariant[],
  chosen: readonly string[],
  index: number,
  value: string,
): boolean =>
  variants.some(
    ({ values, available }) =>
      available > 0 && values.every((each, at) => each === (at === index ? value : chosen[at])),
  )
