import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { catalogText, type RelatedKind, relatedKinds } from '#model/goods/catalog'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { MoveVerb } from '../../frame/MoveVerb.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { Picture } from './Picture.tsx'
import { productText } from './product-text.ts'

type Entry = AnswerOf<'GET /api/v1/admin/products/{id}/related'>[number]

/** What shoppers are offered beside this product, in the order of the list. */
export function ProductRelated({ id }: { readonly id: string }) {
  const t = useText(productText)
  const related = useQuery(asking('GET /api/v1/admin/products/{id}/related', { path: { id } }))
  return (
    <Card title={t('related.title')} size="small">
      <Loaded query={related}>{(entries) => <List key={JSON.stringify(entries)} id={id} entries={entries} />}</Loaded>
    </Card>
  )
}

function List({ id, entries }: { readonly id: string; readonly entries: readonly Entry[] }) {
  const t = useText(productText)
  const say = useText(catalogText)
  const language = useLocale()
  const act = useAct()
  const reload = useReload('GET /api/v1/admin/products/{id}/related')
  const [list, setList] = useState(entries)
  const isDirty = JSON.stringify(list) !== JSON.stringify(entries)
  const save = async () => {
    const wanted = list.map(({ productId, kind }) => ({ productId, kind }))
    if (
      await act(
        () => ask('PUT /api/v1/admin/products/{id}/related', { path: { id }, body: { related: wanted } }),
        t('saved'),
      )
    )
      await reload()
  }
  const swap = (at: number) => setList(list.with(at, list[at - 1]!).with(at - 1, list[at]!))
  return (
    <Flex vertical gap="small">
      {list.length === 0 && <Typography.Text type="secondary">{t('related.none')}</Typography.Text>}
      {list.map((entry, at) => (
        <Flex key={entry.productId} gap="small" align="center" wrap>
          <Picture id={entry.pictureId} alt="" size={32} />
          <Link to={`/products/${entry.productId}`} style={{ flex: 1, minWidth: 100 }}>
            {entry.name[language]}
          </Link>
          {entry.status !== 'on_sale' && <Tag>{say(`catalog.status.${entry.status}`)}</Tag>}
          <Select<RelatedKind>
            size="small"
            aria-label={t('related.kind')}
            value={entry.kind}
            style={{ width: 90 }}
            options={relatedKinds.map((kind) => ({ value: kind, label: say(`catalog.related.${kind}`) }))}
            onChange={(kind) => setList(list.with(at, { ...entry, kind }))}
          />
          <MoveVerb sign="↑" label={t('related.up')} onMove={at > 0 ? () => swap(at) : undefined} />
          <Button
            size="small"
            aria-label={t('related.remove', { name: entry.name[language] })}
            onClick={() => setList(list.toSpliced(at, 1))}
          >
            ×
          </Button>
        </Flex>
      ))}
      <AddRelated
        taken={[id, ...list.map(({ productId }) => productId)]}
        onAdd={(entry) => setList([...list, entry])}
      />
      <Verb permission="products.write" blocked={!isDirty && t('related.unchanged')} onClick={save}>
        {t('related.save')}
      </Verb>
    </Flex>
  )
}

function AddRelated({ taken, onAdd }: { readonly taken: readonly string[]; readonly onAdd: (entry: Entry) => void }) {
  const t = useText(productText)
  const [text, setText] = useState('')
  const found = useQuery({
    ...asking('GET /api/v1/admin/products', { query: { text, limit: 10 } }),
    enabled: text.trim() !== '',
  })
  const rows = (found.data?.rows ?? []).filter(({ id }) => !taken.includes(id))
  const add = (id: string) => {
    const row = rows.find((each) => each.id === id)
    if (!row) return
    onAdd({ ...row, productId: row.id, kind: 'accessory', name: { zh: row.name, en: row.name } })
    setText('')
  }
  return (
    <Select<string>
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      value={null}
      aria-label={t('related.add')}
      placeholder={t('related.add')}
      options={rows.map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent={text ? t('related.nothing') : null}
      onSelect={add}
    />
  )
}
