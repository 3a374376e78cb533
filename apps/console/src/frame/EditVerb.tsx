import { Form } from 'antd'
import { useState } from 'react'
import { type Changed, type Contest, FasterAlert, type IfMatch, type Seen, useContest, type Who } from './contest.tsx'
import { useText } from './language.ts'
import { useAct } from './Problems.tsx'
import { frameText } from './text.ts'
import { AskingDialog, type AskingVerbProps, Verb } from './Verb.tsx'

interface EditVerbProps<Values extends object> extends Omit<AskingVerbProps<Values>, 'initial' | 'work'> {
  /** The thing as it stands: asked when the dialog opens, and again when somebody was faster. Nothing when it is gone. */
  readonly read: () => Promise<Seen<Values> | undefined>
  /** Who made it so, where that is known better than who touched the thing last. */
  readonly who?: () => Promise<Who>
  readonly work: (values: Values, ifMatch: IfMatch) => Promise<unknown>
  /** A hook: what somebody made of it, in words. */
  readonly useChanges: (was: Values, now: Values) => readonly Changed[]
}

/** An action that changes a thing which several people edit: it begins with the thing as it stands, and whoever comes second chooses whose words stand. */
export function EditVerb<Values extends object>({
  title,
  consequence,
  fields,
  read,
  who,
  work,
  useChanges,
  onDone,
  width,
  ...verb
}: EditVerbProps<Values>) {
  const t = useText(frameText)
  const act = useAct()
  const [opened, setOpened] = useState<{ readonly seen: Seen<Values>; readonly turn: number }>()
  const [isOpen, setIsOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const readNow = async () => {
    const now = await read()
    if (!now) throw new Error(t('faster.gone'))
    return now
  }
  const edited = { title, consequence, fields, who, work, useChanges, onDone, width, readNow }
  const open = async () => {
    setBusy(true)
    const isRead = await act(async () => {
      const seen = await readNow()
      setOpened((before) => ({ seen, turn: (before?.turn ?? 0) + 1 }))
    }, null)
    setIsOpen(isRead)
    setBusy(false)
  }
  return (
    <>
      <Verb {...verb} loading={busy} onClick={() => void open()} />
      {opened && (
        <EditDialog key={opened.turn} {...edited} first={opened.seen} open={isOpen} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

interface EditDialogProps<Values extends object>
  extends Pick<
    EditVerbProps<Values>,
    'title' | 'consequence' | 'fields' | 'who' | 'work' | 'useChanges' | 'onDone' | 'width'
  > {
  /** As it was when the dialog opened. */
  readonly first: Seen<Values>
  readonly readNow: () => Promise<Seen<Values>>
  readonly open: boolean
  readonly onClose: () => void
}

function EditDialog<Values extends object>({
  fields,
  who,
  work,
  useChanges,
  first,
  readNow,
  ...dialog
}: EditDialogProps<Values>) {
  const [seen, setSeen] = useState(first)
  const { contest, save, end } = useContest(seen, async () => ({ ...(await readNow()), ...(await who?.()) }))
  return (
    <AskingDialog<Values>
      {...dialog}
      initial={first.thing}
      fields={
        <>
          {contest && (
            <Faster
              contest={contest}
              useChanges={useChanges}
              onTheirs={() => {
                setSeen(contest)
                end()
              }}
            />
          )}
          {fields}
        </>
      }
      work={(values) => save((ifMatch) => work(values, ifMatch))}
    />
  )
}

interface FasterProps<Values extends object> extends Pick<EditVerbProps<Values>, 'useChanges'> {
  readonly contest: Contest<Values>
  readonly onTheirs: () => void
}

/** Stands in the form, whose entries are sent again. */
function Faster<Values extends object>({ contest, useChanges, onTheirs }: FasterProps<Values>) {
  const form = Form.useFormInstance()
  const changes = useChanges(contest.was, contest.thing)
  const takeTheirs = () => {
    form.setFieldsValue(contest.thing as never)
    onTheirs()
  }
  return (
    <div style={{ marginBottom: 16 }}>
      <FasterAlert {...contest} changes={changes} onTheirs={takeTheirs} onMine={() => form.submit()} />
    </div>
  )
}
