import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Card, Flex, Form, Radio, Select, Skeleton, Steps, Table, Typography, Upload } from 'antd'
import { useEffect, useState } from 'react'
import { call, get, post } from '../../frame/api.ts'
import { useFilters } from '../../frame/filters.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { ProblemAlert, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import {
  chosenColumns,
  type ImportOptions,
  type ImportRow,
  importsPath,
  kind,
  type Preview,
  requestImport,
  useKindColumns,
} from './imports-data.ts'
import { importsText } from './imports-text.ts'

/** From a file to a trial run: upload, see how its columns are read, put that right, try it. */
export default function ImportNewPage() {
  const t = useText(importsText)
  const [preview, setPreview] = useState<Preview>()
  const [options, setOptions] = useState<ImportOptions>({ unknownCategory: 'report', listing: 'draft' })
  const isReturning = useEarlier(setPreview, setOptions)
  return (
    <Page title={t('new.title')} about={t('new.about')} actions={<Template />}>
      <ImportSteps at={preview ? 1 : 0} />
      {isReturning && !preview && <Skeleton active />}
      {!isReturning && !preview && <ChooseFile onPreview={setPreview} />}
      {preview && (
        <Columns
          preview={preview}
          onPreview={setPreview}
          options={options}
          onOptions={setOptions}
          onOther={() => setPreview(undefined)}
        />
      )}
    </Page>
  )
}

/** Coming back from a trial run, the file is there already and its columns are as they were chosen. */
function useEarlier(onPreview: (preview: Preview) => void, onOptions: (options: ImportOptions) => void): boolean {
  const [{ from }] = useFilters(['from'])
  const fields = useKindColumns().data?.columns
  const quietly = useQuietly()
  const [isLoading, setLoading] = useState(from !== undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens and knows the fields
  useEffect(() => {
    if (!from || !fields) return
    const load = async () => {
      const earlier = await get<ImportRow>(`${importsPath}/${from}`)
      onOptions(earlier.options)
      onPreview(await previewOf(earlier.fileId, chosenColumns(fields, earlier.columns)))
    }
    void quietly(load).finally(() => setLoading(false))
  }, [from, fields])
  return isLoading
}

/** Loads something; only a failure is said aloud. */
function useQuietly(): (work: () => Promise<void>) => Promise<void> {
  const { message } = App.useApp()
  return (work) => work().catch((error: Error) => void message.error(error.message))
}

const previewOf = (fileId: string, columns: Readonly<Record<string, string | null>>): Promise<Preview> =>
  post<Preview>(`${importsPath}/files/${fileId}/preview`, { kind, columns })

export function ImportSteps({ at, failed = false }: { readonly at: number; readonly failed?: boolean }) {
  const t = useText(importsText)
  const titles = (['upload', 'columns', 'trial', 'real'] as const).map((step) => ({ title: t(`step.${step}`) }))
  return (
    <Steps
      size="small"
      responsive={false}
      current={at}
      status={failed ? 'error' : 'process'}
      items={titles}
      type="dot"
      style={{ maxWidth: 640 }}
    />
  )
}

function ChooseFile({ onPreview }: { readonly onPreview: (preview: Preview) => void }) {
  const t = useText(importsText)
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const upload = async (file: File) => {
    setBusy(true)
    setError(undefined)
    const body = new FormData()
    body.append('file', file)
    await call<Preview>('POST', `${importsPath}/files?kind=${kind}`, body).then(onPreview, setError)
    setBusy(false)
  }
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Upload.Dragger
        accept=".csv,text/csv"
        maxCount={1}
        showUploadList={false}
        disabled={isBusy}
        beforeUpload={(file) => {
          void upload(file)
          return false
        }}
      >
        <Typography.Text style={{ display: 'block', padding: 40, fontSize: 16 }}>
          {t(isBusy ? 'upload.busy' : 'upload.drop')}
        </Typography.Text>
      </Upload.Dragger>
    </>
  )
}

/** An empty sheet with the heads that are understood. */
function Template() {
  const t = useText(importsText)
  const columns = useKindColumns().data?.columns ?? []
  const heads = columns.map(({ heads: [head = ''] }) => (head.includes(',') ? `"${head}"` : head)).join(',')
  return (
    <Button href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${heads}\r\n`)}`} download="products.csv">
      {t('template')}
    </Button>
  )
}

interface ColumnsProps {
  readonly preview: Preview
  readonly onPreview: (preview: Preview) => void
  readonly options: ImportOptions
  readonly onOptions: (options: ImportOptions) => void
  readonly onOther: () => void
}

