import type { TargetedToggleEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { BuyOptionsProps, OfferedVariant } from '../../offered.ts'
import Stepper from './Stepper.tsx'

/**
 * Options, price, stock and quantity of a product. Without JavaScript the same radios and the same field are sent, and the
 * server finds the variant; with it price and stock follow each choice and impossible combinations are struck out. On a phone
 * the options are a sheet from below, which the browser opens and closes by itself.
 */
export default function BuyOptions(props: BuyOptionsProps) {
  const { options, variants, range, words } = props
  const [chosen, choose] = useState(props.chosen)
  const found = variants.find(({ values }) => values.every((value, index) => value === chosen[index]))
  const take = (index: number, value: string) => {
    const wanted = chosen.map((each, at) => (at === index ? value : each))
    choose(wanted)
    showPicture(variants.find(({ values }) => values.every((each, at) => each === wanted[at]))?.picture)
  }
  const hasSheet = options.length > 0
  const inWords = chosen.join(' · ')
  return (
    <>
      <p class="prices">
        {found && <Price {...found} label={words.was} />}
        {range && <span class="small quiet">{range}</span>}
      </p>
      {found && <Receipt {...found} words={words} />}
      {hasSheet && (
        <button type="button" class="chosen" popovertarget="sku">
          <span class="quiet">{words.chosen}</span>
          <span>
            {inWords}
            {found && found.available < 1 && <span class="bad"> · {words.soldOut}</span>}
          </span>
          <span aria-hidden="true">›</span>
        </button>
      )}
      <div id="sku" class={hasSheet ? 'sku' : 'sku plain'} popover={hasSheet ? 'auto' : undefined} onToggle={enter}>
        {hasSheet && (
          <div class="sku-head">
            {found?.pictureId && <img src={`/pictures/${found.pictureId}/160.webp`} alt="" width={88} height={88} />}
            <p>
              {found && <Price {...found} label={words.was} />}
              <span class="small quiet">{inWords}</span>
            </p>
            <button type="button" class="close" popovertarget="sku" popovertargetaction="hide" aria-label={words.close}>
              ×
            </button>
          </div>
        )}
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
                  <span class={isMade(variants, chosen, index, value) ? '' : 'gone'}>{value}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <Ends {...props} found={found} />
      </div>
    </>
  )
}

/** What Tab stops at in the sheet. */
const stopsIn = (sheet: HTMLElement): HTMLElement[] => [
  ...sheet.querySelectorAll<HTMLElement>('button:enabled, input:checked, input:not([type=radio])'),
]

/** Whoever opens the sheet is in it; the browser closes it by Escape and gives the focus back. */
function enter({ currentTarget, newState }: TargetedToggleEvent<HTMLElement>): void {
  if (newState !== 'open') return
  currentTarget.addEventListener('keydown', keepWithin)
  stopsIn(currentTarget)[0]?.focus()
}

/** Tab goes round in the open sheet: what lies behind it is covered. */
function keepWithin(event: KeyboardEvent): void {
  const sheet = event.currentTarget as HTMLElement
  if (event.key !== 'Tab' || !sheet.matches(':popover-open')) return
  const stops = stopsIn(sheet)
  if (document.activeElement !== stops.at(event.shiftKey ? 0 : -1)) return
  event.preventDefault()
  stops.at(event.shiftKey ? -1 : 0)?.focus()
}

type EndsProps = Pick<BuyOptionsProps, 'quantity' | 'waitAt' | 'words'> & { found?: OfferedVariant }

/** How many, what is left, and the two ways to go on; of what is sold out, to be told when it is back. */
function Ends({ quantity, waitAt, words, found }: EndsProps) {
  const left = found?.available ?? 0
  const isOut = found !== undefined && left < 1
  const waits = isOut && found.waits
  return (
    <>
      <div class="row wraps">
        {!isOut && <Stepper name="quantity" initial={quantity} most={Math.max(left, 1)} words={words} />}
        <p class={`state ${left > 0 ? (left < 10 ? 'warn' : 'good') : 'bad'}`} aria-live="polite">
          {found ? found.state : words.notMade}
          {waits && <span class="quiet"> · {words.waiting}</span>}
        </p>
      </div>
      <div class="sku-ends two-buttons">
        {isOut ? (
          <button
            class={waits ? 'button wide' : 'button main wide'}
            type="submit"
            name="do"
            value={waits ? 'stop' : 'wait'}
            formaction={waitAt}
            data-event=""
          >
            {waits ? words.stop : words.wait}
          </button>
        ) : (
          <>
            <button class="button wide" type="submit" name="do" value="cart">
              {words.add}
            </button>
            <button class="button main wide" type="submit" name="do" value="buy">
              {words.buy}
            </button>
          </>
        )}
      </div>
    </>
  )
}

/** How the price comes about, part by part. */
function Receipt({
  receipt,
  total,
  words,
}: Pick<OfferedVariant, 'receipt' | 'total'> & {
  words: BuyOptionsProps['words']
}) {
  return (
    <details class="receipt">
      <summary>
        <span>
          {total.name} <strong>{total.amount}</strong>
        </span>
        <span class="why-price">{words.why}</span>
      </summary>
      <dl class="facts amounts">
        {receipt.map(({ name, amount }) => (
          <>
            <dt>{name}</dt>
            <dd>{amount}</dd>
          </>
        ))}
        <dt class="total">{total.name}</dt>
        <dd class="total">{total.amount}</dd>
      </dl>
      <p class="small quiet">{words.receipt}</p>
    </details>
  )
}

/** Slides the gallery to the picture of what was chosen. */
function showPicture(number: number | undefined): void {
  const picture = number ? document.getElementById(`p${number}`) : null
  if (picture?.parentElement) picture.parentElement.scrollLeft = picture.offsetLeft - picture.parentElement.offsetLeft
}

function Price({ price, was, label }: Pick<OfferedVariant, 'price' | 'was'> & { label: string }) {
  return (
    <>
      <span class="price big">
        <span class="symbol">{price.symbol}</span>
        {price.whole}
        <span class="fraction">{price.fraction}</span>
      </span>
      {was && (
        <span class="small quiet">
          {' '}
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
