import { useQuery } from '@tanstack/react-query'
import { Flex, Mentions, Typography } from 'antd'
import { useState } from 'react'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { twinText } from './twin-text.ts'

/** Words for colleagues about an order; whoever is called by @ finds a notice. */
export function CommentBox({ orderId }: { readonly orderId: string }) {
  const t = useText(twinText)
  const act = useAct()
  const reload = useReload('orders')
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const colleagues = useQuery(asking('GET /api/v1/admin/colleagues')).data?.rows ?? []
  const send = async () => {
    setBusy(true)
    const body = { words, mentions: colleagues.filter(({ name }) => isCalled(words, name)).map(({ id }) => id) }
    const work = () => ask('POST /api/v1/admin/orders/{id}/comments', { path: { id: orderId }, body })
    const done = await act(work, t('comment.sent'))
    setBusy(false)
    if (!done) return
    setWords('')
    await reload()
  }
  return (
    <Flex vertical gap={6} className="unprinted">
      <Mentions
        rows={2}
        value={words}
        onChange={setWords}
        maxLength={1_000}
        aria-label={t('comment')}
        placeholder={t('comment')}
        notFoundContent={t('comment.nobody')}
        options={colleagues.map(({ id, name }) => ({ key: id, value: name, label: name }))}
      />
      <Flex gap="middle" align="center" justify="space-between" wrap>
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {t('comment.hint')}
        </Typography.Text>
        <Verb size="small" blocked={!words.trim() && t('comment.empty')} loading={busy} onClick={send}>
          {t('comment.send')}
        </Verb>
      </Flex>
    </Flex>
  )
}

/** Called by @ and the whole name: `@Mei` does not call Meiling's colleague Mei twice, nor Mei for `@Meiling`. */
export const isCalled = (words: string, name: string): boolean =>
  words
    .split('@')
    .some((part, at) => at > 0 && part.startsWith(name) && !/^[\p{L}\p{N}]/u.test(part.slice(name.length)))
