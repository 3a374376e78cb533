import { refusalKinds } from '#kernel/refusal'
import { say } from '#kernel/text'
import { statusOf } from '#platform/http'
import { webhookEvents } from '#platform/webhooks'
import { houseTexts } from '../texts.ts'
import { messageSchema } from './document.ts'
import { guideList, guideOf } from './guides.ts'
import { type Html, html, raw } from './html.ts'
import { type Call, type Group, matches, sides } from './operations.ts'
import { exampleOf, type JsonSchema } from './schema.ts'
import { fieldsOf, type Reader, sayer, showCall, titleOf } from './show-call.ts'
import { tagWord } from './tags.ts'

export interface Page {
  readonly title: string
  readonly main: Html
}

/** The first page: guides, then every group of calls. */
export function homePage(groups: readonly Group[], reader: Reader): Page {
  const t = sayer(reader)
  const main = html`<h1>${t('docs.title')}</h1><p class="lead">${t('docs.lead')}</p>
    <h2>${t('docs.start')}</h2><ol class="cards">${guideList(reader.locale).map(({ id, title, about }) => html`<li><a href="/api/docs/guides/${id}"><b>${title}</b><span>${about}</span></a></li>`)}
      <li><a href="/api/docs/events"><b>${t('docs.events')}</b><span>${t('docs.events.count', { count: webhookEvents().length })}</span></a></li>
      <li><a href="/api/docs/errors"><b>${t('docs.errors')}</b><span>${t('docs.errors.count', { count: codeRows(reader).length })}</span></a></li></ol>
    <h2>${t('docs.reference')}</h2>
    ${sides.map((side) => {
      const own = groups.filter((group) => group.side === side)
      return (
        own.length > 0 &&
        html`<h3>${t(`docs.side.${side}`)}</h3>${own.map((group) => callList(group.calls, reader, group))}`
      )
    })}
    <p><a href="/api/openapi.json">${t('docs.openapi')}</a></p>`
  return { title: t('docs.title'), main }
}

const addressOf = (group: Pick<Group, 'id'>, { operation }: Call): string =>
  `/api/docs/reference/${group.id}#${operation.operationId}`

const callList = (
  calls: readonly Call[],
  reader: Reader,
  group: Group,
): Html => html`<h4 id="${group.id}"><a href="/api/docs/reference/${group.id}">${tagWord(group.tag, reader.locale)}</a></h4>
  <ul class="calls">${calls.map(
    (
      call,
    ) => html`<li><a href="${addressOf(group, call)}"><b class="method ${call.method.toLowerCase()}">${call.method}</b>
    <code>${call.path}</code> <span>${titleOf(call, reader.locale)}</span></a></li>`,
  )}</ul>`

export function groupPage(group: Group, reader: Reader): Page {
  const t = sayer(reader)
  const title = `${t(`docs.side.${group.side}`)} · ${tagWord(group.tag, reader.locale)}`
  return {
    title,
    main: html`<h1>${title}</h1>${callList(group.calls, reader, group)}${group.calls.map((call) => showCall(call, reader))}`,
  }
}

export function guidePage(id: string, reader: Reader): Page | undefined {
  const guide = guideOf(id, reader)
  return guide && { title: guide.title, main: html`<article class="guide">${raw(guide.markup)}</article>` }
}

export function searchPage(groups: readonly Group[], text: string, reader: Reader): Page {
  const t = sayer(reader)
  const found = groups.flatMap((group) => {
    const calls = group.calls.filter((call) => matches(call, text))
    return calls.length > 0 ? [{ ...group, calls }] : []
  })
  const codes = codeRows(reader).filter(({ code, says }) =>
    `${code} ${says}`.toLowerCase().includes(text.toLowerCase()),
  )
  const count = found.reduce((all, { calls }) => all + calls.length, 0)
  const title = t(count + codes.length > 0 ? 'docs.search.found' : 'docs.search.none', { text, count })
  return {
    title,
    main: html`<h1>${title}</h1>${found.map((group) => callList(group.calls, reader, group))}
      ${codes.length > 0 && html`<h2>${t('docs.errors')}</h2>${codeTable(codes, reader)}`}`,
  }
}

interface CodeRow {
  readonly code: string
  readonly status: number
  readonly says: string
}

const codeRows = ({ locale }: Reader): CodeRow[] =>
  [...refusalKinds()]
    .filter(([code]) => code in houseTexts)
    .map(([code, kind]) => {
      const status = code.endsWith('.sign_in_needed') ? 401 : statusOf[kind]
      return { code, status, says: (houseTexts[code]?.[locale] ?? '').replaceAll(/\{(\w+)\}/g, '‹$1›') }
    })
    .toSorted((a, b) => a.status - b.status || a.code.localeCompare(b.code))

const codeTable = (
  rows: readonly CodeRow[],
  reader: Reader,
): Html => html`<div class="wide"><table><thead><tr><th>${sayer(reader)('docs.code')}</th><th>${sayer(reader)('docs.says')}</th></tr></thead>
  <tbody>${rows.map(({ code, says }) => html`<tr><td><code>${code}</code></td><td>${says}</td></tr>`)}</tbody></table></div>`

/** Every code there is, by status. */
export function errorsPage(reader: Reader): Page {
  const t = sayer(reader)
  const edge = [400, 404, 405, 413, 415, 503].map(
    (status): CodeRow => ({
      ...edgeCodes[status]!,
      status,
      says: say(houseTexts, reader.locale, edgeCodes[status]!.code),
    }),
  )
  const byStatus = [...Map.groupBy([...codeRows(reader), ...edge], ({ status }) => status)].toSorted(
    ([a], [b]) => a - b,
  )
  return {
    title: t('docs.errors'),
    main: html`<h1>${t('docs.errors')}</h1><p class="lead">${t('docs.errors.lead')} <a href="/api/docs/guides/errors">${t('docs.guides')}</a></p>
      ${byStatus.map(([status, rows]) => html`<h2 id="s${status}">${status} · ${say(houseTexts, reader.locale, `status.${status}`)}</h2>${codeTable(rows, reader)}`)}`,
  }
}

/** What the HTTP edge says by itself. */
const edgeCodes: Readonly<Record<number, { readonly code: string }>> = {
  400: { code: 'request.malformed' },
  404: { code: 'request.no_such_page' },
  405: { code: 'request.method' },
  413: { code: 'request.too_large' },
  415: { code: 'request.media_type' },
  503: { code: 'database.away' },
}

/** Every message that can be subscribed to, with its shape and an example. */
export function eventsPage(reader: Reader): Page {
  const t = sayer(reader)
  return {
    title: t('docs.events'),
    main: html`<h1>${t('docs.events')}</h1>
      <p class="lead">${t('docs.events.lead')} <a href="/api/docs/guides/webhooks">${t('docs.guides')}</a></p>
      ${webhookEvents().map(({ type, title, permission, schema }) => {
        const message = messageSchema(type, schema as JsonSchema)
        return html`<section class="call" id="${type}"><h2><a href="#${type}">${title[reader.locale]}</a></h2><p class="route"><code>${type}</code></p>
          <p class="facts">${t('docs.subscribe', { scope: permission })}</p><h3>data</h3>${fieldsOf(schema as JsonSchema, t)}
          <details><summary>${t('docs.example')}</summary><pre><code>${JSON.stringify(exampleOf(message, { all: true }), null, 2)}</code></pre></details></section>`
      })}`,
  }
}
