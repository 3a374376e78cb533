import { Flex, Form, Input, Select } from 'antd'
import { tasksText } from '#model/office/tasks'
import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import type { RowOf } from '../../frame/lists.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { tasksPageText } from './tasks-text.ts'

export type SentTask = RowOf<'GET /api/v1/admin/tasks'>

interface TaskVerbsProps {
  readonly task: SentTask
  readonly onDone: () => unknown
}

/** What somebody says about a task: how it ended, or that it need not be done. */
export function TaskVerbs({ task, onDone }: TaskVerbsProps) {
  const t = useText(tasksPageText)
  const outcomeText = useOutcomeText()
  const look = { size: 'small', onDone, blocked: task.status !== 'open' && t('ended') } as const
  return (
    <Flex gap={6}>
      <AskingVerb<{ outcome: string; note?: string }>
        {...look}
        title={t('finish.title', { title: task.title })}
        initial={{ outcome: task.outcomes.length === 1 ? task.outcomes[0] : undefined }}
        fields={
          <>
            <Form.Item name="outcome" label={t('result')} rules={[{ required: true, message: t('required') }]}>
              <Select options={task.outcomes.map((outcome) => ({ value: outcome, label: outcomeText(outcome) }))} />
            </Form.Item>
            <Form.Item name="note" label={t('note')}>
              <Input.TextArea rows={2} maxLength={1_000} />
            </Form.Item>
          </>
        }
        work={(form) => ask('POST /api/v1/admin/tasks/{id}/finish', { path: { id: task.id }, body: form })}
      >
        {t('finish')}
      </AskingVerb>
      <AskingVerb<{ note: string }>
        {...look}
        title={t('drop.title', { title: task.title })}
        fields={<ReasonField name="note" label={t('note')} />}
        work={(form) => ask('POST /api/v1/admin/tasks/{id}/drop', { path: { id: task.id }, body: form })}
      >
        {t('drop')}
      </AskingVerb>
    </Flex>
  )
}

/** The words of an outcome. */
export function useOutcomeText(): (outcome: string) => string {
  const say = useText(tasksText)
  return (outcome) => {
    const key = `tasks.outcome.${outcome}`
    return key in tasksText ? say(key as keyof typeof tasksText) : outcome
  }
}
