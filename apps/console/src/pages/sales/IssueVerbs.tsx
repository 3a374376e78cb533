import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { useMe } from '../../frame/session.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import type { SentIssue } from './desk.ts'
import { handlingText } from './handling-text.ts'

/** Taking an abnormal order, and saying how it was settled. */
export function IssueVerbs({ issue }: { readonly issue: SentIssue }) {
  const t = useText(handlingText)
  const me = useMe()
  const reload = useReload('issues', 'orders')
  const onDone = () => Promise.all([reload(), reload()])
  if (issue.status === 'settled') return null
  const takeOver = issue.ownerId !== null
  return (
    <>
      {issue.ownerId !== me.id && (
        <AskingVerb
          size="small"
          title={takeOver ? t('issue.takeOver', { owner: issue.ownerName ?? '' }) : t('issue.take.title')}
          consequence={t('issue.take.consequence')}
          permission="orders.change"
          work={() => ask('POST /api/v1/admin/issues/{id}/take', { path: { id: issue.id }, body: { takeOver } })}
          onDone={onDone}
        >
          {t('issue.take')}
        </AskingVerb>
      )}
      {issue.kind === 'payment' && (
        <AskingVerb<{ note: string }>
          size="small"
          title={t('issue.accept')}
          consequence={t('issue.accept.consequence')}
          permission="payments.settle"
          fields={<ReasonField name="note" label={t('issue.resolution')} />}
          work={(body) => ask('POST /api/v1/admin/issues/{id}/accept-payment', { path: { id: issue.id }, body })}
          onDone={onDone}
        >
          {t('issue.accept')}
        </AskingVerb>
      )}
      <AskingVerb<{ resolution: string }>
        size="small"
        title={t('issue.settle')}
        permission="orders.change"
        fields={<ReasonField name="resolution" label={t('issue.resolution')} />}
        work={(body) => ask('POST /api/v1/admin/issues/{id}/settle', { path: { id: issue.id }, body })}
        onDone={onDone}
      >
        {t('issue.settle')}
      </AskingVerb>
    </>
  )
}
