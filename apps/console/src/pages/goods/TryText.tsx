import { Card, Flex, Input, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { screeningText } from '#model/goods/screening'
import { ask } from '../../frame/api.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { screeningPageText } from './screening-text.ts'

type Hit = AnswerOf<'POST /api/v1/admin/screening/try'>['hits'][number]

/** Checks words before they stand anywhere. */
export function TryText() {
  const t = useText(screeningPageText)
  const act = useAct()
  const [text, setText] = useState('')
  const [hits, setHits] = useState<readonly Hit[]>()
  const check = () => act(async () => setHits((await ask('POST /api/v1/admin/screening/try', { body: { text } })).hits))
  return (
    <Card size="small" title={t('try')}>
      <Flex vertical gap="small" align="start">
        <Input.TextArea
          aria-label={t('try')}
          rows={2}
          maxLength={5_000}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setHits(undefined)
          }}
        />
        <Verb blocked={!text.trim() && t('try.first')} onClick={check}>
          {t('try.go')}
        </Verb>
        {hits && <Hits hits={hits} />}
      </Flex>
    </Card>
  )
}

function Hits({ hits }: { readonly hits: readonly Hit[] }) {
  const t = useText(screeningPageText)
  const say = useText(screeningText)
  const language = useLocale()
  if (hits.length === 0) return <Typography.Text type="success">{t('try.none')}</Typography.Text>
  return (
    <ul aria-live="polite">
      {hits.map(({ word, severity, reason, snippet }) => (
        <li key={word}>
          <Tag color={severity === 'block' ? 'error' : 'warning'}>{say(`screening.severity.${severity}`)}</Tag>
          <strong>{word}</strong> …{snippet}… {reason[language]}
        </li>
      ))}
    </ul>
  )
}
