import { Button, Flex, Select, Skeleton, Steps, Typography, Upload } from 'antd'
import { useEffect, useState } from 'react'
import { ask } from '../../frame/api.ts'
import { useFilters } from '../../frame/filters.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { Columns } from './ImportColumns.tsx'
import { previewOf, useQuietly } from './import-preview.ts'
import { chosenColumns, type ImportOptions, type Preview, useKind, useKinds } from './imports-data.ts'
import { importsText } from './imports-text.ts'

/** From a file to a trial run: kind, upload, see how its columns are read, put that right, try it. */
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
  const [, setKind] = useKind()
  const kinds = useKinds().data
  const quietly = useQuietly()
  const [isLoading, setLoading] = useState(from !== undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens and knows the kinds
  useEffect(() => {
    if (!from || !kinds) return
    const load = async () => {
      const { kind, fileId, dialect, columns, options } = await ask('GET /api/v1/admin/imports/{id}', {
        path: { id: from },
      })
      const found = kinds.find((each) => each.kind === kind)
      const fields = found?.dialects.find(({ name }) => name === dialect)?.columns ?? found?.columns ?? []
      if (kind !== 'products') setKind(kind)
      onOptions(options)
      onPreview(await previewOf(fileId, { kind, dialect: dialect ?? '', columns: chosenColumns(fields, columns) }))
    }
    void quietly(load).finally(() => setLoading(false))
  }, [from, kinds])
  return isLoading
}

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
  const [kind] = useKind()
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const upload = async (file: File) => {
    setBusy(true)
    setError(undefined)
    const body = new FormData()
    body.append('file', file)
    await ask('POST /api/v1/admin/imports/files', { query: { kind }, body }).then(onPreview, setError)
    setBusy(false)
  }
  return (
    <>
      <ChooseKind />
      {error && <ProblemAlert error={error} />}
      <Upload.Dragger
        accept=".csv,.txt,.xlsx,.xml"
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

/** What the sheet holds; the layouts of other programs that are understood stand below. */
function ChooseKind() {
  const t = useText(importsText)
  const language = useLocale()
  const [kind, setKind] = useKind()
  const kinds = useKinds().data ?? []
  const dialects = kinds.find((each) => each.kind === kind)?.dialects ?? []
  return (
    <Flex align="center" gap="middle" wrap>
      <label htmlFor="import-kind">{t('kind')}</label>
      <Select
        id="import-kind"
        style={{ width: 220 }}
        value={kind}
        options={kinds.map((each) => ({ value: each.kind, label: each.label[language] }))}
        onChange={setKind}
      />
      {dialects.length > 0 && (
        <Typography.Text type="secondary">
          {t('kind.dialects', { dialects: dialects.map(({ label }) => label[language]).join(t('and')) })}
        </Typography.Text>
      )}
    </Flex>
  )
}

/** A sheet to start from: heads, notes and an example row. */
function Template() {
  const t = useText(importsText)
  const [kind] = useKind()
  const hrefOf = (form: string) => `/api/v1/admin/import-kinds/${kind}/template.${form}`
  return (
    <>
      <Button href={hrefOf('xlsx')} download>
        {t('template.xlsx')}
      </Button>
      <Button href={hrefOf('csv')} download>
        {t('template.csv')}
      </Button>
    </>
  )
}
