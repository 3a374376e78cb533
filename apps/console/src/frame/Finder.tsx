import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Flex, Input, Modal, Tag, Typography } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerOf } from '#client'
import { type Locale, say, type Texts } from '#kernel/text'
import { afterSalesText } from '#model/care/after-sales'
import { ordersText } from '#model/sales/orders'
import { shippingText } from '#model/supply/shipping'
import { pageGroups } from '../pages.ts'
import { asking } from './asking.ts'
import { comma } from './format.ts'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { useLocale, useText } from './language.ts'
import { ProblemAlert } from './Problems.tsx'
import { pastedNumbers } from './paste.ts'
import { useMe } from './session.ts'
import { commandKey, useShortcuts } from './shortcuts.ts'
import { frameText } from './text.ts'

type Found = AnswerOf<'GET /api/v1/admin/find'>['found'][number]

interface Hit {
  readonly href: string
  readonly kind: string
  readonly name: string
  readonly about: string
}

const mostWords = 50
const mostPages = 8
const restMillis = 250

/** One box, opened by Ctrl/⌘ K, for pages and for everything that has a number. */
export function Finder() {
  const t = useText(frameText)
  const [open, setOpen] = useState<'find' | 'help'>()
  const onFind = useCallback(() => setOpen('find'), [])
  const onHelp = useCallback(() => setOpen('help'), [])
  const close = useCallback(() => setOpen(undefined), [])
  useShortcuts({ onFind, onHelp })
  return (
    <>
      <Button onClick={onFind} aria-keyshortcuts="Control+K Meta+K">
        {t('find.open')} <kbd className="key">{commandKey} K</kbd>
      </Button>
      <Modal open={open === 'find'} onCancel={close} footer={null} title={t('find.open')} width={640} destroyOnHidden>
        <Box onChosen={close} />
      </Modal>
      <KeyboardHelp open={open === 'help'} onClose={close} />
    </>
  )
}

function Box({ onChosen }: { readonly onChosen: () => void }) {
  const t = useText(frameText)
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const { hits, missing, error, isAsking } = useHits(text)
  const go = (hit: Hit | undefined) => {
    if (!hit) return
    onChosen()
    void navigate({ to: hit.href })
  }
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])]
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.nativeEvent.isComposing) return
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    if (at + step < 0 || at + step >= all.length) return
    event.preventDefault()
    all[at + step]!.focus()
  }
  const entered = (event: KeyboardEvent) => {
    if (event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    go(hits[0])
  }
  return (
    <search onKeyDown={pressed}>
      <Flex vertical gap="small">
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={text}
          maxLength={2_000}
          placeholder={t('find.label')}
          aria-label={t('find.label')}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={entered}
        />
        <Typography.Text type="secondary">{t('find.hint')}</Typography.Text>
        {error && <ProblemAlert error={error} />}
        <div role="status" className="hidden">
          {text && !isAsking ? t('find.count', { count: hits.length }) : ''}
        </div>
        <ul ref={list} aria-label={t('find.results')} className="finder">
          {hits.map((hit) => (
            <li key={`${hit.kind} ${hit.href} ${hit.name}`}>
              <button type="button" onClick={() => go(hit)}>
                <Tag>{hit.kind}</Tag>
                <span>{hit.name}</span>
                <Typography.Text type="secondary">{hit.about}</Typography.Text>
              </button>
            </li>
          ))}
        </ul>
        {missing.length > 0 && !isAsking && (
          <Typography.Text type="warning">
            {hits.length === 0 ? t('find.none') : t('find.missing', { words: missing.join(comma()) })}
          </Typography.Text>
        )}
      </Flex>
    </search>
  )
}

/** Pages by their names at once, things by their numbers when the fingers rest. */
function useHits(text: string) {
  const t = useText(frameText)
  const language = useLocale()
  const pages = usePages(text)
  const words = pastedNumbers(useRested(text)).slice(0, mostWords)
  const asked = useQuery({
    ...asking('GET /api/v1/admin/find', { query: { word: words } }),
    enabled: words.length > 0,
    staleTime: 10_000,
  })
  const { found = [], missing = [] } = (words.length > 0 && asked.data) || {}
  const things = found.map(
    (each): Hit => ({
      href: each.href,
      kind: t(`find.${each.kind}`),
      name: each.name,
      about: aboutIn(language, each),
    }),
  )
  return {
    hits: [...pages, ...things],
    missing: pages.length > 0 ? [] : missing,
    error: asked.error,
    isAsking: asked.isFetching,
  }
}

function usePages(text: string): Hit[] {
  const t = useText(frameText)
  const language = useLocale()
  const { permissions } = useMe()
  const word = text.trim().toLowerCase()
  if (!word) return []
  return pageGroups
    .flatMap(({ group, pages }) => pages.map((page) => ({ ...page, group })))
    .filter(({ path, needs }) => !path.includes('$') && permissions.includes(needs))
    .filter(({ title }) => `${title.zh} ${title.en}`.toLowerCase().includes(word))
    .slice(0, mostPages)
    .map(({ path, title, group }) => ({
      href: path,
      kind: t('find.pages'),
      name: title[language],
      about: t(`group.${group}`),
    }))
}

const words: Readonly<Record<Found['kind'], readonly [Texts, string] | undefined>> = {
  order: [ordersText, 'order.headline'],
  parcel: [shippingText, 'parcel.status'],
  case: [afterSalesText, 'case.status'],
  customer: undefined,
  variant: undefined,
  product: undefined,
}

function aboutIn(language: Locale, { kind, about }: Found): string {
  const spoken = words[kind]
  if (spoken) return say(spoken[0], language, `${spoken[1]}.${about}`)
  return kind === 'product' ? '' : about
}

function useRested(text: string): string {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMillis)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
