import { useEffect, useRef, useState } from 'react'
import { askWithTag } from '../../frame/api.ts'
import type { Content, ShopPage, Unfinished } from './content.ts'

export interface Draft {
  readonly content: Content
  readonly unfinished: readonly Unfinished[]
  readonly etag: string | null
  readonly state: 'saved' | 'saving' | 'failed'
  readonly error: Error | undefined
  /** Counts the savings: the preview is shown anew after each. */
  readonly savedAt: number
  readonly change: (content: Content) => void
}

/** How long nothing is typed before what was typed is kept. */
const pauseMillis = 700

/** The draft of a page, kept as it is changed. What somebody else changed meanwhile is not overwritten: saving stops then. */
export function useDraft(page: ShopPage, tag: string | null): Draft {
  const [content, setContent] = useState(page.draft)
  const [kept, setKept] = useState({ content: page.draft, unfinished: page.unfinished, etag: tag, savedAt: 0 })
  const [error, setError] = useState<Error>()
  const saving = useRef(false)
  const isSaved = content === kept.content
  useEffect(() => {
    if (isSaved || error) return
    const timer = setTimeout(async () => {
      if (saving.current) return
      saving.current = true
      try {
        const { answer, etag } = await askWithTag('PUT /api/v1/admin/shop-pages/{id}/draft', {
          path: { id: page.id },
          body: content,
          ...(kept.etag && { ifMatch: kept.etag }),
        })
        setKept(({ savedAt }) => ({ content, unfinished: answer.unfinished, etag, savedAt: savedAt + 1 }))
      } catch (problem) {
        setError(problem as Error)
      } finally {
        saving.current = false
      }
    }, pauseMillis)
    return () => clearTimeout(timer)
  }, [content, kept, isSaved, error, page.id])
  const change = (next: Content) => {
    setContent(next)
    if (error && !isConflict(error)) setError(undefined)
  }
  return { ...kept, content, error, change, state: error ? 'failed' : isSaved ? 'saved' : 'saving' }
}

/** Somebody else was faster. */
export const isConflict = (error: Error): boolean =>
  'problem' in error && (error.problem as { code?: string }).code === 'request.changed_meanwhile'
