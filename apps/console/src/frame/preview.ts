import { useState } from 'react'

interface Looked<Seen> {
  readonly wished: string
  readonly seen?: Seen
  readonly error?: Error
}

/** What a wish would come to, or why it cannot be; another wish has to be looked at anew. */
export function usePreview<Seen>(wished: string) {
  const [looked, setLooked] = useState<Looked<Seen>>()
  const { seen, error } = looked && looked.wished === wished ? looked : {}
  const look = (answer: Promise<Seen>): Promise<void> =>
    answer.then(
      (found) => setLooked({ wished, seen: found }),
      (refused: Error) => setLooked({ wished, error: refused }),
    )
  return { seen, error, look }
}
