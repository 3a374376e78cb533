import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isForCase } from '#model/supply/warehouse'
import { comma } from '../../frame/format.ts'
import type { SentOutbound } from './outbound.ts'

/** Leads to the order or case of an outbound, or to all orders that leave in it. */
export function SourceLink({
  outbound,
  children,
}: {
  readonly outbound: Pick<SentOutbound, 'source' | 'sourceId' | 'sourceNumber' | 'sourceNumbers'>
  readonly children?: ReactNode
}) {
  const { sourceId, sourceNumber, sourceNumbers } = outbound
  const place = isForCase(outbound) ? 'returns' : 'orders'
  if (sourceNumbers.length === 0) return <Link to={`/${place}/${sourceId}`}>{children ?? sourceNumber}</Link>
  return (
    <Link to="/orders" search={{ numbers: sourceNumbers.join(' ') }}>
      {children ?? sourceNumbers.join(comma())}
    </Link>
  )
}
