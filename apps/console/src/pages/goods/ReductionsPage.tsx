import { Flex, Form, Input, Tag, Typography } from 'antd'
import { parseMoney } from '#kernel/money'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { instantAt, wallClockAt } from '../../frame/wall-clock.ts'
import { reductionsText } from './reductions-text.ts'

type Reduction = RowOf<'GET /api/v1/admin/reductions'>

interface NewReduction {
  readonly name: string
  readonly nameEn: string
  readonly threshold: string
  readonly off: string
  readonly startsAt: string
  readonly endsAt: string
}

const colours = { coming: 'default', in_force: 'success', over: 'default' } as const

/** 满减: made here, ended here, found by orders themselves. */
export default function ReductionsPage() {
  const t = useText(reductionsText)
  const columns = useColumns()
  return (
    <Page title={t('title')} about={t('about')} actions={<AddReduction />}>
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/reductions"
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: <AddReduction /> }}
      />
    </Page>
  )
}

function useColumns(): Columns<Reduction> {
  const t = useText(reductionsText)
  const language = useLocale()
  const instantText = useInstantText()
  return [
    { key: 'name', title: t('name'), width: 220, render: (_, row) => row.name[language] },
    {
      key: 'rule',
      title: t('rule'),
      width: 220,
      render: (_, row) => t('rule.text', { threshold: moneyText(row.threshold), off: moneyText(row.off) }),
    },
    {
      key: 'state',
      title: t('state'),
      width: 100,
      render: (_, row) => <Tag color={colours[row.state]}>{t(`state.${row.state}`)}</Tag>,
    },
    { key: 'starts', title: t('starts'), width: 150, render: (_, row) => instantText(row.startsAt) },
    { key: 'ends', title: t('ends'), width: 150, render: (_, row) => instantText(row.endsAt) },
    { key: 'actions', title: t('actions'), width: 110, render: (_, row) => <EndReduction reduction={row} /> },
  ]
}

function EndReduction({ reduction }: { readonly reduction: Reduction }) {
  const t = useText(reductionsText)
  const language = useLocale()
  const reload = useReload('reductions')
  return (
    <AskingVerb
      size="small"
      danger
      permission="reductions.change"
      blocked={reduction.state === 'over' && t('end.over')}
      title={t('end.title', { name: reduction.name[language] })}
      consequence={t('end.consequence')}
      work={() => ask('POST /api/v1/admin/reductions/{id}/end', { path: { id: reduction.id } })}
      onDone={reload}
    >
      {t('end')}
    </AskingVerb>
  )
}

function AddReduction() {
  const t = useText(reductionsText)
  const reload = useReload('reductions')
  const { currency, timeZone } = useMe().shop
  const now = wallClockAt(new Date(), timeZone)
  const create = ({ name, nameEn, threshold, off, startsAt, endsAt }: NewReduction) =>
    ask('POST /api/v1/admin/reductions', {
      body: {
        name,
        nameEn,
        thresholdMinor: parseMoney(threshold, currency)!.minor,
        offMinor: parseMoney(off, currency)!.minor,
        startsAt: instantAt(startsAt, timeZone),
        endsAt: instantAt(endsAt, timeZone),
      },
    })
  return (
    <AskingVerb<NewReduction>
      type="primary"
      permission="reductions.change"
      title={t('add')}
      initial={{ startsAt: now }}
      fields={<Fields />}
      work={create}
      onDone={reload}
    >
      {t('add')}
    </AskingVerb>
  )
}

function Fields() {
  const t = useText(reductionsText)
  const { timeZone } = useMe().shop
  const needed = { required: true, whitespace: true, message: t('required') }
  return (
    <>
      <Form.Item name="name" label={t('name.zh')} rules={[needed]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('name.en')} rules={[needed]}>
        <Input maxLength={60} />
      </Form.Item>
      <Amounts />
      <Flex gap="middle" wrap>
        <Form.Item name="startsAt" label={t('starts')} rules={[needed]} style={{ flex: 1 }}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="endsAt"
          label={t('ends')}
          dependencies={['startsAt']}
          rules={[needed, (form) => check((ends) => ends > form.getFieldValue('startsAt'), t('ends.before'))]}
          style={{ flex: 1 }}
        >
          <Input type="datetime-local" />
        </Form.Item>
      </Flex>
      <Typography.Text type="secondary">{t('zone', { zone: timeZone })}</Typography.Text>
    </>
  )
}

function Amounts() {
  const t = useText(reductionsText)
  const { currency } = useMe().shop
  const minor = (text: string) => parseMoney(text, currency)?.minor ?? 0
  const isAmount = check((text) => minor(text) > 0, t('amount.invalid'))
  return (
    <Flex gap="middle" wrap>
      <Form.Item name="threshold" label={t('threshold')} rules={[isAmount]} style={{ flex: 1 }}>
        <Input inputMode="decimal" suffix={currency} />
      </Form.Item>
      <Form.Item
        name="off"
        label={t('off')}
        dependencies={['threshold']}
        rules={[
          isAmount,
          (form) => check((off) => minor(off) <= minor(form.getFieldValue('threshold') ?? ''), t('off.too-large')),
        ]}
        style={{ flex: 1 }}
      >
        <Input inputMode="decimal" suffix={currency} />
      </Form.Item>
    </Flex>
  )
}

const check = (holds: (text: string) => boolean, message: string) => ({
  validator: (_: unknown, text: string = '') => (holds(text) ? Promise.resolve() : Promise.reject(new Error(message))),
})
