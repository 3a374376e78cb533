import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Checkbox, Flex, Typography } from 'antd'
import { useState } from 'react'
import { ask } from './api.ts'
import { asking } from './asking.ts'
import { useInstantText } from './format.ts'
import { speak, useLocale, useText } from './language.ts'
import { Loaded, useAct } from './Problems.tsx'
import { frameText } from './text.ts'
import { Verb } from './Verb.tsx'

/** Between the door and the work: the promise to keep customers' data to oneself. */
export function Confidentiality() {
  const t = useText(frameText)
  const language = useLocale()
  const own = useQuery(asking('GET /api/v1/admin/me/confidentiality'))
  return (
    <Flex component="main" align="center" justify="center" style={{ minHeight: '100dvh', padding: 16 }}>
      <Card style={{ width: 'min(100%, 640px)' }}>
        <Flex vertical gap="middle">
          <Flex justify="space-between" align="start" gap="small">
            <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
              {t('promise.title')}
            </Typography.Title>
            <Button type="text" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
              {t('language')}
            </Button>
          </Flex>
          <Typography.Text type="secondary">{t('promise.about')}</Typography.Text>
          <Loaded query={own}>{({ statement }) => (statement ? <StatementForm {...statement} /> : null)}</Loaded>
        </Flex>
      </Card>
    </Flex>
  )
}

interface Promised {
  readonly version: number
  readonly body: { readonly zh: string; readonly en: string }
  readonly publishedAt: string
}

function StatementForm({ version, body, publishedAt }: Promised) {
  const t = useText(frameText)
  const language = useLocale()
  const instantText = useInstantText()
  const act = useAct()
  const queries = useQueryClient()
  const [isRead, setRead] = useState(false)
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    await act(() => ask('POST /api/v1/admin/me/confidentiality', { body: { version } }))
    setBusy(false)
    await queries.invalidateQueries()
  }
  return (
    <>
      <Typography.Paragraph style={{ whiteSpace: 'pre-line', margin: 0 }}>{body[language]}</Typography.Paragraph>
      <Typography.Text type="secondary">
        {t('promise.version', { version, at: instantText(publishedAt) })}
      </Typography.Text>
      <Checkbox checked={isRead} onChange={({ target }) => setRead(target.checked)}>
        {t('promise.read')}
      </Checkbox>
      <Verb type="primary" blocked={!isRead && t('promise.unread')} loading={busy} onClick={confirm}>
        {t('promise.confirm')}
      </Verb>
    </>
  )
}
