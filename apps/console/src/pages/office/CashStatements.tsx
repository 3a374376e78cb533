import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Form, Input, Select, Upload } from 'antd'
import type { AnswerOf } from '#client'
import { readLines } from '#model/sales/collections'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { cashPageText } from './cash-text.ts'

type Statement = AnswerOf<'GET /api/v1/admin/cash/statements'>['rows'][number]

/** What carriers have handed in, statement by statement. */
export function CashStatements() {
  const t = useText(cashPageText)
  return (
    <DataTable
      label={t('tab.statements')}
      list="GET /api/v1/admin/cash/statements"
      columns={useColumns()}
      rowKey={(row) => row.id}
      empty={{ says: t('statements.none'), next: <StatementVerb /> }}
    />
  )
}

function useColumns(): Columns<Statement> {
  const carrierName = useCarrierName()
  const t = useText(cashPageText)
  const instantText = useInstantText()
  return [
    { key: 'carrier', title: t('carrier'), render: (_, row) => carrierName(row.carrier) },
    {
      key: 'reference',
      title: t('reference'),
      render: (_, { reference, fileName }) => [reference, fileName].filter(Boolean).join(' · '),
    },
    { key: 'receivedOn', title: t('receivedOn'), width: 120, dataIndex: 'receivedOn' },
    {
      key: 'sums',
      title: t('sums'),
      render: (_, { lines, collected, fee }) =>
        t('sums.text', { lines, collected: moneyText(collected), fee: moneyText(fee) }),
    },
    { key: 'result', title: t('result'), render: (_, { matched, open }) => t('result.text', { matched, open }) },
    { key: 'taken', title: t('taken'), render: (_, row) => `${instantText(row.takenAt)} · ${row.takenBy}` },
  ]
}

interface StatementForm {
  readonly carrier: string
  readonly reference: string
  readonly receivedOn: string
  readonly text?: string
  readonly file?: { readonly file: File; readonly fileList: readonly unknown[] }
}

/** Records what a carrier hands in: its sheet, or lines typed or pasted. */
export function StatementVerb() {
  const t = useText(cashPageText)
  const reload = useReload('cash')
  const { currency } = useMe().shop
  return (
    <AskingVerb<StatementForm>
      type="primary"
      permission="payments.settle"
      title={t('statement.add')}
      consequence={t('statement.about')}
      width={640}
      fields={<StatementFields currency={currency} />}
      work={(form) => take(form, currency)}
      onDone={reload}
    >
      {t('statement.add')}
    </AskingVerb>
  )
}

const hasFile = (form: Partial<StatementForm>): boolean => (form.file?.fileList.length ?? 0) > 0

function take(form: StatementForm, currency: string): Promise<unknown> {
  const { carrier, reference, receivedOn, text = '' } = form
  if (hasFile(form)) {
    const sheet = new FormData()
    for (const [name, value] of Object.entries({ carrier, reference, receivedOn })) sheet.append(name, value)
    sheet.append('file', form.file!.file)
    return ask('POST /api/v1/admin/cash/statements/sheet', { body: sheet })
  }
  const read = readLines(text, currency)
  const lines = 'lines' in read ? read.lines : []
  return ask('POST /api/v1/admin/cash/statements', {
    body: {
      carrier,
      reference,
      receivedOn,
      lines: lines.map(({ waybillNumber, collected, fee }) => ({
        waybillNumber,
        collectedMinor: collected.minor,
        feeMinor: fee.minor,
      })),
    },
  })
}

function StatementFields({ currency }: { readonly currency: string }) {
  const t = useText(cashPageText)
  const language = useLocale()
  const carriers = useQuery(asking('GET /api/v1/admin/carriers')).data ?? []
  const needed = [{ required: true, whitespace: true, message: t('required') }]
  return (
    <>
      <Flex gap="middle" wrap>
        <Form.Item
          name="carrier"
          label={t('carrier')}
          rules={[{ required: true, message: t('required') }]}
          style={{ flex: '1 1 160px' }}
        >
          <Select options={carriers.map(({ code, name }) => ({ value: code, label: name[language] }))} />
        </Form.Item>
        <Form.Item name="reference" label={t('reference')} rules={needed} style={{ flex: '1 1 160px' }}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="receivedOn" label={t('receivedOn')} rules={needed} style={{ flex: '1 1 160px' }}>
          <Input type="date" />
        </Form.Item>
      </Flex>
      <Form.Item name="file" label={t('file')} extra={t('file.hint')}>
        <Upload maxCount={1} beforeUpload={() => false} accept=".csv,.xlsx,.txt">
          <Button>{t('file.choose')}</Button>
        </Upload>
      </Form.Item>
      <Form.Item
        name="text"
        label={t('lines')}
        extra={t('lines.hint')}
        dependencies={['file']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, text: string | undefined) =>
              whyNot(text ?? '', hasFile({ file: getFieldValue('file') }), currency, t),
          }),
        ]}
      >
        <Input.TextArea rows={5} placeholder={'78001234567890\t58.00\t1.20'} style={{ fontFamily: 'monospace' }} />
      </Form.Item>
    </>
  )
}

/** A file or lines; lines that are lines. */
function whyNot(
  text: string,
  isFile: boolean,
  currency: string,
  t: (key: 'lines.needed' | 'lines.wrong', values?: Record<string, unknown>) => string,
): Promise<void> {
  if (isFile) return Promise.resolve()
  const read = readLines(text, currency)
  if ('wrong' in read) return Promise.reject(new Error(t('lines.wrong', { line: read.wrong })))
  return read.lines.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('lines.needed')))
}
