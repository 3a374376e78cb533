import { useEffect, useState } from 'preact/hooks'

export interface CountdownProps {
  /** Milliseconds left when the server wrote the page: its clock decides, not the visitor's. */
  readonly left: number
  readonly over: string
  /** When the time is over the page is asked for anew: it says what follows. */
  readonly reloads?: boolean
}

/** Minutes and seconds that run down. Without JavaScript the deadline stands beside it in words. */
export default function Countdown({ left, over, reloads }: CountdownProps) {
  const [rest, setRest] = useState(left)
  useEffect(() => {
    const started = performance.now()
    const timer = setInterval(() => {
      const rest = Math.max(0, left - (performance.now() - started))
      setRest(rest)
      if (rest > 0) return
      clearInterval(timer)
      if (reloads && left > 0) location.replace(location.pathname)
    }, 500)
    return () => clearInterval(timer)
  }, [left, reloads])
  const seconds = Math.ceil(rest / 1_000)
  const two = (count: number) => String(count).padStart(2, '0')
  return <span class="clock">{seconds > 0 ? `${Math.floor(seconds / 60)}:${two(seconds % 60)}` : over}</span>
}
