import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer, Empty, Flex, Skeleton, Typography } from 'antd'
import { isDone } from '#model/sales/rules'
import { placeOf } from '../../../places.ts'
import { ask } from '../../frame/api.ts'
import { keyOf } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { placesJudged, type SentHit, type SentRule, useRuleWords } from './rule-words.ts'
import { rulesPageText } from './rules-text.ts'

/** The orders that a rule met, the latest first: why, and what became of it. */
export function RuleHits({ rule, onClose }: { readonly rule: SentRule; readonly onClose: () => void }) {
  const t = useText(rulesPageText)
  const name = 'GET /api/v1/admin/order-rules/{id}/hits'
  const found = useInfiniteQuery({
    queryKey: keyOf(name, rule.id),
    queryFn: ({ pageParam }) => ask(name, { path: { id: rule.id }, query: { cursor: pageParam, limit: 50 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Drawer open onClose={onClose} size={860} title={t('hits.of', { name: rule.name })}>
      {found.isPending && <Skeleton active />}
      {found.isError && <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <HitRows rows={rows} />}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('hits.more')}
        </Button>
      )}
    </Drawer>
  )
}

function HitRows({ rows }: { readonly rows: readonly SentHit[] }) {
  const t = useText(rulesPageText)
  const judged = rows.flatMap(({ met }) => met)
  const say = useRuleWords(
    judged.map(({ condition }) => condition),
    placesJudged(judged),
  )
  const instantText = useInstantText()
  return (
    <Table<SentHit>
      size="small"
      rowKey="orderId"
      pagination={false}
      dataSource={rows}
      locale={{ emptyText: <Empty description={t('hits.none')} /> }}
      columns={[
        { title: t('at'), width: 140, render: (_, { at }) => instantText(at) },
        {
          title: t('test.number'),
          width: 180,
          render: (_, { orderId, orderNumber }) => <Link to={placeOf('order', orderId)!}>{orderNumber}</Link>,
        },
        {
          title: t('when'),
          render: (_, { met }) => (
            <Flex vertical>
              {met.length === 0
                ? t('always')
                : met.map((each) => (
                    <span key={say.condition(each.condition)}>
                      {say.condition(each.condition)}{' '}
                      <Typography.Text type="secondary">{say.actual(each)}</Typography.Text>
                    </span>
                  ))}
            </Flex>
          ),
        },
        {
          title: t('hits.outcome'),
          render: (_, { outcome }) => (
            <Typography.Text type={isDone(outcome) ? undefined : 'warning'}>{say.outcome(outcome)}</Typography.Text>
          ),
        },
      ]}
    />
  )
}
