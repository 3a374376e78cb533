import { asking } from '../frame/asking.ts'
import { useText } from '../frame/language.ts'
import { useMissing } from '../frame/rights.ts'
import { type PutBackTask, putBack } from './api.ts'
import { Opened } from './Opened.tsx'
import { BigButton, Notice } from './parts.tsx'
import { useScans, useSignal } from './scanning.tsx'
import { pdaText } from './text.ts'
import { InWarehouse } from './warehouse.tsx'

/** Goods of withdrawn notes go back to the bins they came from. */
export default function PutBackPage() {
  return (
    <InWarehouse>
      {(warehouse) => (
        <Opened question={asking('GET /api/v1/admin/pda/put-back', { query: { warehouseId: warehouse.id } })}>
          {(tasks, reload) => <Tasks tasks={tasks} reload={reload} />}
        </Opened>
      )}
    </InWarehouse>
  )
}

function Tasks({ tasks, reload }: { readonly tasks: readonly PutBackTask[]; readonly reload: () => void }) {
  const t = useText(pdaText)
  const missing = useMissing('outbound.pick')
  const { right, wrong } = useSignal()
  useScans((code) => {
    const scanned = tasks.find(({ number }) => number === code)
    if (scanned) confirm(scanned)
    else wrong({ why: t('work.unknown', { code }), scanned: code })
  })
  const confirm = ({ outboundId, number }: PutBackTask) =>
    putBack(outboundId).then(
      () => {
        right(t('putBack.done', { number }))
        reload()
      },
      (error: Error) => wrong({ why: error.message }),
    )
  if (tasks.length === 0) return <p>{t('work.nothing')}</p>
  return (
    <>
      <Notice>{t('putBack.ask')}</Notice>
      {tasks.map((task) => (
        <section key={task.outboundId} className="pda-instruction">
          <h2>{task.number}</h2>
          <ul className="pda-list">
            {task.picks.map((pick) => (
              <li key={pick.id} className="pda-item">
                <span>
                  {pick.bin} ← {pick.name} {pick.specification}
                </span>
                <strong className="number">{t('pieces', { count: pick.picked })}</strong>
                <small>{pick.sku}</small>
              </li>
            ))}
          </ul>
          <BigButton main onClick={() => void confirm(task)} blocked={missing}>
            {t('putBack.confirm')}
          </BigButton>
        </section>
      ))}
    </>
  )
}
