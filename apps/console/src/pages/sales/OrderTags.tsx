import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Empty, Flex, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { longestTag, orderFlags } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { useAsSeen } from '../../frame/as-seen.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { useMay } from '../../frame/session.ts'
import { frameText } from '../../frame/text.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { FlagMark } from './FlagMark.tsx'
import type { OrderData, SentOrder } from './order.ts'
import { tagsText } from './tags-text.ts'
import './workbench.css'

export type SentTag = AnswerOf<'GET /api/v1/admin/order-tags'>[number]

export function useTags(): readonly SentTag[] {
  return useQuery({ ...asking('GET /api/v1/admin/order-tags'), staleTime: 60_000 }).data ?? []
}

/** A tag by its name; its colour is only decoration. */
export function TagMark({ tag: { name, color } }: { readonly tag: SentTag }) {
  return (
    <span className={`order-tag flag-${color}`} title={name}>
      <span aria-hidden className="order-tag-dot" />
      <span className="order-tag-name">{name}</span>
    </span>
  )
}

interface TagSelectProps {
  readonly label: string
  readonly value?: readonly string[]
  readonly onChange?: (ids: string[]) => void
  readonly disabled?: boolean
  /** A name that is typed and not there yet becomes a tag. */
  readonly canMake?: boolean
  readonly width?: number | string
}

/** Tags of the shop, several at once. */
export function TagSelect({ label, value = [], onChange, disabled, canMake, width = '100%' }: TagSelectProps) {
  const t = useText(tagsText)
  const tags = useTags()
  const act = useAct()
  const reload = useReload('order-tags')
  const made = async (name: string): Promise<string | undefined> => {
    const color = orderFlags[tags.length % orderFlags.length]!
    let id: string | undefined
    await act(
      async () => {
        id = (await ask('POST /api/v1/admin/order-tags', { body: { name: name.slice(0, longestTag), color } })).id
      },
      t('made', { name }),
    )
    await reload()
    return id
  }
  const choose = async (chosen: string[]) => {
    const ids = chosen.filter((each) => tags.some(({ id }) => id === each))
    const names = chosen.filter((each) => !ids.includes(each) && each.trim())
    for (const name of names) ids.push(...[await made(name.trim())].filter((id) => id !== undefined))
    onChange?.(ids)
  }
  return (
    <Select
      mode={canMake ? 'tags' : 'multiple'}
      allowClear
      disabled={disabled ?? false}
      style={{ width, minWidth: 150 }}
      maxTagCount="responsive"
      aria-label={label}
      placeholder={label}
      value={[...value]}
      options={tags.map((tag) => ({ value: tag.id, name: tag.name, label: <TagMark tag={tag} /> }))}
      showSearch={{ optionFilterProp: 'name' }}
      onChange={(chosen) => void choose(chosen)}
    />
  )
}

interface OwnTagsProps {
  readonly order: SentOrder
  readonly tags: OrderData['tags']
  /** The version that is looked at. */
  readonly seen: string | undefined
}

/** The tags of an order, put on and taken off where they stand. */
export function OwnTags({ order, tags, seen }: OwnTagsProps) {
  const t = useText(tagsText)
  const act = useAct()
  const may = useMay('orders.change')
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  const own = tags.map(({ id }) => id)
  const change = async (ids: string[]) => {
    const body = { add: ids.filter((id) => !own.includes(id)), remove: own.filter((id) => !ids.includes(id)) }
    if (body.add.length + body.remove.length === 0) return
    const work = () =>
      asSeen((ifMatch) => ask('PUT /api/v1/admin/orders/{id}/tags', { path: { id: order.id }, body, ...ifMatch }))
    if (await act(work)) await reload()
  }
  return <TagSelect canMake label={t('add')} value={own} disabled={!may} onChange={(ids) => void change(ids)} />
}

/** The shop's tags: other names, other colours, or away with one. */
export function TagsVerb() {
  const t = useText(tagsText)
  const tags = useTags()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('tags')}</Button>
      <Drawer open={isOpen} onClose={() => setOpen(false)} title={t('tags')}>
        {tags.length === 0 && <Empty description={t('none')} />}
        <Flex component="ul" vertical gap="small" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {tags.map((tag) => (
            <Flex component="li" key={tag.id} align="center" justify="space-between" gap="small">
              <TagMark tag={tag} />
              <Flex gap="small" style={{ flex: 'none' }}>
                <ChangeVerb tag={tag} />
                <RemoveVerb tag={tag} />
              </Flex>
            </Flex>
          ))}
        </Flex>
      </Drawer>
    </>
  )
}

function ChangeVerb({ tag }: { readonly tag: SentTag }) {
  const t = useText(tagsText)
  const frame = useText(frameText)
  const reload = useReload('order-tags', 'orders')
  return (
    <AskingVerb<Omit<SentTag, 'id'>>
      size="small"
      permission="settings.change"
      title={t('change.title', { name: tag.name })}
      label={t('change.title', { name: tag.name })}
      initial={tag}
      fields={
        <>
          <Form.Item
            name="name"
            label={t('name')}
            rules={[{ required: true, whitespace: true, message: frame('required') }]}
          >
            <Input autoFocus maxLength={longestTag} />
          </Form.Item>
          <Form.Item name="color" label={t('color')}>
            <Radio.Group>
              {orderFlags.map((flag) => (
                <Radio key={flag} value={flag}>
                  <FlagMark flag={flag} />
                </Radio>
              ))}
            </Radio.Group>
          </Form.Item>
        </>
      }
      work={(body) => ask('PUT /api/v1/admin/order-tags/{id}', { path: { id: tag.id }, body })}
      onDone={reload}
    >
      {t('change')}
    </AskingVerb>
  )
}

function RemoveVerb({ tag }: { readonly tag: SentTag }) {
  const t = useText(tagsText)
  const reload = useReload('order-tags', 'orders')
  return (
    <AskingVerb
      size="small"
      danger
      permission="settings.change"
      title={t('remove.title', { name: tag.name })}
      label={t('remove.title', { name: tag.name })}
      consequence={t('remove.about')}
      work={() => ask('DELETE /api/v1/admin/order-tags/{id}', { path: { id: tag.id } })}
      onDone={reload}
    >
      {t('remove')}
    </AskingVerb>
  )
}
