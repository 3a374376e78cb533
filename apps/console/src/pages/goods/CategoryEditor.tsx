import { useQueryClient } from '@tanstack/react-query'
import {
  Button,
  Checkbox,
  Flex,
  Form,
  Input,
  InputNumber,
  Select,
  Skeleton,
  type TableProps,
  Tag,
  TreeSelect,
  Typography,
} from 'antd'
import { useMemo, useState } from 'react'
import { ask } from '../../frame/api.ts'
import { LeaveWarning } from '../../frame/LeaveWarning.tsx'
import { useLocale, useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { CategoryParts } from './CategoryParts.tsx'
import { categoriesText } from './categories-text.ts'
import {
  type AttributeForm,
  attributesOf,
  type CategoryForm,
  categoryFormOf,
  newAttribute,
  ownOf,
  slipOf,
  without,
} from './category-form.ts'
import type { CategoryAttribute, CategoryNode } from './goods-data.ts'
import { treeOptions, useAttributes } from './goods-data.ts'
import { CategoryHead } from './PageHeads.tsx'

interface CategoryEditorProps {
  readonly node: CategoryNode
  readonly nodes: readonly CategoryNode[]
}

/** Name, place and attributes of one category. */
export function CategoryEditor({ node, nodes }: CategoryEditorProps) {
  const all = useAttributes(node.id)
  const above = useAttributes(node.parentId)
  if (!all || (node.parentId && !above)) return <Skeleton active />
  return <Editor node={node} nodes={nodes} all={all} above={above ?? []} />
}

interface EditorProps extends CategoryEditorProps {
  readonly all: readonly CategoryAttribute[]
  readonly above: readonly CategoryAttribute[]
}

function Editor({ node, nodes, all, above }: EditorProps) {
  const t = useText(categoriesText)
  const act = useAct()
  const queries = useQueryClient()
  const base = useMemo(() => categoryFormOf(node, ownOf(all, above)), [node, all, above])
  const [form, setForm] = useState(base)
  const change = (part: Partial<CategoryForm>) => setForm((before) => ({ ...before, ...part }))
  const isDirty = JSON.stringify(form) !== JSON.stringify(base)
  const slip = slipOf(form)
  const save = async () => {
    const { name, parentId, position, slug } = form
    const body = { name, parentId, position, slug, attributes: attributesOf(form) }
    if (await act(() => ask('PATCH /api/v1/admin/categories/{id}', { path: { id: node.id }, body }), t('saved')))
      await queries.invalidateQueries()
  }
  return (
    <Form layout="vertical" component="div">
      <PlaceFields node={node} nodes={nodes} form={form} change={change} />
      <Inherited attributes={above} />
      <Typography.Title level={3} style={{ fontSize: 14 }}>
        {t('attributes')}
      </Typography.Title>
      <Attributes form={form} change={change} />
      <CategoryParts id={node.id} />
      <CategoryHead id={node.id} />
      <LeaveWarning isDirty={isDirty} />
      {isDirty && (
        <Flex gap="small" justify="end" style={{ marginTop: 16 }}>
          <Button onClick={() => setForm(base)}>{t('discard')}</Button>
          <Verb
            type="primary"
            permission="products.write"
            blocked={slip && t(slip.code, { at: slip.at + 1 })}
            onClick={save}
          >
            {t('save')}
          </Verb>
        </Flex>
      )}
    </Form>
  )
}

interface FormProps {
  readonly form: CategoryForm
  readonly change: (part: Partial<CategoryForm>) => void
}

function PlaceFields({ node, nodes, form, change }: CategoryEditorProps & FormProps) {
  const t = useText(categoriesText)
  const language = useLocale()
  const words = (locale: 'zh' | 'en') => (
    <Form.Item label={t(`name.${locale}`)} htmlFor={`name-${locale}`} style={{ flex: '1 1 180px' }}>
      <Input
        id={`name-${locale}`}
        maxLength={100}
        value={form.name[locale]}
        onChange={(e) => change({ name: { ...form.name, [locale]: e.target.value } })}
      />
    </Form.Item>
  )
  return (
    <Flex gap="middle" wrap>
      {words('zh')}
      {words('en')}
      <Form.Item label={t('parent')} htmlFor="parent" style={{ flex: '1 1 180px' }}>
        <TreeSelect
          id="parent"
          allowClear
          treeDefaultExpandAll
          placeholder={t('parent.top')}
          treeData={treeOptions(without(nodes, node.id), language)}
          value={form.parentId ?? undefined}
          onChange={(parentId?: string) => change({ parentId: parentId ?? null })}
        />
      </Form.Item>
      <Form.Item label={t('position')} htmlFor="position" extra={t('position.hint')}>
        <InputNumber
          id="position"
          min={0}
          max={100_000}
          precision={0}
          value={form.position}
          onChange={(position) => change({ position: position ?? 0 })}
        />
      </Form.Item>
      <Form.Item label={t('slug')} htmlFor="slug" extra={t('slug.hint')} style={{ flex: '1 1 180px' }}>
        <Input id="slug" maxLength={200} value={form.slug} onChange={(e) => change({ slug: e.target.value.trim() })} />
      </Form.Item>
    </Flex>
  )
}

function Inherited({ attributes }: { readonly attributes: readonly CategoryAttribute[] }) {
  const t = useText(categoriesText)
  const language = useLocale()
  if (attributes.length === 0) return null
  return (
    <div style={{ marginBottom: 16 }}>
      <Typography.Title level={3} style={{ fontSize: 14 }}>
        {t('inherited')}
      </Typography.Title>
      {attributes.map(({ code, name, required }) => (
        <Tag key={code}>
          {name[language]}
          {required && ' *'}
        </Tag>
      ))}
    </div>
  )
}

function Attributes({ form, change }: FormProps) {
  const t = useText(categoriesText)
  const columns = useAttributeColumns({ form, change })
  return (
    <>
      <Table<AttributeForm>
        size="small"
        className="variants"
        rowKey="key"
        pagination={false}
        dataSource={[...form.attributes]}
        columns={columns}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('attributes.none') }}
      />
      <Button
        size="small"
        style={{ marginTop: 8 }}
        onClick={() => change({ attributes: [...form.attributes, newAttribute()] })}
      >
        {t('attribute.add')}
      </Button>
    </>
  )
}

