import { type Locale, say } from '#kernel/text'
import { type Behaviour, behaviours, type Step } from './journey.ts'
import { cityOf } from './places.ts'
import { chineseTime } from './protocol.ts'
import type { Parcel, Push, Scan } from './store.ts'
import { carrierPageTexts } from './text.ts'
import { houses } from './waybill-numbers.ts'

export interface ShownParcel {
  readonly parcel: Parcel
  readonly scans: readonly Scan[]
  readonly pushes: readonly Push[]
  readonly next: Step | undefined
}

/** The one page of the sandbox, plain HTML: a person plays the courier with a button per parcel. */
export function carrierPage(
  parcels: readonly ShownParcel[],
  { locale, defaultBehaviour }: { locale: Locale; defaultBehaviour: Behaviour },
): string {
  const t = speaker(locale)
  const heads = ['waybill', 'route', 'trace', 'pushes', 'behaviour', 'actions']
    .map((key) => `<th scope="col">${t(key)}</th>`)
    .join('')
  const rows = parcels.map((shown) => rowOf(shown, locale)).join('')
  const table =
    parcels.length === 0
      ? `<p class="empty">${t('empty')}</p>`
      : `<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
  return `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('title')}</title><style>${style}</style></head><body>
<header><h1>${t('title')}</h1><span class="badge">${t('badge')}</span><nav><a href="/?lang=${locale}">${t('refresh')}</a> <a href="/?lang=${locale === 'zh' ? 'en' : 'zh'}">${t('language')}</a></nav></header>
<p>${t('lead')}</p>
<form method="post" action="/sandbox/behaviour?lang=${locale}"><label>${t('newParcels')} ${select(defaultBehaviour, locale)}</label> <button>${t('set')}</button></form>
<main>${table}</main></body></html>`
}

function rowOf({ parcel, scans, pushes, next }: ShownParcel, locale: Locale): string {
  const t = speaker(locale)
  const last = scans.at(-1)
  const waybill = escaped(parcel.waybill)
  const house = houses[parcel.carrier]?.[locale] ?? parcel.carrier
  const route = `${cityOf(parcel.sender)} → ${cityOf(parcel.recipient)} ${parcel.recipient.district}`
  const answered = pushes.filter((push) => push.answeredAt !== null).length
  const told = parcel.callback ? t('answered', { answered, all: pushes.length }) : t('notFollowed')
  return `<tr><td><strong>${waybill}</strong><small>${escaped(house)} · ${escaped(parcel.orderCode)}</small></td>
<td>${escaped(route)}<small>${escaped(parcel.recipient.name)} · ${escaped(parcel.goods)}</small>${parcel.collect ? `<small>${t('collect', { amount: escaped(parcel.collect) })}</small>` : ''}</td>
<td>${last ? `${escaped(last.text)}<small>${chineseTime(last.at)}</small>` : t('noTrace')}</td><td>${told}</td>
<td><form method="post" action="/sandbox/behaviour?lang=${locale}"><input type="hidden" name="waybill" value="${waybill}">
${select(parcel.behaviour, locale, t('setOf', { waybill }))} <button aria-label="${t('setOf', { waybill })}">${t('set')}</button></form></td>
<td>${buttonOf(parcel, next, locale)}</td></tr>`
}

function buttonOf(parcel: Parcel, next: Step | undefined, locale: Locale): string {
  const t = speaker(locale)
  if (parcel.cancelledAt) return t('cancelled')
  if (!next) return t('over')
  const label = t('advanceOf', { waybill: escaped(parcel.waybill), step: t(next.key) })
  return `<form method="post" action="/sandbox/parcels/${encodeURIComponent(parcel.waybill)}/advance?lang=${locale}">
<button class="go" aria-label="${label}">${t('advance')}</button><small>${t(next.key)}</small></form>`
}

function select(chosen: Behaviour, locale: Locale, label?: string): string {
  const t = speaker(locale)
  const options = behaviours
    .map((one) => `<option value="${one}"${one === chosen ? ' selected' : ''}>${t(one)}</option>`)
    .join('')
  return `<select name="behaviour"${label ? ` aria-label="${label}"` : ''}>${options}</select>`
}

const speaker =
  (locale: Locale) =>
  (key: string, values?: Record<string, unknown>): string =>
    say(carrierPageTexts, locale, key, values)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter]!)

const style = `:root{color:#1d1d1f;background:#faf8f5;font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums}
body{max-width:1200px;margin:0 auto;padding:24px 16px}header{display:flex;gap:12px;align-items:center;flex-wrap:wrap}h1{font-size:24px;margin:0}
.badge{background:#c8372d;color:#fff;border-radius:4px;padding:2px 10px;font-size:13px;letter-spacing:.05em}nav{margin-left:auto;display:flex;gap:16px}a{color:#1d1d1f}
main{overflow-x:auto;margin-top:20px}table{border-collapse:collapse;width:100%;background:#fff}th,td{text-align:left;vertical-align:top;padding:10px 12px;border-bottom:1px solid #e6e0d8}
th{font-weight:600;font-size:13px;color:#6b645b;white-space:nowrap}small{display:block;color:#6b645b;font-size:12px}td form{white-space:nowrap}
button,select{font:inherit;min-height:36px;padding:4px 12px;border:1px solid #1d1d1f;border-radius:6px;background:#fff;color:#1d1d1f;cursor:pointer}
button.go{background:#c8372d;border-color:#c8372d;color:#fff}:focus-visible{outline:3px solid #b7791f;outline-offset:2px}.empty{padding:48px;text-align:center;background:#fff}
@media(max-width:800px){thead{position:absolute;clip-path:inset(50%)}tr,td{display:block}tr{padding:8px 0;border-bottom:1px solid #1d1d1f}td{border:0;padding:4px 12px}button,select{min-height:44px}}`
