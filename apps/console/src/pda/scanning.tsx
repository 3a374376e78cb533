import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../frame/language.ts'
import { openRepeatFilter } from './repeat-filter.ts'
import { soundRight, soundWrong } from './signals.ts'
import { pdaText } from './text.ts'

type Take = (code: string) => void
interface Taker {
  readonly take: Take
  readonly repeatMillis: number
}

/** What a wrong scan says, as large as the screen. */
export interface Wrong {
  readonly why: string
  readonly scanned?: string
}

interface Scanning {
  readonly takeOver: (taker: Taker) => () => void
  readonly enter: (code: string) => void
  readonly right: (text: string) => void
  readonly wrong: (wrong: Wrong) => void
}

const Scans = createContext<Scanning | undefined>(undefined)
const useScanning = (): Scanning => use(Scans)!

/** Hears every scan while this screen is open. A code read twice within the window counts once. */
export function useScans(take: Take, { repeatMillis = 300 }: { readonly repeatMillis?: number } = {}): void {
  const { takeOver } = useScanning()
  const latest = useRef(take)
  latest.current = take
  useEffect(() => takeOver({ take: (code) => latest.current(code), repeatMillis }), [takeOver, repeatMillis])
}

/** Tells right from wrong by colour, tone and shake. */
export function useSignal(): Pick<Scanning, 'right' | 'wrong'> {
  const { right, wrong } = useScanning()
  return { right, wrong }
}

/** Gives a code as if it had been scanned: manual entry. */
export const useEnterCode = (): ((code: string) => void) => useScanning().enter

const praiseMillis = 1_400

/** Where scans come in, and where right and wrong are shown. */
export function ScanDesk({ children }: { readonly children: ReactNode }) {
  const t = useText(pdaText)
  const taker = useRef<Taker>(undefined)
  const [isRepeat] = useState(openRepeatFilter)
  const [good, setGood] = useState({ text: '', turn: 0 })
  const [bad, setBad] = useState<Wrong>()

  useEffect(() => {
    if (good.text === '') return
    const timer = setTimeout(() => setGood({ ...good, text: '' }), praiseMillis)
    return () => clearTimeout(timer)
  }, [good])
  const wrong = useCallback((what: Wrong) => {
    soundWrong()
    setBad(what)
  }, [])
  const right = useCallback((text: string) => {
    soundRight()
    setBad(undefined)
    setGood(({ turn }) => ({ text, turn: turn + 1 }))
  }, [])
  const enter = useCallback(
    (code: string) => {
      const now = taker.current
      if (!now) return wrong({ why: t('scan.nowhere'), scanned: code })
      if (!isRepeat(code, performance.now(), now.repeatMillis)) now.take(code)
    },
    [isRepeat, t, wrong],
  )
  const takeOver = useCallback((next: Taker) => {
    taker.current = next
    return () => {
      if (taker.current === next) taker.current = undefined
    }
  }, [])
  const scanning = useMemo(() => ({ takeOver, enter, right, wrong }), [takeOver, enter, right, wrong])
  return (
    <Scans value={scanning}>
      <ScanSink onScan={enter} />
      {children}
      <output className="pda-right" key={good.turn} hidden={good.text === ''}>
        {good.text}
      </output>
      {bad && <WrongScreen wrong={bad} onClose={() => setBad(undefined)} />}
    </Scans>
  )
}

function WrongScreen({ wrong: { why, scanned }, onClose }: { readonly wrong: Wrong; readonly onClose: () => void }) {
  const t = useText(pdaText)
  return (
    <div className="pda-wrong" role="alertdialog" aria-label={t('wrong')}>
      <strong>{t('wrong')}</strong>
      <p>{why}</p>
      {scanned && <p className="pda-scanned">{t('wrong.scanned', { code: scanned })}</p>}
      <button type="button" className="pda-button" onClick={onClose}>
        {t('wrong.close')}
      </button>
    </div>
  )
}

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLElement && element.matches('input:not(.pda-sink), textarea, select')

/**
 * The invisible field that scanners type into. It has the focus unless somebody types elsewhere, and takes Enter or Tab as the end of a code.
 * The code is read and the field emptied in the same key event, so that the next scan, however fast, begins in an empty field.
 */
function ScanSink({ onScan }: { readonly onScan: (code: string) => void }) {
  const sink = useRef<HTMLInputElement>(null)
  const t = useText(pdaText)
  useEffect(() => {
    const focus = () => {
      if (!isTyping(document.activeElement)) sink.current?.focus({ preventScroll: true })
    }
    const catchTyping = (event: KeyboardEvent) => {
      const isCharacter =
        event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey && event.key !== ' '
      if (isCharacter || event.key === 'Unidentified') focus()
    }
    const afterTouch = () => setTimeout(focus)
    focus()
    document.addEventListener('keydown', catchTyping, true)
    document.addEventListener('pointerup', afterTouch)
    document.addEventListener('visibilitychange', focus)
    return () => {
      document.removeEventListener('keydown', catchTyping, true)
      document.removeEventListener('pointerup', afterTouch)
      document.removeEventListener('visibilitychange', focus)
    }
  }, [])
  const end = (input: HTMLInputElement): boolean => {
    const code = input.value.trim()
    input.value = ''
    if (code) onScan(code)
    return code !== ''
  }
  return (
    <input
      ref={sink}
      className="pda-sink"
      aria-label={t('sink')}
      inputMode="none"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      onKeyDown={(event) => {
        if ((event.key === 'Enter' || event.key === 'Tab') && end(event.currentTarget)) event.preventDefault()
      }}
    />
  )
}
