import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { ask } from '../../frame/api.ts'
import { asking, type BodyOf } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { Webhook } from './webhooks-data.ts'
import { webhooksText } from './webhooks-text.ts'

type Endpoint = BodyOf<'POST /api/v1/admin/webhooks'>

interface EndpointFormProps {
  /** The endpoint to change; absent for a new one. */
  readonly webhook?: Webhook
  readonly onSecret: (secret: string) => void
  readonly onDone: () => unknown
}

/** Where and of what to tell. */
export function EndpointForm({ webhook, onSecret, onDone }: EndpointFormProps) {
  const t = useText(webhooksText)
  const save = async (wanted: Endpoint) => {
    if (webhook) await ask('PATCH /api/v1/admin/webhooks/{id}', { path: { id: webhook.id }, body: wanted })
    else onSecret((await ask('POST /api/v1/admin/webhooks', { body: wanted })).secret)
  }
  const needed = [{ required: true, message: t('required') }]
  return (
    <AskingVerb<Endpoint>
      {...(webhook ? { size: 'small' } : { type: 'primary' })}
      title={t(webhook ? 'edit' : 'create')}
      consequence={t('create.hint')}
      initial={webhook && { url: webhook.url, description: webhook.description, events: webhook.events }}
      work={save}
      onDone={onDone}
      fields={
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
      }
    >
      {t(webhook ? 'edit' : 'create')}
    </AskingVerb>
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
