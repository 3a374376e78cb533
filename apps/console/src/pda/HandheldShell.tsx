import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import { useEffect } from 'react'
import { speak, useLocale, useText } from '../frame/language.ts'
import { lightTheme } from '../frame/theme.ts'
import { pageGroups } from '../pages.ts'
import { useQueueState } from './queue.ts'
import { ScanDesk } from './scanning.tsx'
import { stayAwake } from './signals.ts'
import { pdaText } from './text.ts'
import './pda.css'

/** The frame of the pages for a scanner: one line of head, then the one thing to do. Always light: it is read in bright halls. */
export default function HandheldShell() {
  useEffect(stayAwake, [])
  return (
    <ConfigProvider theme={{ ...lightTheme, inherit: false }}>
      <div className="pda" data-look="light">
        <ScanDesk>
          <Head />
          <main className="pda-body">
            <Outlet />
          </main>
        </ScanDesk>
      </div>
    </ConfigProvider>
  )
}

function Head() {
  const t = useText(pdaText)
  const language = useLocale()
  const { pathname } = useLocation()
  const path = pathname.replace(/^\/console/, '')
  const page = pageGroups.flatMap(({ pages }) => pages).find((each) => each.handheld && matches(each.path, path))
  const isHome = page?.path === '/pda'
  return (
    <header className="pda-head">
      {isHome ? <a href="/console">{t('console')}</a> : <Link to="/pda">{t('back')}</Link>}
      <h1>{page?.title[language] ?? t('title')}</h1>
      <QueueBadge />
      <button
        type="button"
        lang={language === 'zh' ? 'en' : 'zh'}
        onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
      >
        {t('language')}
      </button>
    </header>
  )
}

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace('$id', '[^/]+')}/?$`).test(path)

/** How many scans the server has not seen yet, and whether it can be reached. */
function QueueBadge() {
  const t = useText(pdaText)
  const { waiting, away } = useQueueState()
  return (
    <output aria-live="polite">
      {waiting > 0 && (
        <span className={away ? 'pda-badge away' : 'pda-badge'}>
          {t(away ? 'queue.away' : 'queue.waiting', { count: waiting })}
        </span>
      )}
    </output>
  )
}
