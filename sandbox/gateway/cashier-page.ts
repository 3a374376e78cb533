import { decimalText, money } from '#kernel/money'
import { type Locale, say } from '#kernel/text'
import { type NoticeBehaviour, noticeBehaviours } from './behaviour.ts'
import { cashierStyle } from './cashier-style.ts'
import type { TradeRow } from './store.ts'
import { cashierTexts } from './text.ts'

export interface CashierPage {
  readonly locale: Locale
  readonly trade: TradeRow
  /** Where the merchant wants the buyer back; absent when it named no usable address. */
  readonly returnUrl?: string
  /** Said instead of the trade's state, after the buyer chose. */
  readonly outcome?: 'cancelled'
}

/** The page on which a buyer decides. Plain HTML forms: it works without JavaScript. */
export function cashierPage(page: CashierPage): string {
  const { locale, trade } = page
  const asks = trade.state === 'NOTPAY' && !page.outcome
  return frame(
    locale,
    `
    <header>
      <p class="badge">${text(locale, 'badge')}</p>
      <a class="language" href="${escaped(otherLanguage(page))}" hreflang="${tag(other(locale))}" lang="${tag(other(locale))}">${text(locale, 'other_language')}</a>
    </header>
    <section class="slip" aria-labelledby="amount-label">
      <h1 id="amount-label">${text(locale, 'pay_for')}</h1>
      ${amount(trade)}
      ${facts(locale, trade)}
    </section>
    ${asks ? form(page) : result(page)}`,
  )
}

export const unknownTradePage = (locale: Locale): string =>
  frame(
    locale,
    `<header><p class="badge">${text(locale, 'badge')}</p></header><p class="state" role="status">${text(locale, 'unknown')}</p>`,
  )

const frame = (locale: Locale, body: string): string => `<!doctype html>
<html lang="${tag(locale)}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${text(locale, 'title')}</title>
  <link rel="icon" href="data:,">
  <style>${cashierStyle}</style>
</head>
<body><main>${body}</main></body>
</html>`

function amount(trade: TradeRow): string {
  const [whole, fraction] = decimalText(money(trade.total, trade.currency)).split('.')
  return `<p class="amount"><span class="sign">¥</span>${whole}<span class="fraction">.${fraction}</span></p>`
}

function facts(locale: Locale, trade: TradeRow): string {
  const rows = [
    [text(locale, 'description'), escaped(trade.description)],
    [text(locale, 'number'), `<span class="number">${escaped(trade.number)}</span>`],
    ...(trade.state === 'NOTPAY' ? [[text(locale, 'expires'), moment(locale, trade.expires_at)]] : []),
  ]
  return `<dl>${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`
}

const moment = (locale: Locale, at: string): string =>
  Temporal.Instant.from(at).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  })

const form = ({ locale, trade, returnUrl }: CashierPage): string => `
    <form method="post" action="/cashier">
      <input type="hidden" name="prepay_id" value="${escaped(trade.prepay_id)}">
      <input type="hidden" name="redirect_url" value="${escaped(returnUrl ?? '')}">
      <input type="hidden" name="lang" value="${locale}">
      <button class="pay" name="outcome" value="pay">${text(locale, 'pay')}</button>
      <div class="pair">
        <button name="outcome" value="fail">${text(locale, 'fail')}</button>
        <button name="outcome" value="cancel">${text(locale, 'cancel')}</button>
      </div>
      <details>
        <summary>${text(locale, 'experiments')}</summary>
        <fieldset>
          <legend>${text(locale, 'experiments_hint')}</legend>
          ${noticeBehaviours.map((behaviour) => choice(locale, behaviour)).join('')}
        </fieldset>
      </details>
    </form>`

const choice = (locale: Locale, behaviour: NoticeBehaviour): string => `
          <label>
            <input type="radio" name="notice" value="${behaviour}"${behaviour === 'normal' ? ' checked' : ''}>
            <span>${text(locale, behaviour)}<small>${text(locale, `${behaviour}_hint`)}</small></span>
          </label>`

function result({ locale, trade, returnUrl, outcome }: CashierPage): string {
  const paid = trade.state === 'SUCCESS' || trade.state === 'REFUND'
  return `
    <p class="state${paid ? ' done' : ''}" role="status">${text(locale, outcome ?? `state_${trade.state}`)}</p>
    ${returnUrl ? `<a class="pay" href="${escaped(returnUrl)}">${text(locale, 'back')}</a>` : ''}`
}

const otherLanguage = ({ locale, trade, returnUrl }: CashierPage): string =>
  `/cashier?${new URLSearchParams({ prepay_id: trade.prepay_id, ...(returnUrl && { redirect_url: returnUrl }), lang: other(locale) })}`

const other = (locale: Locale): Locale => (locale === 'zh' ? 'en' : 'zh')
const tag = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en')
const text = (locale: Locale, key: string): string => escaped(say(cashierTexts, locale, key))
const escaped = (raw: string): string =>
  raw.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  )
