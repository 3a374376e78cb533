import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Typography } from 'antd'
import { ask } from '../frame/api.ts'
import { asking, useReload } from '../frame/asking.ts'
import { useInstantText } from '../frame/format.ts'
import { useText } from '../frame/language.ts'
import type { RowOf } from '../frame/lists.ts'
import { Nothing } from '../frame/Nothing.tsx'
import { Page } from '../frame/Page.tsx'
import { Forbidden, Loaded, useAct } from '../frame/Problems.tsx'
import { useMay } from '../frame/session.ts'
import { homeText } from './home-text.ts'

type Notice = RowOf<'GET /api/v1/admin/notices'>

/** What waits for whoever is signed in. */
export function HomePage() {
  const t = useText(homeText)
  const may = useMay('notices.read')
  const notices = useQuery({ ...asking('GET /api/v1/admin/notices'), refetchInterval: 30_000, enabled: may })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        may && (
          <Link to="/tasks">
            <Button>{t('tasks')}</Button>
          </Link>
        )
      }
    >
      {may && <WaitingCounts />}
      <Card size="small" title={t('notices')}>
        {may ? (
          <Loaded query={notices}>{({ rows }) => <Notices notices={rows} />}</Loaded>
        ) : (
          <Forbidden permission="notices.read" />
        )}
      </Card>
    </Page>
  )
}

/** What waits for this person by what they may do; each number opens its list. */
function WaitingCounts() {
  const t = useText(homeText)
  const rows = useQuery({ ...asking('GET /api/v1/admin/waiting'), refetchInterval: 30_000 }).data?.rows ?? []
  const most = 999
  return (
    <nav className="waiting" aria-label={t('waiting')}>
      {rows.map(({ key, count, href, isLate }) => {
        const [path, search] = href.split('?')
        return (
          <Link
            key={key}
            to={path as string}
            search={Object.fromEntries(new URLSearchParams(search)) as never}
            className={count === 0 ? 'waiting-none' : isLate ? 'waiting-late' : undefined}
          >
            <b>{count > most ? `${most}+` : count}</b>
            <span>{t(`waiting.${key}`)}</span>
          </Link>
        )
      })}
    </nav>
  )
}

function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const t = useText(homeText)
  if (notices.length === 0) return <Nothing says={t('nothing')} next="/orders" />
  return (
    <ul className="notices">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const t = useText(homeText)
  const act = useAct()
  const reload = useReload('notices')
  const instantText = useInstantText()
  const settle = async () => {
    if (await act(() => ask('POST /api/v1/admin/notices/{id}/settle', { path: { id: notice.id } }))) await reload()
  }
  return (
    <Flex component="li" gap="middle" align="center" justify="space-between">
      <Flex vertical>
        {notice.href ? <Link to={notice.href}>{notice.text}</Link> : <span>{notice.text}</span>}
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {instantText(notice.createdAt)}
        </Typography.Text>
      </Flex>
      <Button size="small" aria-label={`${t('settle')}: ${notice.text}`} onClick={() => void settle()}>
        {t('settle')}
      </Button>
    </Flex>
  )
}
