import { Card, Flex, Tag, Typography } from 'antd'
import { vouchersText } from '#model/sales/vouchers'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { SentVoucher } from './order.ts'
import { vouchersPageText } from './vouchers-text.ts'

/** The codes of an order's services; absent where everything travels. */
export function VouchersCard({ vouchers }: { readonly vouchers: readonly SentVoucher[] }) {
  const t = useText(vouchersPageText)
  const say = useText(vouchersText)
  const instantText = useInstantText()
  if (vouchers.length === 0) return null
  return (
    <Card size="small" title={t('code')}>
      <Flex vertical gap="small">
        {vouchers.map(({ id, code, status, appointmentAt, redeemedAt }) => (
          <Flex key={id} gap="small" align="center" wrap>
            <Typography.Text delete={status === 'void'}>{code}</Typography.Text>
            <Tag color={status === 'redeemed' ? 'success' : status === 'open' ? 'processing' : 'default'}>
              {say(`vouchers.status.${status}`)}
            </Tag>
            <Typography.Text type="secondary">
              {redeemedAt
                ? instantText(redeemedAt)
                : appointmentAt && `${t('appointment')} ${instantText(appointmentAt)}`}
            </Typography.Text>
          </Flex>
        ))}
      </Flex>
    </Card>
  )
}
