import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Checkbox, Form, Input, Radio } from 'antd'
import type { AnswerOf } from '#client'
import { ask } from './api.ts'
import { asking } from './asking.ts'
import { exportText } from './export-text.ts'
import { useText } from './language.ts'
import { useMissing } from './rights.ts'
import { useMay } from './session.ts'
import { AskingVerb } from './Verb.tsx'

type Kind = AnswerOf<'GET /api/v1/admin/export-kinds'>[number]
type Export = AnswerOf<'GET /api/v1/admin/exports/{id}'>

interface Choice {
  readonly format: 'csv' | 'xlsx'
  readonly personal?: boolean
  readonly reason?: string
}

interface ExportVerbProps {
  readonly kind: string
  /** What the list is filtered by now: the file holds the same rows. */
  readonly filters?: Readonly<Record<string, string | undefined>>
  /** Where a page hands out more than one list. */
  readonly label?: string
}

const permission = 'exports.run'

/** Takes a list along as a sheet, filtered as it is shown. A small one is downloaded at once; a long one waits among the exports. */
export function ExportVerb({ kind, filters = {}, label }: ExportVerbProps) {
  const t = useText(exportText)
  const { message } = App.useApp()
  const own = useKind(kind)
  const start = async ({ format, personal, reason }: Choice) => {
    const asked = await ask('POST /api/v1/admin/exports', {
      body: { kind, format, personal, reason: personal ? reason : undefined, filter: setOnes(filters) },
    })
    void fetchWhenReady(asked.id).then((ready) => {
      if (ready?.downloadable) download(ready)
      else void message.info(<Link to="/exports">{t(ready?.waitsForSecond ? 'held' : 'later')}</Link>, 8)
    })
  }
  return (
    <AskingVerb<Choice>
      permission={permission}
      title={t('title')}
      consequence={isFiltered(filters) ? t('consequence.filtered') : t('consequence')}
      initial={{ format: 'xlsx', personal: false }}
      fields={<Fields kind={own} />}
      work={start}
    >
      {label ?? t('export')}
    </AskingVerb>
  )
}

function Fields({ kind }: { readonly kind: Kind | undefined }) {
  const t = useText(exportText)
  const missing = useMissing(kind?.personal)
  const wantsPersonal = Form.useWatch('personal', { preserve: true })
  return (
    <>
      <Form.Item name="format" label={t('format')}>
        <Radio.Group
          options={[
            { value: 'xlsx', label: t('format.xlsx') },
            { value: 'csv', label: t('format.csv') },
          ]}
        />
      </Form.Item>
      {kind?.personal && (
        <Form.Item name="personal" valuePropName="checked" extra={kind.mayPersonal ? t('personal.hint') : missing}>
          <Checkbox disabled={!kind.mayPersonal}>{t('personal')}</Checkbox>
        </Form.Item>
      )}
      {wantsPersonal && (
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, min: 4, message: t('reason.missing') }]}
        >
          <Input.TextArea rows={2} maxLength={200} showCount />
        </Form.Item>
      )}
    </>
  )
}

function useKind(kind: string): Kind | undefined {
  const may = useMay(permission)
  const { data } = useQuery({ ...asking('GET /api/v1/admin/export-kinds'), enabled: may, staleTime: 60_000 })
  return data?.find((each) => each.kind === kind)
}

const setOnes = (filters: NonNullable<ExportVerbProps['filters']>): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])))

const isFiltered = (filters: NonNullable<ExportVerbProps['filters']>): boolean =>
  Object.keys(setOnes(filters)).length > 0

const patience = 20

/** Looks every second for a while; undefined when it takes longer or came to nothing. */
async function fetchWhenReady(id: string): Promise<Export | undefined> {
  for (let asked = 0; asked < patience; asked++) {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const row = await ask('GET /api/v1/admin/exports/{id}', { path: { id } })
    if (row.downloadable || row.waitsForSecond) return row
    if (row.status === 'failed') return undefined
  }
  return undefined
}

function download({ id }: Export): void {
  const link = document.createElement('a')
  link.href = `/api/v1/admin/exports/${id}/file`
  link.download = ''
  link.click()
}
