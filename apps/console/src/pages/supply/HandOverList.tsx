import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { Clock } from '../../frame/Clock.tsx'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { useCarriers, useWarehouses } from './outbound.ts'
import { outboundText } from './outbound-text.ts'

type WaitingParcel = AnswerOf<'GET /api/v1/admin/hand-over'>[number]

/** Weighed parcels by carrier: what each courier should sign for. */
export function HandOverList({ initial }: { readonly initial: string | undefined }) {
  const t = useText(outboundText)
  const language = useLocale()
  const warehouses = useWarehouses()
  const [chosen, setChosen] = useState(initial)
  const warehouseId = chosen ?? warehouses[0]?.id
  return (
    <Flex vertical gap="middle">
      <Flex gap="small">
        <Select
          value={warehouseId}
          aria-label={t('warehouse')}
          placeholder={t('handOver.choose')}
          onChange={setChosen}
          style={{ flex: 1 }}
          options={warehouses.map(({ id, name, nameEn }) => ({ value: id, label: language === 'zh' ? name : nameEn }))}
        />
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </Flex>
      {warehouseId && <Waiting key={warehouseId} warehouseId={warehouseId} />}
    </Flex>
  )
}

function Waiting({ warehouseId }: { readonly warehouseId: string }) {
  const t = useText(outboundText)
  const language = useLocale()
  const carriers = useCarriers()
  const waiting = useQuery(asking('GET /api/v1/admin/hand-over', { query: { warehouseId } }))
  const nameOf = (code: string) => carriers.find((each) => each.code === code)?.name[language] ?? code
  return (
    <Loaded query={waiting}>
      {(rows) => {
        if (rows.length === 0) return <Typography.Text type="secondary">{t('handOver.none')}</Typography.Text>
        return [...Map.groupBy(rows, ({ carrier }) => carrier)].map(([carrier, parcels]) => (
          <section key={carrier}>
            <Typography.Title level={2} style={{ fontSize: 15 }}>
              {t('handOver.about', { carrier: nameOf(carrier), count: parcels.length })}
            </Typography.Title>
            <Table<WaitingParcel>
              size="small"
              rowKey="outboundId"
              pagination={false}
              dataSource={parcels}
              columns={[
                { title: t('waybill'), render: (_, row) => row.waybillNumber ?? t('waybill.none') },
                { title: t('number'), dataIndex: 'number' },
                {
                  title: t('weight'),
                  align: 'right',
                  render: (_, row) => row.weightGrams && t('grams', { grams: row.weightGrams }),
                },
                { title: t('dispatch'), render: (_, row) => <Clock by={row.dispatchBy} soonHours={6} /> },
              ]}
            />
          </section>
        ))
      }}
    </Loaded>
  )
}
