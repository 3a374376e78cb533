import { useQuery } from '@tanstack/react-query'
import { Empty, Flex, Modal } from 'antd'
import { useState } from 'react'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import { SessionRow } from '../Sessions.tsx'
import { sessionsText } from '../sessions-text.ts'
import type { Member } from './staff-data.tsx'

interface MemberProps {
  readonly member: Member
}

/** Where a member of staff is signed in, for whoever may end it. */
export function MemberSessions({ member }: MemberProps) {
  const t = useText(sessionsText)
  const me = useMe()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const title = t('of.title', { name: member.displayName })
  return (
    <>
      <Verb size="small" blocked={member.id === me.id && t('of.self')} onClick={() => setOpen(true)}>
        {t('of')}
      </Verb>
      <Modal open={open} title={title} footer={null} onCancel={close} destroyOnHidden>
        <List member={member} />
      </Modal>
    </>
  )
}

const question = 'GET /api/v1/admin/staff/{id}/sessions'

function List({ member }: MemberProps) {
  const t = useText(sessionsText)
  const path = { id: member.id }
  const sessions = useQuery(asking(question, { path }))
  const end = (body: { session?: string }) => ask('POST /api/v1/admin/staff/{id}/sessions/end', { path, body })
  const reload = useReload(question)
  return (
    <Loaded query={sessions}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty description={t('of.none')} />
        ) : (
          <Flex vertical gap="middle">
            {rows.map((row) => (
              <SessionRow
                key={row.id}
                session={row}
                address={row.network}
                work={() => end({ session: row.id })}
                onDone={reload}
              />
            ))}
            <AskingVerb
              danger
              title={t('of.end-all.title', { name: member.displayName })}
              consequence={t('end.consequence')}
              work={() => end({})}
              onDone={reload}
            >
              {t('of.end-all')}
            </AskingVerb>
          </Flex>
        )
      }
    </Loaded>
  )
}
