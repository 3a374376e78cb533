import { Flex, Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { deviceText } from '#model/office/accounts'
import { useInstantText } from '../frame/format.ts'
import { useLocale, useText } from '../frame/language.ts'
import { AskingVerb } from '../frame/Verb.tsx'
import { sessionsText } from './sessions-text.ts'

interface Session {
  readonly id: string
  readonly userAgent: string
  readonly startedAt: string
  readonly seenAt: string
  readonly isThisOne?: boolean
}

interface EndProps {
  readonly session: Session
  readonly work: () => Promise<unknown>
  readonly onDone: () => unknown
}

/** One sign-in that still holds: on which device, from where, since when, and its end. */
export function SessionRow({ address, ...end }: EndProps & { readonly address: string }) {
  const t = useText(sessionsText)
  const device = deviceText(end.session.userAgent, useLocale())
  const instantText = useInstantText()
  const { startedAt, seenAt, isThisOne } = end.session
  return (
    <Flex align="center" justify="space-between" gap="middle">
      <Flex vertical>
        <span>
          <strong>{device}</strong> {isThisOne && <Tag color="success">{t('this')}</Tag>}
        </span>
        <Facts>
          {address || t('address.unknown')} · {t('since', { at: instantText(startedAt) })} ·{' '}
          {t('seen', { at: instantText(seenAt) })}
        </Facts>
      </Flex>
      <End {...end} device={device} />
    </Flex>
  )
}

const Facts = ({ children }: { readonly children: ReactNode }) => (
  <Typography.Text type="secondary">{children}</Typography.Text>
)

function End({ session, device, work, onDone }: EndProps & { readonly device: string }) {
  const t = useText(sessionsText)
  return (
    <AskingVerb
      size="small"
      blocked={session.isThisOne && t('end.this')}
      title={t('end.title', { device })}
      consequence={t('end.consequence')}
      work={work}
      onDone={onDone}
    >
      {t('end')}
    </AskingVerb>
  )
}
