import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Input, Select, Typography } from 'antd'
import { type ChangeEvent, useState } from 'react'
import type { AnswerOf } from '#client'
import { catalogText, type PartKind, partKinds } from '#model/goods/catalog'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { newKey } from '../../frame/key.ts'
import { useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { Picture } from './Picture.tsx'
import { uploadPicture } from './picture-calls.ts'
import { productText } from './product-text.ts'

type SentPart = AnswerOf<'GET /api/v1/admin/products/{id}/parts'>['parts'][number]

interface PartsProps {
  readonly id: string
  readonly onSaved: () => unknown
}

/** What the detail page shows below the description: scenes, features, guide, comparison, reviews. */
export function ProductParts({ id, onSaved }: PartsProps) {
  const t = useText(productText)
  const parts = useQuery(asking('GET /api/v1/admin/products/{id}/parts', { path: { id } }))
  return (
    <Card title={t('parts.title')} size="small">
      <Loaded query={parts}>
        {(answer) => <Parts key={JSON.stringify(answer)} id={id} parts={answer.parts} onSaved={onSaved} />}
      </Loaded>
    </Card>
  )
}

interface Row extends SentPart {
  readonly key: string
}

function Parts({
  id,
  parts,
  onSaved,
}: {
  readonly id: string
  readonly parts: readonly SentPart[]
  readonly onSaved: () => unknown
}) {
  const t = useText(productText)
  const act = useAct()
  const reload = useReload('GET /api/v1/admin/products/{id}/parts')
  const [before] = useState(() => parts.map((part): Row => ({ ...part, key: newKey() })))
  const [rows, setRows] = useState<readonly Row[]>(before)
  const save = async () => {
    const wanted = rows.map(({ key: _, ...part }) => part)
    if (
      !(await act(
        () => ask('PUT /api/v1/admin/products/{id}/parts', { path: { id }, body: { parts: wanted } }),
        t('saved'),
      ))
    )
      return
    await reload()
    await onSaved()
  }
  const add = (kind: PartKind) =>
    setRows([...rows, { key: newKey(), kind, title: { zh: '', en: '' }, body: { zh: '', en: '' }, pictureIds: [] }])
  return (
    <Flex vertical gap="middle">
      {rows.length === 0 && <Typography.Text type="secondary">{t('parts.none')}</Typography.Text>}
      {rows.map((row, at) => (
        <PartFields
          key={row.key}
          row={row}
          onChange={(next) => setRows(rows.with(at, next))}
          onRemove={() => setRows(rows.toSpliced(at, 1))}
        />
      ))}
      <Flex gap="small" wrap>
        <AddPart onAdd={add} />
        <Verb permission="products.write" blocked={rows === before && t('related.unchanged')} onClick={save}>
          {t('parts.save')}
        </Verb>
      </Flex>
    </Flex>
  )
}

function AddPart({ onAdd }: { readonly onAdd: (kind: PartKind) => void }) {
  const t = useText(productText)
  const say = useText(catalogText)
  return (
    <Select<PartKind>
      value={null}
      aria-label={t('parts.add')}
      placeholder={t('parts.add')}
      style={{ minWidth: 160 }}
      options={partKinds.map((kind) => ({ value: kind, label: say(`catalog.part.${kind}`) }))}
      onSelect={onAdd}
    />
  )
}

interface PartFieldsProps {
  readonly row: Row
  readonly onChange: (row: Row) => void
  readonly onRemove: () => void
}

function PartFields({ row, onChange, onRemove }: PartFieldsProps) {
  const t = useText(productText)
  const say = useText(catalogText)
  const name = say(`catalog.part.${row.kind}`)
  const words = (part: 'title' | 'body', language: 'zh' | 'en') => ({
    'aria-label': `${name} ${t(part === 'title' ? 'parts.heading' : 'parts.body')} ${t(`language.${language}`)}`,
    placeholder: `${t(part === 'title' ? 'parts.heading' : 'parts.body')} · ${t(`language.${language}`)}`,
    value: row[part][language],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange({ ...row, [part]: { ...row[part], [language]: event.target.value } }),
  })
  return (
    <Flex vertical gap="small">
      <Flex justify="space-between" align="center">
        <Typography.Text strong>{name}</Typography.Text>
        <Button size="small" onClick={onRemove}>
          {t('parts.remove', { name })}
        </Button>
      </Flex>
      <Flex gap="small">
        <Input maxLength={200} {...words('title', 'zh')} />
        <Input maxLength={200} {...words('title', 'en')} />
      </Flex>
      <Input.TextArea rows={3} {...words('body', 'zh')} />
      <Input.TextArea rows={2} {...words('body', 'en')} />
      <PartPictures row={row} name={name} onChange={onChange} />
    </Flex>
  )
}

function PartPictures({ row, name, onChange }: Omit<PartFieldsProps, 'onRemove'> & { readonly name: string }) {
  const t = useText(productText)
  const act = useAct()
  const upload = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (!file) return
    await act(async () => {
      const { id } = await uploadPicture(file, { zh: row.title.zh || name, en: row.title.en || name })
      onChange({ ...row, pictureIds: [...row.pictureIds, id] })
    })
  }
  return (
    <Flex gap="small" wrap align="center">
      {row.pictureIds.map((id, at) => (
        <Flex key={id} vertical align="center">
          <Picture id={id} alt="" size={64} />
          <Button
            size="small"
            type="text"
            aria-label={t('pictures.remove', { at: at + 1 })}
            onClick={() => onChange({ ...row, pictureIds: row.pictureIds.filter((each) => each !== id) })}
          >
            ×
          </Button>
        </Flex>
      ))}
      <label>
        <Typography.Text type="secondary">{t('parts.picture')} </Typography.Text>
        <input type="file" accept="image/*" onChange={(event) => void upload(event)} />
      </label>
    </Flex>
  )
}
