import { Link } from '@tanstack/react-router'
import { App, Button, Dropdown, Modal, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import type { Paper } from '../../frame/papers.ts'
import { useMissing } from '../../frame/rights.ts'
import { Refused } from '../../frame/Verb.tsx'
import { mostPrinted, papers, print } from '../supply/outbound.ts'
import { bulkPageText } from './bulk-page-text.ts'
import { dispatchText } from './dispatch-text.ts'
import type { Choice } from './OrderBulk.tsx'
import { useOrderNames } from './order.ts'

type Row = AnswerOf<'GET /api/v1/admin/order-papers'>['rows'][number]

interface Printed {
  readonly paper: Paper
  readonly sheets: number
  readonly skipped: readonly Row[]
}

/** The papers of the chosen orders in one pile; what cannot be printed yet is named, and tried again alone. */
export function PrintMenu({ choice }: { readonly choice: Choice }) {
  const t = useText(bulkPageText)
  const words = useText(dispatchText)
  const { message } = App.useApp()
  const missing = useMissing('outbound.pack')
  const [printed, show] = useState<Printed>()
  const tooMany = choice.isAll || choice.ids.length > mostPrinted
  const printOf = async (paper: Paper, orderIds: readonly string[]) => {
    const printed = await pile(paper, orderIds).catch((error: Error) => void message.error(error.message, 6))
    if (!printed) return
    if (printed.sheets > 0) message.success(t('print.asked', { sheets: printed.sheets }))
    show(printed)
  }
  const items = papers.map((paper) => ({
    key: paper,
    label: words(`reprint.${paper}`),
    ...(paper !== 'pick-list' && missing && { disabled: true, title: missing }),
  }))
  return (
    <>
      {tooMany ? (
        <Refused size="small" why={t('print.tooMany', { most: mostPrinted })}>
          {t('print')}
        </Refused>
      ) : (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void printOf(key as Paper, choice.ids) }}>
          <Button size="small">{t('print')}</Button>
        </Dropdown>
      )}
      <Modal
        open={printed !== undefined && printed.skipped.length > 0}
        title={printed && t('print.done', { paper: words(`reprint.${printed.paper}`), sheets: printed.sheets })}
        onCancel={() => show(undefined)}
        cancelText={t('print.close')}
        okText={t('print.again', { count: printed?.skipped.length })}
        onOk={() =>
          printed &&
          void printOf(
            printed.paper,
            printed.skipped.map(({ id }) => id),
          )
        }
      >
        {printed && <Skipped {...printed} />}
      </Modal>
    </>
  )
}

/** Opens what can be printed of these orders, in piles that the printing takes. */
async function pile(paper: Paper, orderIds: readonly string[]): Promise<Printed> {
  const { rows } = await ask('GET /api/v1/admin/order-papers', { query: { ids: [...orderIds] } })
  const ready = ({ hasWaybill }: Row['outbounds'][number]) => paper !== 'waybill' || hasWaybill
  const sheets = new Set(rows.flatMap(({ outbounds }) => outbounds.filter(ready).map(({ id }) => id)))
  for (const each of pilesOf([...sheets])) await print(paper, each)
  return { paper, sheets: sheets.size, skipped: rows.filter(({ outbounds }) => !outbounds.some(ready)) }
}

function pilesOf(ids: readonly string[]): string[][] {
  const piles: string[][] = []
  for (let at = 0; at < ids.length; at += mostPrinted) piles.push(ids.slice(at, at + mostPrinted))
  return piles
}

function Skipped({ skipped }: Printed) {
  const t = useText(bulkPageText)
  const words = useText(dispatchText)
  const { headline } = useOrderNames()
  return (
    <ul>
      {skipped.map((row) => (
        <li key={row.id}>
          <Link to={`/orders/${row.id}`}>{row.number}</Link>{' '}
          <Typography.Text type="secondary">
            {row.outbounds.length > 0 ? words('reprint.early') : t('print.nothing', { state: headline(row.headline) })}
          </Typography.Text>
        </li>
      ))}
    </ul>
  )
}
