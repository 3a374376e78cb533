import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider, Empty, Result, Skeleton } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy, StrictMode, Suspense, useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem, onSignedOut } from './frame/api.ts'
import { useIsDark } from './frame/appearance.ts'
import { Confidentiality } from './frame/Confidentiality.tsx'
import { useLocale, useText } from './frame/language.ts'
import { Pages } from './frame/Nothing.tsx'
import { Forbidden, ProblemAlert } from './frame/Problems.tsx'
import { Shell } from './frame/Shell.tsx'
import { SignIn, SignInAgain } from './frame/SignIn.tsx'
import { meQuery, SignedIn, useMay } from './frame/session.ts'
import { frameText } from './frame/text.ts'
import { darkTheme, lightTheme } from './frame/theme.ts'
import './frame/palette.css'
import './frame/console.css'
import './frame/narrow.css'
import { AccountPage } from './pages/AccountPage.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { type ConsolePage, pageGroups } from './pages.ts'

const HandheldShell = lazy(() => import('./pda/HandheldShell.tsx'))

const root = createRootRoute({ component: Gate, notFoundComponent: NotFound })
const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Shell })
const handheld = createRoute({ getParentRoute: () => root, id: 'handheld', component: HandheldShell })
const pages = pageGroups.flatMap((group) => group.pages)
const home = createRoute({ getParentRoute: () => desk, path: '/', component: HomePage })
const account = createRoute({ getParentRoute: () => desk, path: '/account', component: AccountPage })
const deskRoutes = pages
  .filter((page) => !page.handheld)
  .map((page) => createRoute({ getParentRoute: () => desk, path: page.path, ...shown(page) }))
const handheldRoutes = pages
  .filter((page) => page.handheld)
  .map((page) => createRoute({ getParentRoute: () => handheld, path: page.path, ...shown(page) }))
const routeTree = root.addChildren([
  desk.addChildren([home, account, ...deskRoutes]),
  handheld.addChildren(handheldRoutes),
])
const router = createRouter({ routeTree, basepath: '/console', defaultPreload: 'intent' })

/** A page, whose code begins to come as soon as its address is known, while who is signed in is still asked. */
function shown(page: ConsolePage) {
  return { component: () => <Guarded page={page} />, loader: () => void page.load().catch(() => undefined) }
}

/** Signed in: the page in its frame. Not signed in: the door; in the middle of work it stands before the page, which stays. */
function Gate() {
  const me = useQuery(meQuery)
  const isOther = useIsOther(me.data?.userName)
  if (me.isPending || isOther) return <Skeleton active style={{ padding: 48 }} />
  const status = me.error instanceof ApiProblem ? me.error.problem.status : 0
  if (me.data)
    return (
      <SignedIn value={me.data}>
        {me.data.owesConfidentiality ? <Confidentiality /> : <Outlet />}
        {status === 401 && <SignInAgain />}
      </SignedIn>
    )
  return status === 401 || status === 403 ? (
    <SignIn />
  ) : (
    <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />
  )
}

/** Whether somebody else has signed in at the same window. What the first had before them, and had begun, is gone before the page is read anew. */
function useIsOther(userName: string | undefined): boolean {
  const first = useRef(userName)
  first.current ??= userName
  const isOther = userName !== undefined && first.current !== userName
  useEffect(() => {
    if (isOther) location.reload()
  }, [isOther])
  return isOther
}

function Guarded({ page }: { readonly page: ConsolePage }) {
  useQuery(meQuery) // a page that opens later than the answer is fresh for asks again
  const may = useMay(page.needs)
  const language = useLocale()
  document.title = `${page.title[language]} · ${frameText.brand[language]}`
  if (!may) return <Forbidden permission={page.needs} />
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
      <page.component />
    </Suspense>
  )
}

function NotFound() {
  const t = useText(frameText)
  return <Result icon={null} title={<h1>{t('not-found')}</h1>} extra={<a href="/console">{t('home.go')}</a>} />
}

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) =>
        count < 2 && !(error instanceof ApiProblem && error.problem.status < 500 && error.problem.status > 0),
    },
  },
})

/** A refusal for want of a session asks once who is signed in, and the gate sees that nobody is. */
onSignedOut(() => {
  const state = queries.getQueryState(meQuery.queryKey)
  if (state?.status === 'success' && state.fetchStatus === 'idle')
    void queries.invalidateQueries({ queryKey: meQuery.queryKey })
})

function Console() {
  const language = useLocale()
  const isDark = useIsDark()
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={isDark ? darkTheme : lightTheme}
      button={{ autoInsertSpace: false }}
      empty={{ image: Empty.PRESENTED_IMAGE_SIMPLE }}
    >
      <App>
        <QueryClientProvider client={queries}>
          <Pages value={pages}>
            <RouterProvider router={router} />
          </Pages>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Console />
  </StrictMode>,
)
