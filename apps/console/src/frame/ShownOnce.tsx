import { Button, Modal, Typography } from 'antd'
import type { ReactNode } from 'react'

interface ShownOnceProps {
  /** Nothing is shown while there is none. */
  readonly value: string | undefined
  readonly title: string
  readonly hint: string
  readonly close: string
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** The only moment in which a secret can be read: it stays until its reader says that it is kept. */
export function ShownOnce({ value, title, hint, close, onClose, children }: ShownOnceProps) {
  return (
    <Modal
      open={value !== undefined}
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {close}
        </Button>
      }
    >
      <Typography.Paragraph>{hint}</Typography.Paragraph>
      <Typography.Paragraph copyable={{ text: value }} code style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Typography.Paragraph>
      {children}
    </Modal>
  )
}
