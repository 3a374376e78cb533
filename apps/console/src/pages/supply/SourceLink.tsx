import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SentOutbound } from './outbound.ts'

/** Leads to the order of an outbound, or to all those that leave in it. */
export function SourceLink({
  outbound: { sourceId, sourceNumber, sourceNumbers },
  children,
}: {
  readonly outbound: Pick<SentOutbound, 'sourceId' | 'sourceNumber' | 'sourceNumbers'>
  readonly children?: ReactNode
}) {
  if (sourceNumbers.length === 0) return <Link to={`/orders/${sourceId}`}>{children ?? sourceNumber}</Link>
  return (
    <Link to="/orders" search={{ numbers: sourceNumbers.join(' ') }}>
      {children ?? sourceNumbers.join('、')}
    </Link>
  )
}