type Set = (part: Partial<AttributeForm>) => void

function useAttributeColumns({ form, change }: FormProps): TableProps<AttributeForm>['columns'] {
  const t = useText(categoriesText)
  const cell = (
    title: string,
    width: number,
    show: (row: AttributeForm, set: Set, label: string) => React.ReactNode,
  ) => ({
    title,
    width,
    render: (_: unknown, row: AttributeForm, at: number) => {
      const set: Set = (part) => change({ attributes: form.attributes.with(at, { ...row, ...part }) })
      return show(row, set, t('row.label', { at: at + 1, column: title }))
    },
  })
  const words = (locale: 'zh' | 'en') =>
    cell(t(`name.${locale}`), 104, (row, set, label) => (
      <Input
        aria-label={label}
        maxLength={100}
        value={row.name[locale]}
        onChange={(e) => set({ name: { ...row.name, [locale]: e.target.value } })}
      />
    ))
  const kinds = (['text', 'number', 'choice'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))
  return [
    cell(t('code'), 108, (row, set, label) => (
      <Input aria-label={label} maxLength={40} value={row.code} onChange={(e) => set({ code: e.target.value })} />
    )),
    words('zh'),
    words('en'),
    cell(t('kind'), 80, (row, set, label) => (
      <Select
        aria-label={label}
        style={{ width: '100%' }}
        options={kinds}
        value={row.kind}
        onChange={(kind) => set({ kind })}
      />
    )),
    cell(t('must'), 48, (row, set, label) => (
      <Checkbox aria-label={label} checked={row.required} onChange={(e) => set({ required: e.target.checked })} />
    )),
    cell(t('options'), 216, (row, set, label) => <Options row={row} set={set} label={label} />),
    {
      title: t('attribute.remove'),
      width: 58,
      render: (_, __, at) => (
        <Button
          size="small"
          aria-label={`${t('attribute.remove')} ${at + 1}`}
          onClick={() => change({ attributes: form.attributes.toSpliced(at, 1) })}
        >
          {t('attribute.remove')}
        </Button>
      ),
    },
  ]
}

function Options({ row, set, label }: { readonly row: AttributeForm; readonly set: Set; readonly label: string }) {
  const t = useText(categoriesText)
  if (row.kind === 'text') return <>—</>
  const hint = t(row.kind === 'choice' ? 'options.choice' : 'options.unit')
  return (
    <Input.TextArea
      aria-label={`${label}: ${hint}`}
      placeholder={hint}
      autoSize
      value={row.options}
      onChange={(e) => set({ options: e.target.value })}
    />
  )
}
