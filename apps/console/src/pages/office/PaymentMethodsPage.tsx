import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Tag, Typography } from 'antd'
import { isOnline, paymentsText } from '#model/sales/payments'
import { asking } from '../../frame/asking.ts'
import { colon, moneyText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { type MethodSetting, MethodVerb } from './MethodVerb.tsx'
import { methodsPageText } from './payment-methods-text.ts'

/** Which ways to pay the shop offers, in the order in which buyers see them. */
export default function PaymentMethodsPage() {
  const t = useText(methodsPageText)
  const methods = useQuery(asking('GET /api/v1/admin/payment-methods'))
  return (
    <Page title={t('title')} about={t('about')}>
      <Loaded query={methods}>
        {(rows) => (
          <Flex vertical gap="small" style={{ maxWidth: 760 }}>
            {rows.map((row) => (
              <MethodCard key={row.method} setting={row} />
            ))}
          </Flex>
        )}
      </Loaded>
    </Page>
  )
}

function MethodCard({ setting }: { readonly setting: MethodSetting }) {
  const t = useText(methodsPageText)
  const name = useText(paymentsText)
  const language = useLocale()
  const { method, enabled, label, notifyPath } = setting
  return (
    <Card size="small">
      <Flex justify="space-between" align="center" gap="middle" wrap>
        <div>
          <Typography.Text strong>{name(`payment.method.${method}`)}</Typography.Text>
          {label[language] && <Typography.Text type="secondary"> · {label[language]}</Typography.Text>}{' '}
          <Tag color={enabled ? 'success' : 'default'}>{t(enabled ? 'on' : 'off')}</Tag>
          <div>
            <Typography.Text type="secondary">
              {[t('limits'), useLimits(setting)].join(colon())} · {[t('account'), useAccount(setting)].join(colon())}
            </Typography.Text>
          </div>
          {notifyPath && (
            <Typography.Text type="secondary" copyable={{ text: `${location.origin}${notifyPath}` }}>
              {t('notify', { address: `${location.origin}${notifyPath}` })}
            </Typography.Text>
          )}
        </div>
        <MethodVerb setting={setting} />
      </Flex>
    </Card>
  )
}

function useLimits({ least, most }: MethodSetting): string {
  const t = useText(methodsPageText)
  const said = { least: least ? moneyText(least) : '', most: most ? moneyText(most) : '' }
  if (least && most) return t('limits.both', said)
  if (least) return t('limits.from', said)
  return most ? t('limits.to', said) : t('limits.any')
}

function useAccount({ method, account, available }: MethodSetting): string {
  const t = useText(methodsPageText)
  if (!isOnline(method)) return t('account.cash')
  if (account) return t('account.own', { account })
  return t(available ? 'account.house' : 'account.none')
}
