import { useEffect, useState } from 'preact/hooks'

interface DealClockProps {
  /** Milliseconds since 1970, by the server's clock. */
  readonly endsAt: number
  readonly writtenAt: number
  readonly words: { readonly days: string; readonly over: string }
}

/** A kept page may be this old: within it the visitor's clock is believed, beyond it the page's own time counts. */
const oldest = 120_000

/** Days, hours, minutes and seconds that a deal still holds. Without JavaScript its end stands beside it in words. */
export default function DealClock({ endsAt, writtenAt, words }: DealClockProps) {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const age = Date.now() - writtenAt
    const atStart = endsAt - writtenAt - (age > 0 && age < oldest ? age : 0)
    const started = performance.now()
    const tell = () => setLeft(Math.max(0, atStart - (performance.now() - started)))
    tell()
    const timer = setInterval(tell, 1_000)
    return () => clearInterval(timer)
  }, [endsAt, writtenAt])
  if (left === undefined) return <span class="deal-clock" />
  const seconds = Math.ceil(left / 1_000)
  const two = (count: number) => String(count).padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  const clock = [Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return (
    <span class="deal-clock" role="timer">
      {seconds > 0 ? `${days > 0 ? `${days} ${words.days} ` : ''}${clock}` : words.over}
    </span>
  )
}
