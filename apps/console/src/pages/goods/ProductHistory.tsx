import { Card } from 'antd'
import { useText } from '../../frame/language.ts'
import { type EventRow, History } from '../History.tsx'
import { productText } from './product-text.ts'

/** Who did what to the product, newest first. */
export function ProductHistory({ id, version }: { readonly id: string; readonly version: number }) {
  const t = useText(productText)
  return (
    <Card title={t('history.title')} size="small">
      <History path={`/products/${id}/history`} needs="products.read" version={version} textOf={useEventText()} />
    </Card>
  )
}

function useEventText(): (event: EventRow) => string {
  const t = useText(productText)
  return ({ type, data }) => {
    const parts = Object.keys((data.after as object | undefined) ?? {}).map((part) => textOr(t, `part.${part}`, part))
    return textOr(t, `event.${type}`, type, { parts: parts.join('、'), reason: data.reason ?? '' })
  }
}

type Say = (key: keyof typeof productText, values?: Readonly<Record<string, unknown>>) => string

const textOr = (t: Say, key: string, otherwise: string, values = {}): string =>
  key in productText ? t(key as keyof typeof productText, values) : otherwise
