import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Card, Flex, Form, Input, Radio, Select, Typography } from 'antd'
import { useLocale, useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { previewOf, useQuietly } from './import-preview.ts'
import {
  chosenColumns,
  type ImportOptions,
  type Preview,
  requestImport,
  useColumnsOf,
  useKind,
  useKinds,
} from './imports-data.ts'
import { importsText } from './imports-text.ts'

interface ColumnsProps {
  readonly preview: Preview
  readonly onPreview: (preview: Preview) => void
  readonly options: ImportOptions
  readonly onOptions: (options: ImportOptions) => void
  readonly onOther: () => void
}

export function Columns(props: ColumnsProps) {
  const t = useText(importsText)
  const { preview, options, onOther } = props
  const [kind] = useKind()
  const navigate = useNavigate()
  const act = useAct()
  const fields = useColumnsOf(kind, preview.dialect) ?? []
  const missing = useMissing(preview)
  const isOwnGoods = kind === 'products' && !preview.dialect
  const unused = preview.heads.filter((head) => head && !Object.values(preview.columns).includes(head))
  const start = () =>
    act(async () => {
      const { fileId, dialect, columns: read } = preview
      const columns = chosenColumns(fields, read)
      const chosen = kind === 'products' ? options : {}
      const { id } = await requestImport({ kind, dialect, fileId, columns, options: chosen, dryRun: true })
      await navigate({ to: `/imports/${id}` })
    })
  return (
    <Flex vertical gap="middle">
      <FileFacts preview={preview} onOther={onOther} />
      <Layout {...props} />
      {missing && <Alert type="error" showIcon title={missing} action={<OtherKind {...props} />} />}
      {preview.remembered && !missing && <Alert type="info" showIcon title={t('remembered')} />}
      <ColumnTable {...props} />
      {unused.length > 0 && (
        <Typography.Text type="secondary">
          {t(isOwnGoods ? 'unused.attributes' : 'unused', { columns: unused.join(t('and')) })}
        </Typography.Text>
      )}
      {kind === 'products' && <Options {...props} />}
      <Flex justify="end">
        <Verb type="primary" permission="imports.run" blocked={missing} onClick={start}>
          {t('trial.go')}
        </Verb>
      </Flex>
    </Flex>
  )
}

function FileFacts({ preview, onOther }: Pick<ColumnsProps, 'preview' | 'onOther'>) {
  const t = useText(importsText)
  const { fileName: name, format, encoding } = preview
  const form = format === 'csv' ? encoding : format === 'xlsx' ? 'Excel' : 'XML'
  return (
    <Flex align="center" gap="middle" wrap>
      <Typography.Text strong>
        {t('file.facts', { name, rows: preview.rows.toLocaleString('en-US'), encoding: form })}
      </Typography.Text>
      <Button size="small" onClick={onOther}>
        {t('file.other')}
      </Button>
    </Flex>
  )
}

/** The layout the sheet was recognised as, for people to choose another. */
function Layout({ preview, onPreview }: ColumnsProps) {
  const t = useText(importsText)
  const language = useLocale()
  const quietly = useQuietly()
  const [kind] = useKind()
  const dialects = useKinds().data?.find((each) => each.kind === kind)?.dialects ?? []
  if (dialects.length === 0) return null
  const own = { value: '', label: t('layout.own') }
  return (
    <Flex align="center" gap="middle" wrap>
      <label htmlFor="import-layout">{t('layout')}</label>
      <Select
        id="import-layout"
        style={{ width: 260 }}
        value={preview.dialect ?? ''}
        options={[own, ...dialects.map(({ name, label }) => ({ value: name, label: label[language] }))]}
        onChange={(dialect: string) =>
          void quietly(async () => onPreview(await previewOf(preview.fileId, { kind, dialect })))
        }
      />
    </Flex>
  )
}

/** A sheet that is complete as another kind is read as that one. */
function OtherKind({ preview, onPreview }: ColumnsProps) {
  const t = useText(importsText)
  const language = useLocale()
  const quietly = useQuietly()
  const [, setKind] = useKind()
  const other = useKinds().data?.find(({ kind }) => kind === preview.looksLike)
  if (!other) return null
  const change = () =>
    quietly(async () => {
      setKind(other.kind)
      onPreview(await previewOf(preview.fileId, { kind: other.kind }))
    })
  return <Button onClick={() => void change()}>{t('kind.other', { kind: other.label[language] })}</Button>
}

function useMissing({ missing, dialect }: Preview): string | false {
  const t = useText(importsText)
  const language = useLocale()
  const [kind] = useKind()
  const fields = useColumnsOf(kind, dialect) ?? []
  const names = missing.map((field) => fields.find((each) => each.field === field)?.label[language] ?? field)
  return names.length > 0 && t('missing', { fields: names.join(t('and')) })
}

function ColumnTable({ preview, onPreview }: ColumnsProps) {
  const t = useText(importsText)
  const language = useLocale()
  const quietly = useQuietly()
  const [kind] = useKind()
  const fields = useColumnsOf(kind, preview.dialect) ?? []
  const choose = (field: string, head: string | undefined) =>
    quietly(async () => {
      const columns = { ...chosenColumns(fields, preview.columns), [field]: head ?? null }
      onPreview(await previewOf(preview.fileId, { kind, dialect: preview.dialect ?? '', columns }))
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

function Options({ preview, options, onOptions }: ColumnsProps) {
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
        <Form.Item label={t('option.listing')}>
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
        {preview.dialect === 'magento' && (
          <Form.Item label={t('option.pictures')} htmlFor="picture-base" extra={t('option.pictures.why')}>
            <Input
              id="picture-base"
              type="url"
              placeholder="https://shop.example/media/catalog/product"
              value={options.pictureBase}
              onChange={(e) => onOptions({ ...options, pictureBase: e.target.value })}
              style={{ maxWidth: 480 }}
            />
          </Form.Item>
        )}
      </Form>
    </Card>
  )
}
