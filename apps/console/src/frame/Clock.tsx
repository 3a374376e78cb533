import { Tag, Tooltip } from 'antd'
import { remainingText, useInstantText } from './format.ts'
import { useText } from './language.ts'
import { useNow } from './now.ts'
import { frameText } from './text.ts'

const hour = 3_600_000

/** What is left until a deadline: amber before it breaks, cinnabar after. */
export function Clock({ by, soonHours = 4 }: { readonly by: string | null | undefined; readonly soonHours?: number }) {
  const t = useText(frameText)
  const now = useNow()
  const instantText = useInstantText()
  if (!by) return <>—</>
  const left = new Date(by).getTime() - now
  const color = left < 0 ? 'error' : left < soonHours * hour ? 'warning' : 'default'
  const text = remainingText(by, now).replace('-', '')
  return (
    <Tooltip title={instantText(by)}>
      <Tag color={color} tabIndex={0}>
        {left < 0 ? t('clock.over', { text }) : t('clock.left', { text })}
      </Tag>
    </Tooltip>
  )
}
