import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

/** A page's head: what it is, what it is for in one line, and its main actions. */
export function Page({
  title,
  about,
  actions,
  children,
}: {
  readonly title: ReactNode
  readonly about: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Flex vertical gap="middle">
      <Flex align="start" justify="space-between" gap="middle" wrap>
        <div>
          <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
            {title}
          </Typography.Title>
          <Typography.Text type="secondary" className="page-about">
            {about}
          </Typography.Text>
        </div>
        {actions && (
          <Flex gap="small" align="center" wrap>
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </Flex>
  )
}
