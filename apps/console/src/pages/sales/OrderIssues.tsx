import { Card, Flex, Tag, Typography } from 'antd'
import { deskText } from '#model/sales/desk'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { SentIssue } from './desk.ts'
import { handlingText } from './handling-text.ts'
import { IssueVerbs } from './IssueVerbs.tsx'

/** What is out of the ordinary with this order, and who sees to it. */
export function IssuesCard({ issues }: { readonly issues: readonly SentIssue[] }) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const instantText = useInstantText()
  const open = issues.filter(({ status }) => status === 'open')
  if (open.length === 0) return null
  return (
    <Card size="small" title={t('issue.ofOrder')}>
      <Flex vertical gap="small">
        {open.map((issue) => (
          <Flex key={issue.id} gap="small" align="center" wrap>
            <Tag color="warning">{words(`issue.kind.${issue.kind}`)}</Tag>
            <Typography.Text type="secondary">{instantText(issue.openedAt)}</Typography.Text>
            <span>{issue.ownerName ?? t('issue.owner.nobody')}</span>
            <IssueVerbs issue={issue} />
          </Flex>
        ))}
      </Flex>
    </Card>
  )
}
