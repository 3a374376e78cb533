import { Button, Card, Flex, Input, Radio, Typography } from 'antd'
import { useState } from 'react'
import { longestNote, type OrderFlag, orderFlags } from '#model/sales/orders'
import { ask, askWithTag } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { type Changed, FasterAlert, type Seen, useContest } from '../../frame/contest.tsx'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { useMissing } from '../../frame/rights.ts'
import { FlagMark } from './FlagMark.tsx'
import { OwnTags } from './OrderTags.tsx'
import type { OrderData, SentOrder } from './order.ts'
import { workbenchText } from './workbench-text.ts'

interface MarkCardProps {
  readonly order: SentOrder
  readonly mark: OrderData['mark']
  readonly tags: OrderData['tags']
  readonly seen: string | undefined
}

type Mark = OrderData['mark']
interface Wish {
  readonly flag?: OrderFlag | null
  readonly note?: string
}

/** What staff noted about an order for each other. Of two who note at once the second chooses; neither loses a word. */
export function MarkCard({ order, mark, tags, seen }: MarkCardProps) {
  const t = useText(workbenchText)
  const act = useAct()
  const missing = useMissing('orders.change')
  const reload = useReload('orders')
  const changesOf = useMarkChanges()
  /** The note that is being written, and what it is written on. */
  const [draft, setDraft] = useState<Seen<Mark> & { readonly note: string }>()
  const [wish, setWish] = useState<Wish>({})
  const note = draft?.note ?? mark.note
  const { contest, save: asSeen, end } = useContest(draft ?? { thing: mark, etag: seen }, () => markNow(order.id))
  const save = async (body: Wish) => {
    setWish(body)
    const work = () =>
      asSeen((ifMatch) => ask('PUT /api/v1/admin/orders/{id}/mark', { path: { id: order.id }, body, ...ifMatch }))
    if (!(await act(work, t('mark.saved')))) return
    if (body.note !== undefined) setDraft(undefined)
    await reload()
  }
  const takeTheirs = async () => {
    end()
    setDraft(undefined)
    await reload()
  }
  return (
    <Card size="small" title={t('mark')} extra={<Typography.Text type="secondary">{t('mark.about')}</Typography.Text>}>
      <Flex vertical gap="small">
        {contest && (
          <FasterAlert
            {...contest}
            changes={changesOf(contest.was, contest.thing)}
            onTheirs={takeTheirs}
            onMine={() => save(wish)}
          />
        )}
        <Radio.Group
          disabled={missing !== undefined}
          value={(contest?.thing ?? mark).flag ?? ''}
          aria-label={t('flag')}
          onChange={({ target }) => void save({ flag: orderFlags.find((each) => each === target.value) ?? null })}
        >
          {orderFlags.map((flag) => (
            <Radio key={flag} value={flag}>
              <FlagMark flag={flag} />
            </Radio>
          ))}
          <Radio value="">{t('flag.none')}</Radio>
        </Radio.Group>
        <OwnTags order={order} tags={tags} seen={seen} />
        <Input.TextArea
          disabled={missing !== undefined}
          value={note}
          rows={2}
          maxLength={longestNote}
          aria-label={t('mark.note')}
          placeholder={t('mark.note')}
          onChange={({ target }) => setDraft({ thing: mark, etag: seen, ...draft, note: target.value })}
        />
        {missing && <Typography.Text type="secondary">{missing}</Typography.Text>}
        {!contest && note.trim() !== mark.note && (
          <Button size="small" style={{ alignSelf: 'start' }} onClick={() => void save({ note })}>
            {t('mark.save')}
          </Button>
        )}
      </Flex>
    </Card>
  )
}

/** The mark as it stands, and who put it. */
async function markNow(id: string) {
  const { answer, etag } = await askWithTag('GET /api/v1/admin/orders/{id}', { path: { id } })
  const last = answer.history.filter(({ type }) => type === 'order.marked').at(-1)
  return { thing: answer.mark, etag: etag ?? undefined, ...(last && { by: last.actorName, at: last.at }) }
}

function useMarkChanges(): (was: Mark, now: Mark) => Changed[] {
  const t = useText(workbenchText)
  const flagText = ({ flag }: Mark) => t(flag ? `flag.${flag}` : 'flag.none')
  return (was, now) => [
    ...(was.flag === now.flag ? [] : [{ field: t('flag'), before: flagText(was), after: flagText(now) }]),
    ...(was.note === now.note ? [] : [{ field: t('mark.note'), before: was.note || '—', after: now.note || '—' }]),
  ]
}
