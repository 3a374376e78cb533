import { useQuery } from '@tanstack/react-query'
import { Flex, type TableProps, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { comma } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { useDistrictName, useProvinceNames } from '../../frame/Region.tsx'
import { useMe } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { WarehouseBins } from './WarehouseBins.tsx'
import { type NewWarehouse, type WarehouseChange, WarehouseFields } from './WarehouseFields.tsx'
import { warehousesText } from './warehouses-text.ts'

export type Warehouse = AnswerOf<'GET /api/v1/admin/warehouses'>[number]

/** Where the goods of the shop lie, and from where they are sent. */
export default function WarehousesPage() {
  const t = useText(warehousesText)
  const language = useLocale()
  const { shop } = useMe()
  const warehouses = useQuery(asking('GET /api/v1/admin/warehouses'))
  const columns = useColumns()
  const about = t('about', { shop: language === 'zh' ? shop.name : shop.nameEn })
  return (
    <Page title={t('title')} about={about} actions={<Open />}>
      <Loaded query={warehouses}>
        {(rows) => (
          <Table<Warehouse>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            columns={columns}
            empty={{ says: t('empty'), next: <Open /> }}
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): TableProps<Warehouse>['columns'] {
  const t = useText(warehousesText)
  const language = useLocale()
  const provinceName = useProvinceNames()
  return [
    {
      title: t('name'),
      render: (_, row) => (
        <Flex vertical>
          <span>{language === 'zh' ? row.name : row.nameEn}</span>
          <Typography.Text type="secondary">{row.code}</Typography.Text>
        </Flex>
      ),
    },
    { title: t('address'), render: (_, row) => <Address {...row} /> },
    { title: t('contact'), render: (_, row) => <Wrapped text={`${row.contactName} ${row.contactPhone}`} /> },
    {
      title: t('serves'),
      render: (_, row) => <Wrapped text={row.provinces.map(provinceName).join(comma()) || t('serves.all')} />,
    },
    { title: t('priority'), align: 'right', dataIndex: 'priority' },
    {
      title: t('status'),
      render: (_, row) => <Tag color={row.status === 'open' ? 'success' : 'default'}>{t(`status.${row.status}`)}</Tag>,
    },
    {
      key: 'actions',
      title: t('actions'),
      render: (_, row) => (
        <Flex gap={4} wrap>
          <Change warehouse={row} />
          <WarehouseBins warehouse={row} />
        </Flex>
      ),
    },
  ]
}

function Address({ districtCode, street }: Warehouse) {
  const district = useDistrictName(districtCode)
  return <Wrapped text={`${district} ${street}`} />
}

const Wrapped = ({ text }: { readonly text: string }) => (
  <span style={{ display: 'inline-block', maxWidth: 'max(195px, 22vw)', whiteSpace: 'normal' }}>{text}</span>
)

function Open() {
  const t = useText(warehousesText)
  return (
    <AskingVerb<NewWarehouse>
      type="primary"
      permission="stock.adjust"
      title={t('open')}
      consequence={t('open.hint')}
      initial={{ priority: 100, provinces: [] }}
      fields={<WarehouseFields isNew />}
      work={(body) => ask('POST /api/v1/admin/warehouses', { body })}
      onDone={useReload('warehouses')}
    >
      {t('open')}
    </AskingVerb>
  )
}

function Change({ warehouse }: { readonly warehouse: Warehouse }) {
  const t = useText(warehousesText)
  const language = useLocale()
  const { id, code: _, ...initial } = warehouse
  return (
    <AskingVerb<WarehouseChange>
      size="small"
      permission="stock.adjust"
      title={t('change.title', { name: language === 'zh' ? warehouse.name : warehouse.nameEn })}
      initial={initial}
      fields={<WarehouseFields />}
      work={(body) => ask('PUT /api/v1/admin/warehouses/{id}', { path: { id }, body })}
      onDone={useReload('warehouses')}
    >
      {t('change')}
    </AskingVerb>
  )
}
