import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { ask } from '../frame/api.ts'
import { asking, useReload } from '../frame/asking.ts'
import { useText } from '../frame/language.ts'
import { Loaded } from '../frame/Problems.tsx'
import { AskingVerb } from '../frame/Verb.tsx'
import { SessionRow } from './Sessions.tsx'
import { sessionsText } from './sessions-text.ts'

const question = 'GET /api/v1/admin/me/sessions'

/** Where whoever is signed in is signed in too. */
export function OwnSessions() {
  const t = useText(sessionsText)
  const reload = useReload(question)
  const sessions = useQuery(asking(question))
  const end = (session: string) => ask('POST /api/v1/admin/me/sessions/end', { body: { session } })
  return (
    <Card size="small" title={t('title')}>
      <Loaded query={sessions}>
        {(rows) => (
          <Flex vertical gap="middle">
            {rows.map((row) => (
              <SessionRow key={row.id} session={row} address={row.ip} work={() => end(row.id)} onDone={reload} />
            ))}
            <Flex align="center" justify="space-between" gap="small" wrap>
              <Typography.Text type="secondary">{t('about')}</Typography.Text>
              <EndOthers count={rows.length - 1} />
            </Flex>
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}

function EndOthers({ count }: { readonly count: number }) {
  const t = useText(sessionsText)
  return (
    <AskingVerb
      danger
      size="small"
      blocked={count === 0 && t('end.others.none')}
      title={t('end.others.title')}
      consequence={t('end.consequence')}
      work={() => ask('POST /api/v1/admin/me/sessions/end', { body: {} })}
      onDone={useReload(question)}
    >
      {t('end.others')}
    </AskingVerb>
  )
}
