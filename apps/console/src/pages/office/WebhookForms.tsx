import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { ask, askWithTag } from '../../frame/api.ts'
import { asking, type BodyOf } from '../../frame/asking.ts'
import { EditVerb } from '../../frame/EditVerb.tsx'
import { useLocale, useText } from '../../frame/language.ts'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { useChangesText } from './changes-in-words.ts'
import { webhooksText } from './webhooks-text.ts'

type Endpoint = BodyOf<'POST /api/v1/admin/webhooks'>

interface AddEndpointProps {
  readonly onSecret: (secret: string) => void
  readonly onDone: () => unknown
}

export function AddEndpoint({ onSecret, onDone }: AddEndpointProps) {
  const t = useText(webhooksText)
  return (
    <AskingVerb<Endpoint>
      type="primary"
      title={t('create')}
      consequence={t('create.hint')}
      fields={<EndpointFields />}
      work={async (body) => onSecret((await ask('POST /api/v1/admin/webhooks', { body })).secret)}
      onDone={onDone}
    >
      {t('create')}
    </AskingVerb>
  )
}

export function EditEndpoint({ id, onDone }: { readonly id: string; readonly onDone: () => unknown }) {
  const t = useText(webhooksText)
  const read = async () => {
    const { answer, etag } = await askWithTag('GET /api/v1/admin/webhooks/{id}', { path: { id } })
    const { url, description, events } = answer
    return { thing: { url, description, events }, etag: etag ?? undefined }
  }
  return (
    <EditVerb<Endpoint>
      size="small"
      title={t('edit')}
      consequence={t('create.hint')}
      fields={<EndpointFields />}
      read={read}
      work={(body, ifMatch) => ask('PATCH /api/v1/admin/webhooks/{id}', { path: { id }, body, ...ifMatch })}
      useChanges={useChangesText}
      onDone={onDone}
    >
      {t('edit')}
    </EditVerb>
  )
}

/** Where and of what to tell. */
function EndpointFields() {
  const t = useText(webhooksText)
  const needed = [{ required: true, message: t('required') }]
  return (
    <>
      <Form.Item name="url" label={t('url')} extra={t('url.hint')} rules={needed}>
        <Input maxLength={500} inputMode="url" autoComplete="off" placeholder="https://" />
      </Form.Item>
      <Form.Item name="events" label={t('events')} rules={needed}>
        <EventSelect />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  )
}

/** The types of event; what the reader may not read themselves cannot be chosen, and says why. */
function EventSelect(field: { readonly value?: string[]; readonly onChange?: (types: string[]) => void }) {
  const language = useLocale()
  const { permissions } = useMe()
  const { data, isPending } = useQuery({
    ...asking('GET /api/v1/admin/webhooks/events'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const options = data?.events.map(({ type, title, permission }) => {
    const may = permissions.includes(permission)
    return { value: type, label: `${type} · ${title[language]}${may ? '' : ` (${permission})`}`, disabled: !may }
  })
  return <Select {...field} mode="multiple" loading={isPending} options={options} />
}

interface ReplayFailedProps {
  readonly id: string
  readonly onDone: () => unknown
}

export function ReplayFailed({ id, onDone }: ReplayFailedProps) {
  const t = useText(webhooksText)
  const replay = ({ hours }: { readonly hours: number }) =>
    ask('POST /api/v1/admin/webhooks/{id}/replay-failed', {
      path: { id },
      body: { since: new Date(Date.now() - hours * 3_600_000).toISOString() },
    })
  return (
    <AskingVerb<{ readonly hours: number }>
      size="small"
      title={t('replay.title')}
      consequence={t('replay.consequence')}
      initial={{ hours: 24 }}
      work={replay}
      onDone={onDone}
      fields={
        <Form.Item name="hours" label={t('replay.since')} rules={[{ required: true, message: t('required') }]}>
          <InputNumber min={1} max={720} precision={0} />
        </Form.Item>
      }
    >
      {t('replay')}
    </AskingVerb>
  )
}