function Columns(props: ColumnsProps) {
  const t = useText(importsText)
  const { preview, options, onOther } = props
  const navigate = useNavigate()
  const act = useAct()
  const fields = useKindColumns().data?.columns ?? []
  const missing = useMissing(preview)
  const unused = preview.heads.filter((head) => head && !Object.values(preview.columns).includes(head))
  const start = () =>
    act(async () => {
      const { fileId, columns } = preview
      const { id } = await requestImport({ fileId, columns: chosenColumns(fields, columns), options, dryRun: true })
      await navigate({ to: `/imports/${id}` })
    })
  return (
    <Flex vertical gap="middle">
      <Flex align="center" gap="middle" wrap>
        <Typography.Text strong>
          {t('file.facts', {
            name: preview.fileName,
            rows: preview.rows.toLocaleString('en-US'),
            encoding: preview.encoding,
          })}
        </Typography.Text>
        <Button size="small" onClick={onOther}>
          {t('file.other')}
        </Button>
      </Flex>
      {missing && <Alert type="error" showIcon title={missing} />}
      <ColumnTable {...props} />
      {unused.length > 0 && (
        <Typography.Text type="secondary">{t('unused', { columns: unused.join('、') })}</Typography.Text>
      )}
      <Options {...props} />
      <Flex justify="end">
        <Verb type="primary" permission="imports.run" blocked={missing} onClick={() => void start()}>
          {t('trial.go')}
        </Verb>
      </Flex>
    </Flex>
  )
}

function useMissing({ missing }: Preview): string | false {
  const t = useText(importsText)
  const language = useLocale()
  const fields = useKindColumns().data?.columns ?? []
  const names = missing.map((field) => fields.find((each) => each.field === field)?.label[language] ?? field)
  return names.length > 0 && t('missing', { fields: names.join('、') })
}

function ColumnTable({ preview, onPreview }: ColumnsProps) {
  const t = useText(importsText)
  const language = useLocale()
  const quietly = useQuietly()
  const fields = useKindColumns().data?.columns ?? []
  const choose = (field: string, head: string | undefined) =>
    quietly(async () => {
      const columns = { ...chosenColumns(fields, preview.columns), [field]: head ?? null }
      onPreview(await previewOf(preview.fileId, columns))
    })
  const heads = [...new Set(preview.heads.filter(Boolean))].map((head) => ({ value: head, label: head }))
  return (
    <Table
      size="small"
      rowKey="field"
      pagination={false}
      dataSource={[...fields]}
      scroll={{ x: 'max-content', y: 480 }}
      columns={[
        {
          title: t('field'),
          width: 150,
          render: (_, { label, required }) => (
            <>
              {label[language]}
              {required && <Typography.Text type="danger"> *</Typography.Text>}
            </>
          ),
        },
        {
          title: t('column'),
          width: 240,
          render: (_, { field, label }) => (
            <Select
              allowClear
              showSearch
              style={{ width: 220 }}
              aria-label={t('column.of', { field: label[language] })}
              placeholder={t('column.none')}
              status={preview.missing.includes(field) ? 'error' : undefined}
              options={heads}
              value={preview.columns[field]}
              onChange={(head?: string) => void choose(field, head)}
            />
          ),
        },
        { title: t('sample'), render: (_, { field }) => <Sample preview={preview} field={field} /> },
      ]}
    />
  )
}

/** What the first rows say. */
function Sample({ preview, field }: { readonly preview: Preview; readonly field: string }) {
  const values = [...new Set(preview.sample.flatMap(({ values: row }) => row[field] || []))]
  return (
    <Typography.Paragraph type="secondary" ellipsis={{ rows: 1 }} style={{ margin: 0, maxWidth: 420 }}>
      {values.map((value) => value.slice(0, 80)).join(' · ')}
    </Typography.Paragraph>
  )
}

function Options({ options, onOptions }: ColumnsProps) {
  const t = useText(importsText)
  return (
    <Card size="small" title={t('options')}>
      <Form layout="vertical" component="div">
        <Form.Item label={t('option.category')}>
          <Radio.Group
            aria-label={t('option.category')}
            value={options.unknownCategory}
            onChange={(e) => onOptions({ ...options, unknownCategory: e.target.value })}
            options={(['report', 'create'] as const).map((value) => ({ value, label: t(`option.category.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t('option.listing')} style={{ marginBottom: 0 }}>
          <Radio.Group
            aria-label={t('option.listing')}
            value={options.listing}
            onChange={(e) => onOptions({ ...options, listing: e.target.value })}
            options={(['draft', 'as_in_file'] as const).map((value) => ({
              value,
              label: t(`option.listing.${value}`),
            }))}
          />
        </Form.Item>
      </Form>
    </Card>
  )
}
