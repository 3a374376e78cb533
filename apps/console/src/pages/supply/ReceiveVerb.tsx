import { Button, Card, Flex, Form, Input, InputNumber, Select } from 'antd'
import { inventoryText } from '#model/supply/inventory'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { useWarehouses } from './outbound.ts'
import { useBins } from './StockBins.tsx'
import { stockPageText } from './stock-text.ts'

interface ReceiptLine {
  readonly code: string
  readonly binId: string
  readonly quantity: number
  readonly lot: string
  readonly producedOn?: string
  readonly expiresOn?: string
}

interface ReceiptForm {
  readonly warehouseId: string
  readonly reason?: string
  readonly lines: readonly ReceiptLine[]
}

const variantOf = (code: string) => ask('GET /api/v1/admin/stock/item', { query: { code: code.trim() } })

async function receive({ warehouseId, reason, lines }: ReceiptForm): Promise<unknown> {
  const found = await Promise.all(lines.map(({ code }) => variantOf(code)))
  const sent = lines.map(({ binId, quantity, lot, producedOn, expiresOn }, index) => ({
    binId,
    variantId: found[index]!.variantId,
    quantity,
    lot: { number: lot, ...(producedOn && { producedOn }), ...(expiresOn && { expiresOn }) },
  }))
  return ask('POST /api/v1/admin/stock/receipts', { body: { warehouseId, ...(reason && { reason }), lines: sent } })
}

/** Goods-in by hand: what came, in which lot, into which bin. */
export function ReceiveVerb() {
  const t = useText(stockPageText)
  const reload = useReload('stock')
  const warehouses = useWarehouses()
  return (
    <AskingVerb<ReceiptForm>
      key={warehouses[0]?.id}
      type="primary"
      width={760}
      title={t('receive')}
      consequence={t('receive.about')}
      permission="stock.adjust"
      initial={{ warehouseId: warehouses[0]?.id, lines: [{} as ReceiptLine] }}
      fields={<ReceiptFields />}
      work={receive}
      onDone={reload}
    >
      {t('receive')}
    </AskingVerb>
  )
}

function ReceiptFields() {
  const t = useText(stockPageText)
  const language = useLocale()
  const warehouses = useWarehouses()
  return (
    <>
      <Flex gap="middle" wrap>
        <Form.Item
          name="warehouseId"
          label={t('warehouse')}
          rules={[{ required: true, message: t('needed') }]}
          style={{ flex: 1 }}
        >
          <Select
            options={warehouses.map(({ id, name, nameEn }) => ({
              value: id,
              label: language === 'zh' ? name : nameEn,
            }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('receive.note')} style={{ flex: 1 }}>
          <Input maxLength={300} />
        </Form.Item>
      </Flex>
      <Form.List name="lines">
        {(fields, { add, remove }) => (
          <Flex vertical gap="small">
            {fields.map(({ key, name }) => (
              <LineFields key={key} index={name} onRemove={fields.length > 1 ? () => remove(name) : undefined} />
            ))}
            <Button onClick={() => add({})}>{t('receive.add')}</Button>
          </Flex>
        )}
      </Form.List>
    </>
  )
}

function LineFields({ index, onRemove }: { readonly index: number; readonly onRemove: (() => void) | undefined }) {
  const t = useText(stockPageText)
  const words = useText(inventoryText)
  const warehouseId = Form.useWatch<string | undefined>('warehouseId')
  const bins = useBins(warehouseId)
  const needed = [{ required: true, message: t('needed') }]
  const known = {
    validator: async (_: unknown, code: string) =>
      code && variantOf(code).catch(() => Promise.reject(new Error(t('receive.unknown')))),
  }
  const grow = { flex: '1 1 140px' }
  return (
    <Card size="small">
      <Flex gap="small" wrap>
        <Form.Item
          name={[index, 'code']}
          label={t('receive.code')}
          rules={[...needed, known]}
          validateTrigger="onBlur"
          style={grow}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name={[index, 'quantity']} label={t('quantity')} rules={needed} style={{ flex: '0 1 100px' }}>
          <InputNumber min={1} max={9_999} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={[index, 'binId']} label={t('bin')} rules={needed} style={grow}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={t('noBins')}
            options={bins.map(({ id, code, zone }) => ({
              value: id,
              label: `${code} · ${words(`inventory.zone.${zone}`)}`,
            }))}
          />
        </Form.Item>
        <Form.Item name={[index, 'lot']} label={t('receive.lot')} rules={needed} style={grow}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={[index, 'producedOn']} label={t('receive.produced')} style={grow}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={[index, 'expiresOn']} label={t('receive.expires')} style={grow}>
          <Input type="date" />
        </Form.Item>
      </Flex>
      {onRemove && (
        <Button size="small" onClick={onRemove}>
          {t('receive.remove')}
        </Button>
      )}
    </Card>
  )
}
