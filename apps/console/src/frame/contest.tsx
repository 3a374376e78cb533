import { Alert, type AlertRef, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { ApiProblem, ask } from './api.ts'
import { colon, useInstantText } from './format.ts'
import { useText } from './language.ts'
import { useMay, useMe } from './session.ts'
import { frameText } from './text.ts'

/** A thing as it was read, with the version that a change of it is compared with. */
export interface Seen<Thing> {
  readonly thing: Thing
  readonly etag: string | undefined
}

/** Who changed a thing, and when. */
export interface Who {
  readonly by?: string
  readonly at?: string
}

/** Somebody else saved first: who and when, what the thing was when it was looked at, and what it is now. */
export interface Contest<Thing> extends Seen<Thing>, Required<Who> {
  readonly was: Thing
}

/** What stands now, and who made it so where that is known better than who touched the thing last. */
type Now<Thing> = Seen<Thing> & Who

/** The version that a change is compared with, as a call takes it. */
export interface IfMatch {
  readonly ifMatch?: string
}

/** Says yes to a change of what was looked at; the call takes what it is handed. */
type Work = (ifMatch: IfMatch) => Promise<unknown>

/**
 * Saves a thing only as it was looked at. Whoever comes second keeps what they entered, is told who was faster and what changed (`FasterAlert`), and
 * saves again against that, or takes theirs. A change of something else about the thing stops nobody.
 */
export function useContest<Thing>(seen: Seen<Thing>, readNow: () => Promise<Now<Thing>>) {
  const [contest, setContest] = useState<Contest<Thing>>()
  const save = async (work: Work, on: Seen<Thing> = contest ?? seen): Promise<void> => {
    try {
      await work(on.etag === undefined ? {} : { ifMatch: on.etag })
      setContest(undefined)
    } catch (error) {
      const faster = fasterIn(error)
      if (!faster) throw error
      const now = await readNow()
      if (JSON.stringify(now.thing) === JSON.stringify(on.thing)) return save(work, now)
      setContest({ ...faster, ...now, was: on.thing })
      throw new Contested((error as Error).message)
    }
  }
  return { contest, save, end: () => setContest(undefined) }
}

/** Somebody was faster, which the page says where it happened. */
export class Contested extends Error {}

/** Who was faster and when, if that is why a change was refused. */
function fasterIn(error: unknown): Required<Who> | undefined {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'request.changed_meanwhile') return undefined
  const { by, at } = error.problem.details as { readonly by: string; readonly at: string }
  return { by, at }
}

/** Who last changed something that bears the version of its shop, for those who may read the audit trail; others hear who touched the shop last. */
export function useWhoChanged() {
  const { shop } = useMe()
  const may = useMay('audit.read')
  return async (type: string, isIt: (data: Readonly<Record<string, unknown>>) => boolean): Promise<Who> => {
    if (!may) return {}
    const history = await ask('GET /api/v1/admin/history/{id}', { path: { id: shop.id } })
    const last = history.filter((event) => event.type === type && isIt(event.data)).at(-1)
    return last ? { by: last.actorName, at: last.at } : {}
  }
}

/** One thing that somebody else made of another. */
export interface Changed {
  readonly field: string
  readonly before?: string | undefined
  readonly after: string
}

interface FasterAlertProps {
  readonly by: string
  readonly at: string
  readonly changes: readonly Changed[]
  readonly onTheirs: () => unknown
  readonly onMine: () => unknown
}

/** In a long form it may stand above or below what is in sight. */
const intoSight = (alert: AlertRef | null) => {
  alert?.nativeElement.scrollIntoView({ block: 'nearest' })
}

/** Who saved first and what they changed; what was entered stands as it was until one of the two is chosen. */
export function FasterAlert({ by, at, changes, onTheirs, onMine }: FasterAlertProps) {
  const t = useText(frameText)
  const instantText = useInstantText()
  return (
    <Alert
      ref={intoSight}
      type="warning"
      showIcon
      role="alert"
      title={t('faster', { by, at: instantText(at) })}
      description={
        <Flex vertical gap="small" align="start">
          {changes.length > 0 && (
            <ul style={{ margin: 0, paddingInlineStart: 18, overflowWrap: 'anywhere' }}>
              {changes.map(({ field, before, after }) => (
                <li key={field}>
                  {field}
                  {colon()}
                  {before !== undefined && <Typography.Text delete>{before}</Typography.Text>} → {after}
                </li>
              ))}
            </ul>
          )}
          <span>{t('faster.kept')}</span>
          <Flex gap="small" wrap>
            <Button size="small" onClick={() => void onTheirs()}>
              {t('faster.theirs')}
            </Button>
            <Button size="small" type="primary" onClick={() => void onMine()}>
              {t('faster.mine')}
            </Button>
          </Flex>
        </Flex>
      }
    />
  )
}
