import { Button, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useText } from './language.ts'
import { listsPageText } from './lists-text.ts'
import './bulk.css'

interface BulkBarProps {
  readonly label: string
  /** How many are chosen, in words of what they are. */
  readonly chosen: string
  /** Offered where more match than are chosen: everything that the filters leave. */
  readonly all?: { readonly label: string; readonly onChoose: () => void } | false | undefined
  readonly onClear: () => void
  /** What can be done to all that are chosen. */
  readonly children: ReactNode
}

/** What is done to many rows of a list; it stays in sight while the list is scrolled. */
export function BulkBar({ label, chosen, all, onClear, children }: BulkBarProps) {
  const t = useText(listsPageText)
  return (
    <Flex className="bulk-bar" align="center" gap="small" wrap role="toolbar" aria-label={label}>
      <Typography.Text strong aria-live="polite">
        {chosen}
      </Typography.Text>
      {all && (
        <Button size="small" type="link" onClick={all.onChoose}>
          {all.label}
        </Button>
      )}
      {children}
      <Button size="small" type="text" onClick={onClear}>
        {t('choose.none')}
      </Button>
    </Flex>
  )
}
