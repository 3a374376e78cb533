import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type ShortReason, shortReasons, warehouseText } from '#model/supply/warehouse'
import { asking, keyOf } from '../frame/asking.ts'
import { useCarrierName } from '../frame/carriers.ts'
import { newKey } from '../frame/key.ts'
import { useText } from '../frame/language.ts'
import { paperUrl } from '../frame/papers.ts'
import { rejectPiece } from './api.ts'
import { type Check, judgePack } from './judge.ts'
import { Opened } from './Opened.tsx'
import { BigButton, Choices, Instruction, Keypad, ManualEntry, Notice, Progress, Requests } from './parts.tsx'
import { useScanTask } from './scan-task.ts'
import { useScans, useSignal } from './scanning.tsx'
import { pdaText } from './text.ts'

/** Checks the box: goods against the note, then the label against the recipient. */
export default function PackPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <Opened question={asking('GET /api/v1/admin/pda/outbounds/{id}/pack', { path: { id } })}>
      {(check) => <Pack key={check.status} opened={check} />}
    </Opened>
  )
}

function Pack({ opened }: { readonly opened: Check }) {
  const t = useText(pdaText)
  const [isRejecting, setRejecting] = useState(false)
  const { view, scan, show } = useScanTask({
    task: opened.outboundId,
    opened,
    judge: judgePack,
    praise: ({ details }) => (details.sku ? t('right.item', details) : t('right.label')),
  })
  useScans((code) => {
    if (view.status === 'picked')
      scan({
        code,
        to: ({ goodsComplete, outboundId }, body) => ({
          call: `POST /api/v1/admin/pda/outbounds/{id}/${goodsComplete ? 'recipient' : 'pack'}-scans`,
          input: { path: { id: outboundId }, body },
        }),
      })
  })
  useWaybill(view, show)
  if (view.status !== 'picked') return <Packed check={view} />
  if (isRejecting) return <Reject check={view} onShow={show} onClose={() => setRejecting(false)} />
  return (
    <>
      <Progress done={view.packed} total={view.total} />
      <Requests requests={view.requests} />
      {view.goodsComplete ? <Label check={view} /> : <Goods check={view} />}
      <div className="pda-foot">
        <div className="pda-row even">
          <ManualEntry />
          <BigButton danger onClick={() => setRejecting(true)}>
            {t('pack.reject')}
          </BigButton>
        </div>
      </div>
    </>
  )
}

/** The carrier may give the number a moment after picking; the page asks until it is there. */
function useWaybill(check: Check, show: (check: Check) => void): void {
  const isMissing = check.status === 'picked' && check.waybillNumber === null
  const fresh = useQuery({
    ...asking('GET /api/v1/admin/pda/outbounds/{id}/pack', { path: { id: check.outboundId } }),
    queryKey: keyOf('GET /api/v1/admin/pda/outbounds/{id}/pack', check.outboundId, 'waybill'),
    enabled: isMissing,
    refetchInterval: 3_000,
    gcTime: 0,
  })
  const found = fresh.data?.waybillNumber
  useEffect(() => {
    if (isMissing && found) show({ ...check, waybillNumber: found })
  })
}

function Goods({ check }: { readonly check: Check }) {
  const t = useText(pdaText)
  return (
    <>
      <h2>{t('pack.goods')}</h2>
      <ul className="pda-list" aria-live="polite">
        {check.lines
          .filter(({ picked }) => picked > 0)
          .map((line) => (
            <li key={line.id} className={line.packed === line.picked ? 'pda-item done' : 'pda-item'}>
              <span>
                {line.name} {line.specification}
              </span>
              <strong className="number">
                {line.packed}/{line.picked}
              </strong>
              <small>{line.sku}</small>
            </li>
          ))}
      </ul>
    </>
  )
}

function Label({ check: { recipient, waybillNumber, outboundId, carrier } }: { readonly check: Check }) {
  const t = useText(pdaText)
  const nameOfCarrier = useCarrierName()
  return (
    <>
      <Instruction step={t('pack.label')} target={recipient.name}>
        <dl className="pda-facts">
          <dt>{t('pack.phone')}</dt>
          <dd>{recipient.phone}</dd>
          <dt>{t('pack.address')}</dt>
          <dd>{recipient.address}</dd>
          <dt>{t('pack.waybill')}</dt>
          <dd>
            {nameOfCarrier(carrier)} {waybillNumber ?? '…'}
          </dd>
        </dl>
      </Instruction>
      {waybillNumber === null && <Notice>{t('pack.noWaybill')}</Notice>}
      <div className="pda-row even">
        <BigButton onClick={() => window.open(paperUrl('shipping-note', [outboundId]))}>
          {t('pack.print.note')}
        </BigButton>
        <BigButton
          onClick={() => window.open(paperUrl('waybill', [outboundId]))}
          blocked={waybillNumber === null && t('pack.noWaybill')}
        >
          {t('pack.print.waybill')}
        </BigButton>
      </div>
    </>
  )
}

/** A piece that is unfit or missing at the table: which, how many, why. */
function Reject({
  check,
  onShow,
  onClose,
}: {
  readonly check: Check
  readonly onShow: (check: Check) => void
  readonly onClose: () => void
}) {
  const t = useText(pdaText)
  const names = useText(warehouseText)
  const { right, wrong } = useSignal()
  const [line, setLine] = useState<Check['lines'][number]>()
  const [value, setValue] = useState('1')
  const send = (reason: ShortReason) =>
    rejectPiece({
      outboundId: check.outboundId,
      lineId: line!.id,
      scanId: newKey(),
      quantity: Number(value),
      reason,
    }).then(
      ({ view, details }) => {
        onShow(view)
        onClose()
        right(t('right.item', details))
      },
      (error: Error) => wrong({ why: error.message }),
    )
  const lines = check.lines.filter(({ picked }) => picked > 0)
  if (!line)
    return (
      <>
        <h2>{t('pack.reject.which')}</h2>
        <Choices
          options={lines.map((each) => ({
            value: each.id,
            label: `${each.name} ${each.specification} × ${each.picked}`,
          }))}
          onChoose={(id) => setLine(lines.find((each) => each.id === id))}
        />
        <BigButton onClick={onClose}>{t('cancel')}</BigButton>
      </>
    )
  return (
    <>
      <Instruction step={`${line.name} ${line.specification}`} target={t('pieces', { count: value || 0 })} />
      {line.picked > 1 && <Keypad value={value} onChange={setValue} most={line.picked} />}
      <h2>{t('pick.short.why')}</h2>
      <Choices
        options={shortReasons.map((reason) => ({ value: reason, label: names(`warehouse.short.${reason}`) }))}
        onChoose={(reason) => void (Number(value) > 0 && send(reason))}
      />
      <BigButton onClick={onClose}>{t('cancel')}</BigButton>
    </>
  )
}

function Packed({ check }: { readonly check: Check }) {
  const t = useText(pdaText)
  const names = useText(warehouseText)
  const navigate = useNavigate()
  useScans(() => undefined)
  return (
    <>
      <Instruction
        step={check.number}
        target={check.status === 'packed' ? t('pack.done') : names(`warehouse.status.${check.status}`)}
      />
      <div className="pda-foot">
        {check.status === 'packed' && (
          <BigButton main onClick={() => void navigate({ to: `/pda/weigh/${check.outboundId}` })}>
            {t('pack.toWeigh')}
          </BigButton>
        )}
        <BigButton onClick={() => void navigate({ to: '/pda' })}>{t('pick.toTasks')}</BigButton>
      </div>
    </>
  )
}
