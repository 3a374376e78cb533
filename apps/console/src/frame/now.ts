import { useEffect, useState } from 'react'

/** The time, told again every so often, for countdowns. */
export function useNow(everySeconds = 30): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everySeconds * 1_000)
    return () => clearInterval(timer)
  }, [everySeconds])
  return now
}
