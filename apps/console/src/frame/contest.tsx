import { Alert, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { ApiProblem } from './api.ts'
import { useInstantText } from './format.ts'
import { useText } from './language.ts'
import { frameText } from './text.ts'

/** A thing as it was read, with the version that a change of it is compared with. */
export interface Seen<Thing> {
  readonly thing: Thing
  readonly etag: string | undefined
}

/** Somebody else saved first: who and when, what the thing was when it was looked at, and what it is now. */
interface Contest<Thing> extends Seen<Thing> {
  readonly by: string
  readonly at: string
  readonly was: Thing
}

/** What stands now, and who made it so where that is known better than who touched the thing last. */
type Now<Thing> = Seen<Thing> & Partial<Pick<Contest<Thing>, 'by' | 'at'>>

/** Says yes to a change of what was looked at; the call takes what it is handed. */
type Work = (ifMatch: { readonly ifMatch?: string }) => Promise<unknown>

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
      throw error
    }
  }
  return { contest, save, end: () => setContest(undefined) }
}

/** Who was faster and when, if that is why a change was refused. */
function fasterIn(error: unknown): Pick<Contest<unknown>, 'by' | 'at'> | undefined {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'request.changed_meanwhile') return undefined
  const { by, at } = error.problem.details as { readonly by: string; readonly at: string }
  return { by, at }
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

/** Who saved first and what they changed; what was entered stands as it was until one of the two is chosen. */
export function FasterAlert({ by, at, changes, onTheirs, onMine }: FasterAlertProps) {
  const t = useText(frameText)
  const instantText = useInstantText()
  return (
    <Alert
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
                  {': '}
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
