import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Switch, Typography } from 'antd'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { useMissing } from '../../frame/rights.ts'
import type { Product } from './product-form.ts'
import { productText } from './product-text.ts'

/** Which variants very many will want at the same moment. */
export function ProductHot({ product }: { readonly product: Product }) {
  const t = useText(productText)
  const hot = useQuery(asking('GET /api/v1/admin/stock/hot'))
  const active = product.variants.filter(({ status }) => status === 'active')
  return (
    <Card title={t('hot.title')} size="small">
      <Typography.Paragraph type="secondary">{t('hot.about')}</Typography.Paragraph>
      {active.length === 0 && <Typography.Text type="secondary">{t('hot.none')}</Typography.Text>}
      <Loaded query={hot}>
        {(marked) => (
          <Flex vertical gap="small">
            {active.map(({ id, sku }) => (
              <Mark key={id} id={id} sku={sku} isHot={marked.includes(id)} />
            ))}
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}

function Mark({ id, sku, isHot }: { readonly id: string; readonly sku: string; readonly isHot: boolean }) {
  const t = useText(productText)
  const act = useAct()
  const missing = useMissing('stock.adjust')
  const reload = useReload('GET /api/v1/admin/stock/hot')
  const mark = async (hot: boolean) => {
    await act(
      () => ask('PUT /api/v1/admin/stock/{id}/hot', { path: { id }, body: { hot } }),
      t(hot ? 'hot.on' : 'hot.off'),
    )
    await reload()
  }
  return (
    <Flex gap="small" align="center">
      <Switch
        aria-label={sku}
        checked={isHot}
        disabled={missing !== undefined}
        title={missing}
        onChange={(hot) => void mark(hot)}
      />
      <Typography.Text>{sku}</Typography.Text>
    </Flex>
  )
}
