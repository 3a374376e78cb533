import { Flex, Form, Input } from 'antd'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { frameText } from '../../frame/text.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { SentEntry } from './OrderTimeline.tsx'
import { twinText } from './twin-text.ts'

interface Former {
  readonly words: string
  readonly at: string
}

/** Under a comment: that it was changed or taken back, what it said before, and, for a while, the verbs of whoever said it. */
export function CommentFoot({ entry }: { readonly entry: SentEntry }) {
  const t = useText(twinText)
  const instantText = useInstantText()
  const { changedAt, removedAt } = entry.facts as { changedAt?: string; removedAt?: string }
  const former = (entry.facts.former ?? []) as readonly Former[]
  const at = removedAt ?? changedAt
  return (
    <>
      {at && (
        <details className="twin-former">
          <summary>{t(removedAt ? 'comment.removed' : 'comment.changed', { at: instantText(at) })}</summary>
          {former.map((each) => (
            <div key={each.at}>
              <time dateTime={each.at}>{instantText(each.at)}</time> {each.words}
            </div>
          ))}
        </details>
      )}
      {entry.mayChange && <OwnVerbs entry={entry} />}
    </>
  )
}

function OwnVerbs({ entry: { id, said } }: { readonly entry: SentEntry }) {
  const t = useText(twinText)
  const frame = useText(frameText)
  const reload = useReload('orders')
  const path = { id }
  return (
    <Flex gap={4}>
      <AskingVerb<{ words: string }>
        size="small"
        title={t('comment.change')}
        consequence={t('comment.change.about')}
        initial={{ words: said }}
        fields={
          <Form.Item
            name="words"
            label={t('comment')}
            rules={[{ required: true, whitespace: true, message: frame('required') }]}
          >
            <Input.TextArea autoFocus rows={3} maxLength={1_000} />
          </Form.Item>
        }
        work={(body) => ask('PUT /api/v1/admin/order-comments/{id}', { path, body })}
        onDone={reload}
      >
        {t('comment.change')}
      </AskingVerb>
      <AskingVerb
        size="small"
        title={t('comment.remove')}
        consequence={t('comment.remove.about')}
        work={() => ask('DELETE /api/v1/admin/order-comments/{id}', { path })}
        onDone={reload}
      >
        {t('comment.remove')}
      </AskingVerb>
    </Flex>
  )
}
