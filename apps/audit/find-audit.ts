import { casesNumbered } from '#care/after-sales'
import { saleItemByCode } from '#goods/catalog'
import { isId } from '#kernel/id'
import type { Page } from '#kernel/page'
import type { Actor, Reader } from '#platform/context'
import { type EventRecord, type FindEvents, findEvents } from '#platform/events'
import { declaredSettings, type Setting } from '#platform/settings'
import { ordersNumbered } from '#sales/orders'
import { seesCosts, withoutCosts } from '../api/costs.ts'
import { type AuditSubject, typesOf } from './audit-subjects.ts'

/** What the page of the audit trail is filtered by. */
export interface AuditWish extends Pick<FindEvents, 'actorKind' | 'from' | 'until' | 'cursor' | 'limit'> {
  readonly about?: AuditSubject
  readonly type?: string
  /** An id, or the number of an order or case, or a SKU code. */
  readonly thing?: string
  readonly actor?: string
}

export interface AuditEvent extends EventRecord {
  /** Of a change of a setting: what the settings page calls it, and in which unit its values are. */
  readonly setting: Pick<Setting<unknown>, 'zh' | 'en' | 'unit'> | null
}

/** The audit trail, newest first, without costs for whoever may not know them. @throws badCursor */
export async function findAudit(
  reader: Reader & { readonly actor: Actor },
  { about, type, thing, actor, ...wish }: AuditWish,
): Promise<Page<AuditEvent>> {
  const page = await findEvents(reader, {
    ...wish,
    types: type ? [type] : about && typesOf[about],
    aggregateId: thing && (await idOfThing(reader, thing)),
    actorId: actor,
  })
  const asSeen = ({ data, ...event }: EventRecord): AuditEvent => ({
    ...event,
    data: seesCosts(reader) ? data : withoutCosts(data),
    setting: settingOf({ ...event, data }),
  })
  return { ...page, rows: page.rows.map(asSeen) }
}

/** What nothing has happened to. */
const nothing = '00000000-0000-0000-0000-000000000000'

/** The thing that somebody means by its id, or by what it is called. */
async function idOfThing(reader: Reader, text: string): Promise<string> {
  const [id, number] = [text.trim().toLowerCase(), text.trim().toUpperCase()]
  if (isId(id)) return id
  const [order] = await ordersNumbered(reader, [number])
  const [found] = order ? [order] : await casesNumbered(reader, [number])
  if (found) return found.id
  return (await saleItemByCode(reader, text.trim()))?.productId ?? nothing
}

function settingOf({ type, data }: Pick<EventRecord, 'type' | 'data'>): AuditEvent['setting'] {
  if (type !== 'setting.changed') return null
  const [room, key = ''] = String(data.name).split('.')
  const setting = declaredSettings().find((each) => each.room === room)?.settings[key]
  return setting ? { zh: setting.zh, en: setting.en, unit: setting.unit } : null
}
