import { Link } from '@tanstack/react-router'
import { Card, Flex, Form, Input, Tree, TreeSelect, Typography } from 'antd'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { CategoryEditor } from './CategoryEditor.tsx'
import { categoriesText } from './categories-text.ts'
import { findNode } from './category-form.ts'
import type { CategoryNode } from './goods-data.ts'
import './goods.css'
import { treeOptions, useCategories } from './goods-data.ts'

/** The tree of categories, and what products of each must state. */
export default function CategoriesPage() {
  const t = useText(categoriesText)
  const categories = useCategories()
  const [{ id }, filter] = useFilters(['id'])
  const choose = (next: string | undefined) => filter({ id: next })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={<AddCategory nodes={categories.data ?? []} onAdded={choose} />}
    >
      <Loaded query={categories}>
        {(nodes) => (
          <div className="category-columns">
            <Card size="small">
              <CategoryTree nodes={nodes} chosen={id} onChoose={choose} />
            </Card>
            <ChosenCategory nodes={nodes} id={id} onChoose={choose} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

interface TreeProps {
  readonly nodes: readonly CategoryNode[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}

function CategoryTree({ nodes, chosen, onChoose }: TreeProps) {
  const t = useText(categoriesText)
  const language = useLocale()
  if (nodes.length === 0) return <Nothing says={t('empty')} next={<AddCategory nodes={[]} onAdded={onChoose} />} />
  return (
    <Tree
      aria-label={t('title')}
      blockNode
      defaultExpandAll
      treeData={treeOptions(nodes, language).map(asTreeNode)}
      selectedKeys={chosen ? [chosen] : []}
      onSelect={([key]) => key && onChoose(String(key))}
    />
  )
}

interface TreeEntry {
  key: string
  title: string
  children: TreeEntry[]
}

const asTreeNode = ({ value, title, children }: ReturnType<typeof treeOptions>[number]): TreeEntry => ({
  key: value,
  title,
  children: children.map(asTreeNode),
})

function ChosenCategory({
  nodes,
  id,
  onChoose,
}: {
  readonly nodes: readonly CategoryNode[]
  readonly id: string | undefined
  readonly onChoose: (id: string) => void
}) {
  const t = useText(categoriesText)
  const language = useLocale()
  const node = findNode(nodes, id)
  if (!node)
    return (
      <Card size="small">
        <Typography.Text type="secondary">{t('choose')}</Typography.Text>
      </Card>
    )
  const actions = (
    <Flex gap="small" align="center">
      <Link to="/products" search={{ category: node.id } as never}>
        {t('products')}
      </Link>
      <AddCategory nodes={nodes} parentId={node.id} onAdded={onChoose} />
    </Flex>
  )
  return (
    <Card size="small" title={node.name[language]} extra={actions}>
      <CategoryEditor key={node.id} node={node} nodes={nodes} />
    </Card>
  )
}

interface AddCategoryProps {
  readonly nodes: readonly CategoryNode[]
  readonly parentId?: string
  readonly onAdded: (id: string) => void
}

interface NewCategory {
  readonly zh: string
  readonly en: string
  readonly slug: string
  readonly parentId?: string
}

function AddCategory({ nodes, parentId, onAdded }: AddCategoryProps) {
  const t = useText(categoriesText)
  const reload = useReload('categories')
  const create = async ({ zh, en, slug, parentId: above }: NewCategory) => {
    const { id } = await ask('POST /api/v1/admin/categories', {
      body: { slug, parentId: above ?? null, name: { zh, en } },
    })
    await reload()
    onAdded(id)
  }
  return (
    <AskingVerb<NewCategory>
      key={parentId}
      type={parentId ? 'default' : 'primary'}
      size={parentId ? 'small' : undefined}
      permission="products.write"
      title={t('add')}
      initial={{ parentId }}
      fields={<NewFields nodes={nodes} />}
      work={create}
    >
      {t(parentId ? 'add.below' : 'add')}
    </AskingVerb>
  )
}

function NewFields({ nodes }: { readonly nodes: readonly CategoryNode[] }) {
  const t = useText(categoriesText)
  const language = useLocale()
  const needed = [{ required: true, whitespace: true, message: t('required') }]
  return (
    <>
      <Form.Item name="zh" label={t('name.zh')} rules={needed}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="en" label={t('name.en')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="slug"
        label={t('slug')}
        extra={t('slug.hint')}
        rules={[{ required: true, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: t('slug.hint') }]}
      >
        <Input maxLength={200} autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="parentId" label={t('parent')}>
        <TreeSelect
          allowClear
          treeDefaultExpandAll
          placeholder={t('parent.top')}
          treeData={treeOptions(nodes, language)}
        />
      </Form.Item>
    </>
  )
}
