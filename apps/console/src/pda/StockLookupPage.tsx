import { useState } from 'react'
import type { AnswerOf } from '#client'
import { piecesIn } from '#kernel/quantity'
import { inventoryText } from '#model/supply/inventory'
import { ask } from '../frame/api.ts'
import { asking } from '../frame/asking.ts'
import { useLocale, useText } from '../frame/language.ts'
import { useWarehouses } from '../pages/supply/outbound.ts'
import { Opened } from './Opened.tsx'
import { Instruction, ManualEntry } from './parts.tsx'
import { useScans, useSignal } from './scanning.tsx'
import { pdaText } from './text.ts'

type Item = AnswerOf<'GET /api/v1/admin/stock/item'>

/** Scan a thing and see where it lies. */
export default function StockLookupPage() {
  const t = useText(pdaText)
  const { right, wrong } = useSignal()
  const [item, setItem] = useState<Item>()
  useScans(
    (code) => {
      ask('GET /api/v1/admin/stock/item', { query: { code } }).then(
        (found) => {
          setItem(found)
          right(found.sku)
        },
        (error: Error) => wrong({ why: error.message, scanned: code }),
      )
    },
    { repeatMillis: 0 },
  )
  return (
    <>
      {item ? <Lying item={item} /> : <Instruction step={t('stock.title')} target={t('stock.scan')} />}
      <div className="pda-foot">
        <ManualEntry />
      </div>
    </>
  )
}

function Lying({ item }: { readonly item: Item }) {
  const t = useText(pdaText)
  const names = useText(inventoryText)
  const language = useLocale()
  const warehouses = useWarehouses()
  const nameOf = (warehouseId: string) => {
    const found = warehouses.find(({ id }) => id === warehouseId)
    return found && warehouses.length > 1 ? (language === 'zh' ? found.name : found.nameEn) : ''
  }
  return (
    <Opened question={asking('GET /api/v1/admin/stock/{id}/bins', { path: { id: item.variantId } })}>
      {(bins) => (
        <>
          <Instruction step={item.sku} target={t('pieces', { count: piecesIn(bins) })}>
            <p className="pda-target small">
              {item.name[language]} {item.specification[language]}
            </p>
          </Instruction>
          {bins.length === 0 && <p>{t('stock.empty')}</p>}
          <ul className="pda-list">
            {bins.map((row) => (
              <li key={`${row.binId}${row.lotId}`} className="pda-item">
                <span>
                  {row.bin}{' '}
                  <small>
                    {names(`inventory.zone.${row.zone}`)} {nameOf(row.warehouseId)}
                  </small>
                </span>
                <strong className="number">{row.quantity}</strong>
                <small>
                  {t('pick.lot')} {row.lot}
                  {row.expiresOn && ` · ${t('pick.expires')} ${row.expiresOn}`}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Opened>
  )
}
