import { useQuery } from '@tanstack/react-query'
import { Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { shopsText } from '#model/office/shops'
import { ask } from '../../frame/api.ts'
import { asking, type BodyOf, useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { Page } from '../../frame/Page.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { type Given, GivenPassword } from './GivenPassword.tsx'
import { NewShopFields, ShopFields } from './ShopFields.tsx'
import { shopsPageText } from './shops-text.ts'

type Shop = AnswerOf<'GET /api/v1/admin/shops'>['rows'][number]

/** The shops of the platform; elsewhere what people read of the own shop. */
export default function ShopsPage() {
  const t = useText(shopsPageText)
  const isPlatform = useIsPlatform()
  const [given, setGiven] = useState<Given>()
  const columns = useColumns(isPlatform)
  return (
    <Page
      title={t('title')}
      about={t(isPlatform ? 'about' : 'about.own')}
      actions={isPlatform && <Open onGiven={setGiven} />}
    >
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/shops"
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: '/' }}
      />
      <GivenPassword given={given} onClose={() => setGiven(undefined)} />
    </Page>
  )
}

/** The shop that answers at `/` opens others. */
function useIsPlatform(): boolean {
  const { shop } = useMe()
  const { data } = useQuery(asking('GET /api/v1/admin/shops'))
  return data?.rows.some((row) => row.id === shop.id && row.isDefault) ?? false
}

function useColumns(isPlatform: boolean): Columns<Shop> {
  const t = useText(shopsPageText)
  const word = useText(shopsText)
  const instantText = useInstantText()
  return [
    { key: 'name', title: t('name'), render: (_, row) => <Name shop={row} /> },
    { key: 'mode', title: t('mode'), render: (_, row) => word(`shops.mode.${row.mode}`) },
    { key: 'money', title: t('money'), render: (_, row) => `${row.currency} · ${row.timeZone}` },
    { key: 'opened', title: t('opened'), render: (_, row) => instantText(row.openedAt) },
    { key: 'actions', title: t('actions'), render: (_, row) => <Change shop={row} isPlatform={isPlatform} /> },
  ]
}

function Name({ shop }: { readonly shop: Shop }) {
  const t = useText(shopsPageText)
  const language = useLocale()
  const path = shop.isDefault ? '/' : `/s/${shop.code}`
  return (
    <Flex vertical align="start">
      <span>
        {language === 'zh' ? shop.name : shop.nameEn} {shop.isDefault && <Tag color="gold">{t('platform')}</Tag>}
        {shop.isDemo && <Tag>{t('demo')}</Tag>}
      </span>
      <Typography.Link href={path} target="_blank">
        {path}
      </Typography.Link>
    </Flex>
  )
}

type NewShop = BodyOf<'POST /api/v1/admin/shops'>

function Open({ onGiven }: { readonly onGiven: (given: Given) => void }) {
  const t = useText(shopsPageText)
  const work = async (body: NewShop) => {
    const { displayName: name, userName } = body.owner
    onGiven({ name, userName, ...(await ask('POST /api/v1/admin/shops', { body })) })
  }
  return (
    <AskingVerb<NewShop>
      type="primary"
      title={t('open')}
      consequence={t('open.hint')}
      initial={{ mode: 'b2c' }}
      fields={<NewShopFields />}
      work={work}
      onDone={useReload('shops')}
    >
      {t('open')}
    </AskingVerb>
  )
}

function Change({ shop, isPlatform }: { readonly shop: Shop; readonly isPlatform: boolean }) {
  const t = useText(shopsPageText)
  const language = useLocale()
  const { id, name, nameEn, introduction, introductionEn, mode } = shop
  return (
    <AskingVerb<BodyOf<'PUT /api/v1/admin/shops/{id}'>>
      size="small"
      title={t('change.title', { name: language === 'zh' ? name : nameEn })}
      initial={{ name, nameEn, introduction, introductionEn, mode }}
      fields={<ShopFields mayChooseMode={isPlatform} />}
      work={(body) => ask('PUT /api/v1/admin/shops/{id}', { path: { id }, body })}
      onDone={useReload('shops', 'me')}
    >
      {t('change')}
    </AskingVerb>
  )
}
