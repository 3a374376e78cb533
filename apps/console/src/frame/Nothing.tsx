import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Typography } from 'antd'
import { createContext, type ReactElement, useContext } from 'react'
import type { ConsolePage } from '../pages.ts'
import { useLocale, useText } from './language.ts'
import { useMissing } from './rights.ts'
import { frameText } from './text.ts'

/** What stands where there is nothing: one sentence, and the one next step. */
export interface Emptiness {
  readonly says: string
  /** The path of a page of the console, or a verb. */
  readonly next: string | ReactElement
}

/** An empty list or place. Whoever may not take the next step reads who can. */
export function Nothing({ says, next }: Emptiness) {
  return (
    <Empty className="nothing" description={says}>
      {typeof next === 'string' ? <PageLink path={next} /> : next}
    </Empty>
  )
}

/** The same of a list, where filters in the address may be why. */
export function NothingFound({ filters, empty }: { readonly filters: object; readonly empty: Emptiness }) {
  const t = useText(frameText)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const values = Object.values(filters)
  const isFilter = ([name, value]: readonly [string, unknown]) => Object.hasOwn(filters, name) || values.includes(value)
  const all = Object.entries(search)
  if (!all.some(isFilter)) return <Nothing {...empty} />
  const rest = Object.fromEntries(all.filter((each) => !isFilter(each)))
  return (
    <Nothing
      says={t('empty.filtered')}
      next={<Button onClick={() => void navigate({ to: '.', search: rest as never })}>{t('filters.clear')}</Button>}
    />
  )
}

/** Every page there is. The frame is told of them: they are built of it. */
export const Pages = createContext<readonly ConsolePage[]>([])

function PageLink({ path }: { readonly path: string }) {
  const t = useText(frameText)
  const language = useLocale()
  const page = useContext(Pages).find((each) => each.path === path)
  const missing = useMissing(page?.needs)
  if (missing) return <Typography.Text type="secondary">{missing}</Typography.Text>
  return <Link to={path}>{page ? t('go.page', { page: page.title[language] }) : t('home.go')}</Link>
}
