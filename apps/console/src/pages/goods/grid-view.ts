import { useCallback, useEffect, useRef, useState } from 'react'
import { headHeight, labelWidth, rowHeight } from './grid-sizes.ts'

interface Shown {
  readonly row: number
  readonly left: number
  readonly width: number
}

/** Where the sheet is scrolled to and how much of it is seen. */
export function useView() {
  const ref = useRef<HTMLDivElement>(null)
  const [{ top, height }, set] = useState({ top: 0, height: 600 })
  const follow = useCallback(() => {
    const { scrollTop, clientHeight } = ref.current!
    set({ top: scrollTop, height: clientHeight })
  }, [])
  useEffect(() => {
    follow()
    addEventListener('resize', follow)
    return () => removeEventListener('resize', follow)
  }, [follow])
  const show = useCallback(({ row, left, width }: Shown) => {
    const box = ref.current
    if (!box) return
    const y = row * rowHeight
    if (y < box.scrollTop) box.scrollTop = y
    const below = y + rowHeight + headHeight - box.clientHeight
    if (below > box.scrollTop) box.scrollTop = below
    if (left - labelWidth < box.scrollLeft) box.scrollLeft = left - labelWidth
    if (left + width > box.scrollLeft + box.clientWidth) box.scrollLeft = left + width - box.clientWidth
  }, [])
  /** The row under the mouse. */
  const rowAt = (clientY: number) => {
    const box = ref.current!
    return Math.floor((clientY - box.getBoundingClientRect().top + box.scrollTop - headHeight) / rowHeight)
  }
  return { ref, top, height, follow, show, rowAt }
}

export type View = ReturnType<typeof useView>
