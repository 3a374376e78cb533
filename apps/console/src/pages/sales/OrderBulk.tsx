import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Form, Input } from 'antd'
import type { AnswerOf, InputOf } from '#client'
import { type BulkVerb, bulkText, bulkVerbs, wordy } from '#model/sales/bulk'
import { longestNote, orderFlags } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { asking } from '../../frame/asking.ts'
import { BulkBar } from '../../frame/BulkBar.tsx'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { useMissing } from '../../frame/rights.ts'
import { AskingVerb, ReasonField, Verb } from '../../frame/Verb.tsx'
import { FlagMark } from './FlagMark.tsx'
import { PrintMenu } from './OrderBulkPrint.tsx'
import { SplitFields, type Which } from './OrderBulkSplit.tsx'
import { CarrierField, WarehouseField } from './OrderDispatchVerbs.tsx'
import { TagSelect } from './OrderTags.tsx'
import { ordersPageText } from './orders-text.ts'
import { tagsText } from './tags-text.ts'
import { workbenchText } from './workbench-text.ts'

type AskBody = InputOf<'POST /api/v1/admin/bulk-runs'>['body']
export type ListedFilter = NonNullable<InputOf<'GET /api/v1/admin/orders/count'>['query']>
export type SentRun = AnswerOf<'POST /api/v1/admin/bulk-runs'>

/** Orders chosen one by one, or everything that matches. */
export interface Choice {
  readonly ids: readonly string[]
  readonly isAll: boolean
}

interface OrderBulkProps {
  readonly choice: Choice
  /** Absent where nothing more matches than is listed. */
  readonly filter?: ListedFilter | undefined
  readonly onChoose: (choice: Choice) => void
  readonly onAsked: (run: SentRun) => void
}

/** What can be done to all chosen orders. */
export function OrderBulk({ choice, filter, onChoose, onAsked }: OrderBulkProps) {
  const t = useText(workbenchText)
  const matching = useQuery({
    ...asking('GET /api/v1/admin/orders/count', { query: filter ?? {} }),
    enabled: filter !== undefined && choice.ids.length > 0,
  }).data
  const matches = matching && (matching.count > matching.most ? `${matching.most}+` : String(matching.count))
  const chosen = choice.isAll ? (matches ?? '…') : String(choice.ids.length)
  const which = choice.isAll ? { filter: { ...filter } } : { orderIds: [...choice.ids] }
  const work = async (verb: BulkVerb, details: AskBody['details']) =>
    onAsked(
      await ask('POST /api/v1/admin/bulk-runs', {
        body: { verb, details, ...which },
      }),
    )
  const shared = { chosen, which, work }
  return (
    <BulkBar
      label={t('bulk')}
      chosen={t(choice.isAll ? 'all.chosen' : 'chosenOrders', { count: chosen })}
      all={
        !choice.isAll &&
        matching &&
        matching.count > choice.ids.length && {
          label: t('all.choose', { count: matches }),
          onChoose: () => onChoose({ ...choice, isAll: true }),
        }
      }
      onClear={() => onChoose({ ids: [], isAll: false })}
    >
      {(
        [
          'approve',
          'unapprove',
          'intercept',
          'hold',
          'resume',
          'release',
          'merge',
          'carrier',
          'warehouse',
          'split',
          'exception',
          'note',
          'tag',
          'untag',
        ] as const
      ).map((verb) => (
        <BulkButton key={verb} verb={verb} {...shared} />
      ))}
      <FlagMenu work={work} />
      <PrintMenu choice={choice} />
      <BulkButton verb="cancel" {...shared} />
    </BulkBar>
  )
}

interface BulkVerbProps {
  readonly chosen: string
  readonly which: Which
  readonly work: (verb: BulkVerb, details: AskBody['details']) => Promise<unknown>
}

function BulkButton({ verb, chosen, which, work }: BulkVerbProps & { readonly verb: Exclude<BulkVerb, 'flag'> }) {
  const t = useText(workbenchText)
  const name = useText(bulkText)(`bulk.verb.${verb}`)
  return (
    <AskingVerb<AskBody['details']>
      size="small"
      danger={verb === 'cancel'}
      type={verb === 'approve' ? 'primary' : 'default'}
      permission={bulkVerbs[verb]}
      title={t('bulk.title', { verb: name, count: chosen })}
      consequence={t(verb === 'cancel' ? 'bulk.cancel.consequence' : 'bulk.consequence')}
      fields={verb === 'split' ? <SplitFields which={which} /> : <Words verb={verb} />}
      width={verb === 'split' ? 720 : undefined}
      work={(details) => work(verb, details)}
    >
      {name}
    </AskingVerb>
  )
}

function Words({ verb }: { readonly verb: BulkVerb }) {
  const t = useText(workbenchText)
  if (wordy.includes(verb)) return <ReasonField name="words" label={t('reason')} />
  if (verb === 'carrier') return <CarrierField />
  if (verb === 'warehouse') return <WarehouseField />
  if (verb === 'tag' || verb === 'untag') return <TagsField canMake={verb === 'tag'} />
  if (verb !== 'note') return null
  return (
    <Form.Item name="words" label={t('mark.note')}>
      <Input.TextArea autoFocus rows={3} maxLength={longestNote} showCount />
    </Form.Item>
  )
}

function TagsField({ canMake }: { readonly canMake: boolean }) {
  const t = useText(tagsText)
  const needed = useText(ordersPageText)('needed')
  return (
    <Form.Item name="tagIds" label={t('tags')} rules={[{ required: true, type: 'array', min: 1, message: needed }]}>
      <TagSelect label={t('tags')} canMake={canMake} />
    </Form.Item>
  )
}

/** A flag needs no question: it can be taken back. */
function FlagMenu({ work }: Pick<BulkVerbProps, 'work'>) {
  const t = useText(workbenchText)
  const act = useAct()
  const missing = useMissing(bulkVerbs.flag)
  const items = [
    ...orderFlags.map((flag) => ({ key: flag as string, label: <FlagMark flag={flag} /> })),
    { key: '', label: t('flag.none') },
  ]
  const choose = (key: string) => {
    const flag = orderFlags.find((each) => each === key) ?? null
    void act(() => work('flag', { flag }))
  }
  if (missing)
    return (
      <Verb size="small" blocked={missing} onClick={() => undefined}>
        {t('flag')}
      </Verb>
    )
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
      <Button size="small">{t('flag')}</Button>
    </Dropdown>
  )
}
