import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Flex, Input, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { rankingFactors, searchText } from '#model/goods/search'
import { asking } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { comma } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { searchPageText } from './search-text.ts'

type Explained = AnswerOf<'GET /api/v1/admin/search/ranking'>
type ExplainedHit = Explained['hits'][number]

/** A search as shoppers see it, with everything that has brought each hit to its place. */
export function RankingTab() {
  const t = useText(searchPageText)
  const [{ q = '' }, filter] = useFilters(['q'])
  return (
    <Flex vertical gap="middle">
      <Input.Search
        key={q}
        allowClear
        defaultValue={q}
        maxLength={100}
        aria-label={t('query')}
        placeholder={t('query')}
        enterButton={t('explain')}
        style={{ maxWidth: 480 }}
        onSearch={(text) => filter({ q: text.trim() || undefined })}
      />
      {q ? <Ranking text={q} /> : <Typography.Text type="secondary">{t('explain.empty')}</Typography.Text>}
    </Flex>
  )
}

function Ranking({ text }: { readonly text: string }) {
  const ranking = useQuery(asking('GET /api/v1/admin/search/ranking', { query: { text } }))
  return <Loaded query={ranking}>{(explained) => <Hits explained={explained} />}</Loaded>
}

function Hits({ explained }: { readonly explained: Explained }) {
  const t = useText(searchPageText)
  const { corrected, price, wishes, hits, total } = explained
  return (
    <Flex vertical gap="small">
      {corrected && <Alert type="warning" showIcon title={t('corrected', { meant: corrected })} />}
      {price && <Alert type="info" showIcon title={t(`price.${endsOf(price)}`, pricesOf(price))} />}
      {wishes.map(({ text, others }) => (
        <Typography.Text key={text} type="secondary">
          {others.length > 0 ? t('wish', { text, others: others.join(comma()) }) : t('wish.alone', { text })}
        </Typography.Text>
      ))}
      {hits.length === 0 ? (
        <Nothing says={t('explain.none')} next="/products" />
      ) : (
        <Card size="small" title={t('explain.count', { count: total, shown: hits.length })}>
          <HitTable hits={hits} />
        </Card>
      )}
    </Flex>
  )
}

type AskedPrice = NonNullable<Explained['price']>

/** Prices in the currency's usual unit. */
const pricesOf = ({ fromMinor = 0, toMinor = 0 }: AskedPrice) => ({ from: fromMinor / 100, to: toMinor / 100 })

const endsOf = ({ fromMinor, toMinor }: AskedPrice) =>
  fromMinor === undefined ? 'to' : toMinor === undefined ? 'from' : 'between'

function HitTable({ hits }: { readonly hits: readonly ExplainedHit[] }) {
  const t = useText(searchPageText)
  const say = useText(searchText)
  return (
    <Table<ExplainedHit>
      size="small"
      rowKey="productId"
      dataSource={hits}
      scroll={{ x: 'max-content' }}
      pagination={false}
      columns={[
        { title: t('place'), width: 60, render: (_, __, at) => at + 1 },
        { title: t('product'), width: 260, render: (_, row) => <Named hit={row} /> },
        {
          title: t('passed'),
          width: 300,
          render: (_, { passed }) =>
            passed.map(({ wish, holds, value }) => (
              <div key={`${wish} ${holds}`}>
                {wish && `${wish} · `}
                {say(`search.test.${holds}`)}{' '}
                <Typography.Text type="secondary">
                  {value > 0 ? '+' : '−'}
                  {Math.abs(value).toFixed(2)}
                </Typography.Text>
              </div>
            )),
        },
        ...rankingFactors.map((factor) => ({
          title: say(`search.factor.${factor}`),
          width: 140,
          render: (_: unknown, row: ExplainedHit) => <Lift hit={row} factor={factor} />,
        })),
        {
          title: t('score'),
          width: 150,
          render: (_, { words, boost, score }) => (
            <>
              <strong>{score.toFixed(3)}</strong>
              <div>
                <Typography.Text type="secondary">
                  {t('score.made', { words: words.toFixed(2), boost: boost.toFixed(3) })}
                </Typography.Text>
              </div>
            </>
          ),
        },
      ]}
    />
  )
}

function Named({ hit }: { readonly hit: ExplainedHit }) {
  const t = useText(searchPageText)
  return (
    <>
      <a href={`/console/products/${hit.productId}`}>{hit.name}</a> {hit.inPart && <Tag>{t('inPart')}</Tag>}
    </>
  )
}

/** What a fact multiplies by, and what it is made of. */
function Lift({ hit, factor }: { readonly hit: ExplainedHit; readonly factor: (typeof rankingFactors)[number] }) {
  const t = useText(searchPageText)
  const { sold, seen, bought, rated, ratingHundredths } = hit.factors
  const made = {
    sales: t('fact.sales', { sold }),
    conversion: seen === null ? t('fact.none') : t('fact.conversion', { seen, bought: bought ?? 0 }),
    rating:
      ratingHundredths === null
        ? t('fact.none')
        : t('fact.rating', { rated, stars: (ratingHundredths / 100).toFixed(1) }),
    freshness: t('fact.freshness'),
  }
  return (
    <>
      ×{hit.factors[factor].lift.toFixed(3)}
      <div>
        <Typography.Text type="secondary">{made[factor]}</Typography.Text>
      </div>
    </>
  )
}
