import { Card, Typography } from 'antd'
import { asking } from '../../frame/asking.ts'
import type { Changed } from '../../frame/contest.tsx'
import { comma } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { type EventRow, History } from '../History.tsx'
import { changesBetween } from './history-changes.ts'
import { productText } from './product-text.ts'

/** Who did what to the product, newest first. */
export function ProductHistory({ id, version }: { readonly id: string; readonly version: number }) {
  const t = useText(productText)
  return (
    <Card title={t('history.title')} size="small">
      <History
        question={asking('GET /api/v1/admin/products/{id}/history', { path: { id } })}
        needs="products.read"
        version={version}
        textOf={useEventText()}
        detailOf={(event) => <Changes event={event} />}
      />
    </Card>
  )
}

const shown = new Set(['product.changed', 'product.selling_changed'])

/** What each field was and became. */
function Changes({ event }: { readonly event: EventRow }) {
  const t = useText(productText)
  const changes = useProductChanges()(event)
  if (changes.length === 0) return null
  return (
    <details>
      <summary>{t('history.changes', { count: changes.length })}</summary>
      <dl className="changes">
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              <Typography.Text delete type="secondary">
                {before}
              </Typography.Text>{' '}
              → {after}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** What an event changed of a product, field by field in words; nothing where it tells of no fields. */
export function useProductChanges(): (event: Pick<EventRow, 'type' | 'data'>) => Changed[] {
  const t = useText(productText)
  const words = (value: string) =>
    (value === 'true' ? t('history.yes') : value === 'false' ? t('history.no') : value) || '—'
  return ({ type, data }) =>
    (shown.has(type) ? changesBetween(data.before, data.after) : []).map(
      ({ path: [part = '', ...rest], before, after }) => ({
        field: [textOr(t, `part.${part}`, part), ...rest.map((each) => textOr(t, `field.${each}`, each))].join(' · '),
        before: words(before),
        after: words(after),
      }),
    )
}

function useEventText(): (event: EventRow) => string {
  const t = useText(productText)
  return ({ type, data }) => {
    const parts = Object.keys((data.after as object | undefined) ?? {}).map((part) => textOr(t, `part.${part}`, part))
    const planned = data.plannedBy ? t('history.planned', { by: data.plannedBy }) : ''
    return planned + textOr(t, `event.${type}`, type, { parts: parts.join(comma()), reason: data.reason ?? '' })
  }
}

type Say = (key: keyof typeof productText, values?: Readonly<Record<string, unknown>>) => string

const textOr = (t: Say, key: string, otherwise: string, values = {}): string =>
  key in productText ? t(key as keyof typeof productText, values) : otherwise
