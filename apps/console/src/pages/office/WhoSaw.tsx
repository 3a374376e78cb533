import { Link } from '@tanstack/react-router'
import { Button, Drawer, Flex, Input, Tag, Typography } from 'antd'
import { useState } from 'react'
import { auditText } from '../../../../audit/audit-text.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'

type Seen = RowOf<'GET /api/v1/admin/audit/seen'>

/** Answers who saw a phone number. The number stays out of the address of the page. */
export function WhoSaw() {
  const t = useText(auditText)
  const [open, setOpen] = useState(false)
  const [phone, setPhone] = useState('')
  const search = (text: string) => setPhone(text.replaceAll(/[^\d+]/g, ''))
  const columns = useColumns()
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('seen')}</Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('seen')} size="large" destroyOnHidden>
        <Flex vertical gap="middle">
          <Typography.Text type="secondary">{t('seen.about')}</Typography.Text>
          <Input.Search
            allowClear
            inputMode="tel"
            autoComplete="off"
            maxLength={20}
            enterButton={t('seen.search')}
            aria-label={t('seen.phone')}
            placeholder={t('seen.phone')}
            onSearch={search}
          />
          {phone.length >= 6 && (
            <DataTable
              label={t('seen')}
              list="GET /api/v1/admin/audit/seen"
              filters={{ phone }}
              rowKey={({ id }) => id}
              columns={columns}
              empty={{ says: t('seen.none'), next: '/audit' }}
            />
          )}
        </Flex>
      </Drawer>
    </>
  )
}

function useColumns(): Columns<Seen> {
  const t = useText(auditText)
  const instantText = useInstantText()
  return [
    { key: 'at', title: t('at'), width: 150, render: (_, { at }) => instantText(at) },
    {
      key: 'who',
      title: t('who'),
      width: 140,
      render: (_, { actorName, actorKind }) => actorName || t(`kind.${actorKind}`),
    },
    { key: 'where', title: t('seen.where'), width: 200, render: (_, row) => <Where row={row} /> },
    { key: 'reason', title: t('seen.reason'), render: (_, { reason }) => <Reason of={reason} /> },
  ]
}

function Where({ row: { subject, number, href, isCertain } }: { readonly row: Seen }) {
  const t = useText(auditText)
  const key = `seen.on.${subject}`
  const place = key in auditText ? t(key as 'seen.on.order') : subject
  return (
    <Flex vertical align="start" gap={2}>
      <span>
        {href && !number ? <Link to={href as string}>{place}</Link> : place}{' '}
        {number && (href ? <Link to={href as string}>{number}</Link> : number)}
      </span>
      {!isCertain && <Tag color="gold">{t('seen.perhaps')}</Tag>}
    </Flex>
  )
}

/** Work that is itself the reason is recorded by its name. */
function Reason({ of }: { readonly of: string }) {
  const t = useText(auditText)
  const key = `seen.why.${of.replaceAll(/\W+/g, '-')}`
  return key in auditText ? t(key as 'seen.why.paper-waybill') : of
}
