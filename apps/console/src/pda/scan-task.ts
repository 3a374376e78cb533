import { useCallback, useEffect, useRef, useState } from 'react'
import { warehouseText } from '#model/supply/warehouse'
import { newKey } from '../frame/key.ts'
import { useText } from '../frame/language.ts'
import type { ScanRequest } from './api.ts'
import type { Answer } from './judge.ts'
import { scanQueue } from './queue.ts'
import type { QueuedScan } from './scan-queue.ts'
import { useSignal } from './scanning.tsx'

interface ScanBody {
  readonly scanId: string
  readonly code: string
  readonly quantity?: number
}

interface ScanTask<View> {
  readonly view: View
  /** Judges and sends one scan; what it says is shown by colour and tone at once. */
  readonly scan: (scan: {
    readonly code: string
    readonly quantity?: number
    /** The call it makes, as the task stands now. */
    readonly to: (view: View, body: ScanBody) => ScanRequest
  }) => void
  readonly show: (view: View) => void
}

interface OpenScanTask<View> {
  readonly task: string
  /** As the server gave it when the page was opened. */
  readonly opened: View
  /** Nothing when only the server can tell. */
  readonly judge: (view: View, code: string, quantity?: number) => Answer<View> | undefined
  readonly praise: (answer: Answer<View>) => string
}

/**
 * A task that is done by scanning. The device judges by what it knows and goes on; the server's answer corrects it. Scans of an earlier
 * visit that are still on their way are counted before the first one of this visit.
 */
export function useScanTask<View>({ task, opened, judge, praise }: OpenScanTask<View>): ScanTask<View> {
  const [view, setView] = useState(() => replay(opened, scanQueue.waitingFor(task), judge))
  const latest = useRef(view)
  const predicted = useRef(new Map<string, boolean | 'unsure'>())
  const { right, wrong } = useSignal()
  const whyWrong = useWhyWrong()

  const show = useCallback((next: View) => {
    latest.current = next
    setView(next)
  }, [])
  const tell = (answer: Answer<View>, code: string) =>
    answer.accepted ? right(praise(answer)) : wrong({ why: whyWrong(answer), scanned: code })
  const hear = useRef(tell)
  hear.current = tell

  useEffect(
    () =>
      scanQueue.onTaken((taken) => {
        if (taken.scan.task !== task) return
        const code = taken.scan.input.body.code
        if (taken.kind === 'refused') return wrong({ why: taken.error.message, scanned: code })
        const answer = taken.answer as Answer<View>
        const said = predicted.current.get(taken.scan.id)
        predicted.current.delete(taken.scan.id)
        if (mustTell(said, answer.accepted)) hear.current(answer, code)
        const waiting = scanQueue.waitingFor(task)
        show(replay(answer.view, waiting, judge))
      }),
    [task, judge, show, wrong],
  )
  const scan: ScanTask<View>['scan'] = ({ code, quantity, to }) => {
    const scanId = newKey()
    const request = to(latest.current, { scanId, code, quantity })
    const answer = judge(latest.current, code, quantity)
    predicted.current.set(scanId, answer ? answer.accepted : 'unsure')
    if (answer) {
      show(answer.view)
      tell(answer, code)
    }
    scanQueue.add({ id: scanId, task, ...request })
  }
  return { view, scan, show }
}

/** The server is heard when the device could not say, said otherwise, or was reloaded since and the scan is refused. */
const mustTell = (said: boolean | 'unsure' | undefined, accepted: boolean): boolean =>
  said === undefined ? !accepted : said !== accepted

/** What the server knew, with the scans on top that it has not heard of. */
function replay<View>(view: View, waiting: readonly QueuedScan[], judge: OpenScanTask<View>['judge']): View {
  return waiting.reduce((now, { input: { body } }) => {
    const { code, quantity }: ScanBody = body
    return judge(now, code, quantity)?.view ?? now
  }, view)
}

/** A refused scan in words: what was wrong and what was expected. */
export function useWhyWrong(): (answer: Pick<Answer<unknown>, 'code' | 'details'>) => string {
  const t = useText(warehouseText)
  return ({ code, details }) =>
    code && code in warehouseText ? t(code as keyof typeof warehouseText, details) : (code ?? '')
}
