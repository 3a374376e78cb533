import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { asking } from '../frame/asking.ts'
import { useCarrierName } from '../frame/carriers.ts'
import { useText } from '../frame/language.ts'
import { judgeHandOver, type Parcels } from './judge.ts'
import { Opened } from './Opened.tsx'
import { BigButton, Choices, Instruction, ManualEntry, Progress } from './parts.tsx'
import { useScanTask } from './scan-task.ts'
import { useScans } from './scanning.tsx'
import { pdaText } from './text.ts'
import { InWarehouse } from './warehouse.tsx'

/** Gives parcels to a courier, label by label. */
export default function HandOverPage() {
  return (
    <InWarehouse>
      {(warehouse) => (
        <Opened question={asking('GET /api/v1/admin/pda/hand-over', { query: { warehouseId: warehouse.id } })}>
          {(waiting) => <HandOver warehouseId={warehouse.id} waiting={waiting} />}
        </Opened>
      )}
    </InWarehouse>
  )
}

function HandOver({ warehouseId, waiting }: { readonly warehouseId: string; readonly waiting: Parcels['waiting'] }) {
  const t = useText(pdaText)
  const navigate = useNavigate()
  const nameOfCarrier = useCarrierName()
  const [carrier, setCarrier] = useState<string>()
  const groups = [...Map.groupBy(waiting, (parcel) => parcel.carrier)]
  if (groups.length === 0)
    return (
      <>
        <p>{t('handOver.none')}</p>
        <BigButton onClick={() => void navigate({ to: '/pda' })}>{t('pick.toTasks')}</BigButton>
      </>
    )
  if (carrier === undefined)
    return (
      <>
        <h2>{t('handOver.choose')}</h2>
        <Choices
          options={groups.map(([code, parcels]) => ({
            value: code,
            label: `${nameOfCarrier(code)} · ${parcels.length}`,
          }))}
          onChoose={setCarrier}
        />
      </>
    )
  return (
    <Loading
      warehouseId={warehouseId}
      opened={{ carrier, waiting: waiting.filter((parcel) => parcel.carrier === carrier) }}
    />
  )
}

function Loading({ warehouseId, opened }: { readonly warehouseId: string; readonly opened: Parcels }) {
  const nameOfCarrier = useCarrierName()
  const t = useText(pdaText)
  const navigate = useNavigate()
  const { view, scan } = useScanTask({
    task: `hand-over ${warehouseId} ${opened.carrier}`,
    opened,
    judge: judgeHandOver,
    praise: ({ details }) => t('right.parcel', details),
  })
  const [total] = useState(opened.waiting.length)
  const about = { warehouseId, carrier: opened.carrier }
  useScans((code) =>
    scan({
      code,
      to: (_, { scanId }) => ({
        call: 'POST /api/v1/admin/pda/hand-over-scans',
        input: { body: { scanId, code, ...about } },
      }),
    }),
  )
  const isDone = view.waiting.length === 0
  return (
    <>
      <Progress done={Math.max(0, total - view.waiting.length)} total={total} />
      <Instruction
        step={`${nameOfCarrier(opened.carrier)} · ${t('handOver.scan')}`}
        target={isDone ? t('handOver.done') : t('handOver.left', { count: view.waiting.length })}
      />
      <ul className="pda-list">
        {view.waiting.map((parcel) => (
          <li key={parcel.outboundId} className="pda-item">
            <span>{parcel.waybillNumber}</span>
            <strong className="number">{parcel.weightGrams && t('weigh.grams', { grams: parcel.weightGrams })}</strong>
            <small>{parcel.number}</small>
          </li>
        ))}
      </ul>
      <div className="pda-foot">
        {isDone ? (
          <BigButton main onClick={() => void navigate({ to: '/pda' })}>
            {t('pick.toTasks')}
          </BigButton>
        ) : (
          <ManualEntry />
        )}
      </div>
    </>
  )
}
