import { useText } from './language.ts'
import { frameText } from './text.ts'
import { Verb } from './Verb.tsx'

interface MoveVerbProps {
  /** Which thing goes where, for those who hear the page. */
  readonly label: string
  readonly sign: '↑' | '↓' | '←' | '→'
  /** Undefined where the thing stands at the end already. */
  readonly onMove: (() => unknown) | undefined
  readonly type?: 'text'
}

/** Moves a thing by one place in its row; at the end it says that it is there. */
export function MoveVerb({ label, sign, onMove, type }: MoveVerbProps) {
  const t = useText(frameText)
  const isForward = sign === '↑' || sign === '←'
  return (
    <Verb
      size="small"
      type={type}
      label={label}
      blocked={!onMove && t(isForward ? 'move.first' : 'move.last')}
      onClick={() => onMove?.()}
    >
      {sign}
    </Verb>
  )
}
