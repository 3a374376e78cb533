import { useQuery } from '@tanstack/react-query'
import { Form, Radio, Skeleton, Typography } from 'antd'
import type { InputOf } from '#client'
import { splitRules } from '#model/sales/bulk'
import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { bulkPageText } from './bulk-page-text.ts'
import { Boxes, Rest } from './OrderBoxes.tsx'
import { WarehouseField } from './OrderDispatchVerbs.tsx'

type PreviewBody = InputOf<'POST /api/v1/admin/bulk-runs/split-preview'>['body']
export type Which = Pick<PreviewBody, 'orderIds' | 'filter'>

/** By which rule the chosen orders are split, and what becomes of the first of them. */
export function SplitFields({ which }: { readonly which: Which }) {
  const t = useText(bulkPageText)
  const form = Form.useFormInstance<PreviewBody['details']>()
  const by = Form.useWatch('by', form)
  const warehouseId = Form.useWatch('warehouseId', form)
  return (
    <>
      <Form.Item name="by" label={t('split.by')} initialValue="line">
        <Radio.Group
          options={splitRules.map((way) => ({ value: way, label: t(`split.by.${way}`) }))}
          style={{ display: 'grid', gap: 8 }}
        />
      </Form.Item>
      {by === 'warehouse' && <WarehouseField />}
      {(by !== 'warehouse' || warehouseId) && <Previews which={which} details={{ by: by ?? 'line', warehouseId }} />}
    </>
  )
}

function Previews({ which, details }: { readonly which: Which; readonly details: PreviewBody['details'] }) {
  const t = useText(bulkPageText)
  const { data, error } = useQuery({
    queryKey: ['split-preview', details, which],
    queryFn: () => ask('POST /api/v1/admin/bulk-runs/split-preview', { body: { ...which, details } }),
    gcTime: 0,
    retry: false,
  })
  if (error) return <ProblemAlert error={error} />
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />
  return (
    <section aria-label={t('split.preview')}>
      <Typography.Text type="secondary">
        {t(details.by === 'stock' ? 'split.preview.parts' : 'split.preview.about', { count: data.rows.length })}
      </Typography.Text>
      <ul className="split-preview">
        {data.rows.map((row) => (
          <li key={row.orderId}>
            <strong>{row.number}</strong>
            <Boxes lines={row.lines} boxes={row.before} />
            {row.after ? (
              <>
                <span aria-hidden>→</span>
                <span className="hidden">{t('split.becomes')}</span>
                <Boxes lines={row.lines} boxes={row.after} />
                {details.by === 'stock' && (
                  <span>
                    {t('split.follows')} <Rest lines={row.lines} part={row} />
                  </span>
                )}
              </>
            ) : (
              <Typography.Text type="danger">{row.message}</Typography.Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
