import { useQuery } from '@tanstack/react-query'
import { Button, Popover, Timeline } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import type { asking } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { Loaded } from '../../frame/Problems.tsx'

type RecordQuestion = 'GET /api/v1/admin/reviews/{id}' | 'GET /api/v1/admin/parcel-questions/{id}'
type Step = AnswerOf<RecordQuestion>['history'][number]

interface RecordProps {
  readonly label: string
  readonly question: ReturnType<typeof asking<RecordQuestion>>
  /** What a step was, in words. */
  readonly textOf: (step: Step) => string
}

/** Everything that happened to one thing of the desk: who, when, what. Asked when somebody opens it. */
export function Record({ label, ...steps }: RecordProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} content={isOpen && <Steps {...steps} />}>
      <Button size="small">{label}</Button>
    </Popover>
  )
}

function Steps({ question, textOf }: Omit<RecordProps, 'label'>) {
  const instantText = useInstantText()
  return (
    <Loaded query={useQuery(question)}>
      {({ history }) => (
        <Timeline
          style={{ maxWidth: 360 }}
          items={history.map((step) => ({
            key: step.at + step.type,
            content: `${instantText(step.at)} ${step.actorName} ${textOf(step)}`,
          }))}
        />
      )}
    </Loaded>
  )
}
