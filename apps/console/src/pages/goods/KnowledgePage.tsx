import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Descriptions, Flex, Input, Tag, Typography } from 'antd'
import { knowledgeText } from '#model/goods/knowledge'
import { asking } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, semicolon } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import './goods.css'
import { knowledgePageText } from './knowledge-text.ts'
import { Picture } from './Picture.tsx'

type Known = RowOf<'GET /api/v1/admin/knowledge'>

/** Quick answers: one field to search, cards with everything a buyer may ask. */
export default function KnowledgePage() {
  const t = useText(knowledgePageText)
  const [{ text }, filter] = useFilters(['text'])
  const known = useQuery(asking('GET /api/v1/admin/knowledge', { query: { text } }))
  return (
    <Page title={t('title')} about={t('about')}>
      <Input.Search
        autoFocus
        allowClear
        size="large"
        aria-label={t('search')}
        placeholder={t('search')}
        defaultValue={text}
        style={{ maxWidth: 480 }}
        onSearch={(value) => filter({ text: value || undefined })}
      />
      <Loaded query={known}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing says={t('empty')} next="/products" />
          ) : (
            <div className="knowledge">
              {rows.map((row) => (
                <KnownCard key={row.productId} known={row} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function KnownCard({ known }: { readonly known: Known }) {
  const t = useText(knowledgePageText)
  const say = useText(knowledgeText)
  const language = useLocale()
  const { card, facts, sellingPoints, variants } = known
  const rows: readonly (readonly [string, string])[] = [
    [t('points'), sellingPoints.join(semicolon())],
    [t('material'), card.material],
    [t('level'), card.priceLevel ? say(`knowledge.level.${card.priceLevel}`) : ''],
    [t('uses'), card.uses],
    ...facts.map(({ name, value }) => [name[language], value[language]] as const),
    [t('answers'), card.answers],
  ]
  return (
    <Card size="small">
      <Flex gap="middle" align="start">
        <Picture id={known.pictureId} alt="" size={72} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Link to={`/products/${known.productId}`}>
            <strong>{known.name[language]}</strong>
          </Link>
          <Flex vertical>
            {variants.slice(0, 6).map(({ sku, values, price, available }) => (
              <Flex key={sku} gap="small" wrap align="center">
                <span>{values.join(' / ') || sku}</span>
                <span>{price ? moneyText(price) : '—'}</span>
                <Tag color={available !== 0 ? 'success' : 'error'}>
                  {t('stock')} {available ?? t('stock.uncounted')}
                </Tag>
              </Flex>
            ))}
          </Flex>
        </div>
      </Flex>
      <Descriptions
        size="small"
        column={1}
        style={{ marginTop: 8 }}
        items={rows
          .filter(([, text]) => text)
          .map(([label, text]) => ({
            key: label,
            label,
            children: <Typography.Text style={{ whiteSpace: 'pre-line' }}>{text}</Typography.Text>,
          }))}
      />
    </Card>
  )
}
