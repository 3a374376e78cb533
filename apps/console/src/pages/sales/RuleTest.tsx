import { Button, Card, Checkbox, Flex, Form, Input, Segmented, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import type { Money } from '#kernel/money'
import { paymentMethods, paymentsText } from '#model/sales/payments'
import { rulesText } from '#model/sales/rules'
import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { DistrictPicker } from '../../frame/Region.tsx'
import { useMe } from '../../frame/session.ts'
import { placesJudged, useRuleWords } from './rule-words.ts'
import { rulesPageText } from './rules-text.ts'
import './workbench.css'

type Tried = AnswerOf<'POST /api/v1/admin/order-rules/try'>

interface MadeUp {
  readonly amount: Money | null
  readonly districtCode: string
  readonly goods: string
  readonly words: string
  readonly payment: string
  readonly isFirst: boolean
}

/** Which rules would deal with an order, and what the others miss. Nothing changes. */
export function RuleTest() {
  const t = useText(rulesPageText)
  const { currency } = useMe().shop
  const [which, setWhich] = useState<'known' | 'made-up'>('known')
  const [tried, setTried] = useState<Tried>()
  const [problem, setProblem] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const run = async (body: Parameters<typeof ask<'POST /api/v1/admin/order-rules/try'>>[1]['body']) => {
    setBusy(true)
    setProblem(undefined)
    await ask('POST /api/v1/admin/order-rules/try', { body }).then(setTried, (error: Error) => {
      setTried(undefined)
      setProblem(error)
    })
    setBusy(false)
  }
  const runMadeUp = ({ amount, goods, ...madeUp }: MadeUp) =>
    run({ madeUp: { ...madeUp, amountMinor: amount?.minor ?? 0, goods: goodsIn(goods) } })
  return (
    <Card size="small" title={t('test')}>
      <Typography.Paragraph type="secondary">{t('test.about')}</Typography.Paragraph>
      <Flex vertical gap="middle">
        <Segmented
          style={{ alignSelf: 'start' }}
          aria-label={t('test')}
          value={which}
          options={[
            { value: 'known', label: t('test.known') },
            { value: 'made-up', label: t('test.made-up') },
          ]}
          onChange={(next) => setWhich(next as 'known')}
        />
        {which === 'known' ? (
          <Form<{ number: string }> key="known" layout="inline" onFinish={run} requiredMark={false}>
            <Form.Item name="number" label={t('test.number')} rules={[{ required: true, message: '' }]}>
              <Input style={{ width: 240 }} maxLength={40} />
            </Form.Item>
            <Button htmlType="submit" loading={busy}>
              {t('test.run')}
            </Button>
          </Form>
        ) : (
          <Form<MadeUp>
            key="made-up"
            layout="vertical"
            requiredMark={false}
            style={{ maxWidth: 760 }}
            initialValues={{
              goods: '',
              words: '',
              payment: 'wechat',
              isFirst: true,
              districtCode: '330106',
              amount: { minor: 10_000, currency },
            }}
            onFinish={runMadeUp}
          >
            <MadeUpFields />
            <Button htmlType="submit" loading={busy}>
              {t('test.run')}
            </Button>
          </Form>
        )}
        {problem && <ProblemAlert error={problem} />}
        {tried && <Verdicts tried={tried} />}
      </Flex>
    </Card>
  )
}

/** "TEA-01 2" on a line each; one piece unless said. */
const goodsIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().split(/[\s,，×x*]+/))
    .filter(([sku]) => sku)
    .map(([sku, count]) => ({ sku: sku!, quantity: Math.max(1, Math.trunc(Number(count)) || 1) }))

function MadeUpFields() {
  const t = useText(rulesPageText)
  const name = useText(paymentsText)
  const { currency } = useMe().shop
  return (
    <>
      <Flex gap="middle" wrap>
        <Form.Item name="amount" label={t('test.amount')} style={{ flex: 1, minWidth: 160 }}>
          <MoneyInput currency={currency} />
        </Form.Item>
        <Form.Item name="districtCode" label={t('test.place')} style={{ flex: 2, minWidth: 240 }}>
          <DistrictPicker />
        </Form.Item>
        <Form.Item name="payment" label={t('test.payment')} style={{ flex: 1, minWidth: 160 }}>
          <Select options={paymentMethods.map((value) => ({ value, label: name(`payment.method.${value}`) }))} />
        </Form.Item>
      </Flex>
      <Flex gap="middle" wrap>
        <Form.Item name="goods" label={t('test.goods')} style={{ flex: 1, minWidth: 240 }}>
          <Input.TextArea rows={2} maxLength={2_000} />
        </Form.Item>
        <Form.Item name="words" label={t('test.words')} style={{ flex: 1, minWidth: 240 }}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Flex>
      <Form.Item name="isFirst" valuePropName="checked">
        <Checkbox>{t('test.first')}</Checkbox>
      </Form.Item>
    </>
  )
}

function Verdicts({ tried }: { readonly tried: Tried }) {
  const t = useText(rulesPageText)
  const words = useText(rulesText)
  const judged = tried.flatMap((each) => each.judged)
  const say = useRuleWords(
    judged.map(({ condition }) => condition),
    placesJudged(judged),
  )
  if (tried.length === 0) return <Typography.Text type="secondary">{t('test.none')}</Typography.Text>
  return (
    <ol className="rule-verdicts" aria-label={t('test.list')}>
      {tried.map((each) => (
        <li key={each.rule.id}>
          <Flex gap="small" align="baseline" wrap>
            <Tag>{words(`rules.kind.${each.rule.action.kind}`)}</Tag>
            <strong>{each.rule.name}</strong>
            <Verdict tried={each} />
            <span>{say.action(each.rule.action)}</span>
          </Flex>
          {each.judged.map((one) => (
            <div key={say.condition(one.condition)}>
              <Typography.Text type={one.holds ? 'secondary' : 'danger'}>
                {one.holds ? '✓' : '✗'} {say.condition(one.condition)} — {say.actual(one)}
              </Typography.Text>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

function Verdict({ tried: { rule, meets, decides } }: { readonly tried: Tried[number] }) {
  const t = useText(rulesPageText)
  if (decides) return <Tag color="success">{t('test.decides')}</Tag>
  if (!meets) return <Tag>{t('test.misses')}</Tag>
  return <Tag color="warning">{t(rule.enabled ? 'test.meets' : 'test.off')}</Tag>
}
