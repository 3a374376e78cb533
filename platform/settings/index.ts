import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import { publish } from '#platform/events'
import { remembered } from '#platform/remembered'

interface About {
  readonly zh: string
  readonly en: string
  /** The role that answers for the number. */
  readonly owner: string
  /** Where the default comes from: a requirement's id, a law, a decision. */
  readonly source: string
}

export const settingUnits = [
  'hours',
  'minutes',
  'days',
  'percent',
  'pieces',
  'count',
  'minor',
  'switch',
  'text',
  'grams',
  'pixels',
  'points',
] as const

/** A number or switch that the business may change without a programmer. */
export interface Setting<Value> extends About {
  readonly initial: Value
  readonly unit: (typeof settingUnits)[number]
  readonly check: (value: unknown) => boolean
}

const whole = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

export const hoursSetting = (initial: number, about: About): Setting<number> => ({
  ...about,
  initial,
  unit: 'hours',
  check: whole(0, 8_760),
})
export const minutesSetting = (initial: number, about: About): Setting<number> => ({
  ...about,
  initial,
  unit: 'minutes',
  check: whole(1, 525_600),
})
/** `least` where a law or a promise forbids fewer. */
export const daysSetting = (initial: number, about: About, least = 0): Setting<number> => ({
  ...about,
  initial,
  unit: 'days',
  check: whole(least, 3_650),
})
export const percentSetting = (initial: number, about: About): Setting<number> => ({
  ...about,
  initial,
  unit: 'percent',
  check: (value) => typeof value === 'number' && value >= 0 && value <= 100,
})
export const piecesSetting = (initial: number, about: About): Setting<number> => ({
  ...about,
  initial,
  unit: 'pieces',
  check: whole(0, 1_000_000_000),
})
/** How many of what the setting's own words name. */
export const countSetting = (initial: number, about: About): Setting<number> => ({
  ...about,
  initial,
  unit: 'count',
  check: whole(0, 1_000_000_000),
})
export const pixelsSetting = (initial: number, about: About): Setting<number> => ({
  ...about,
  initial,
  unit: 'pixels',
  check: whole(1, 20_000),
})
/** A measure without a unit of its own. */
export const pointsSetting = (initial: number, about: About): Setting<number> => ({
  ...about,
  initial,
  unit: 'points',
  check: whole(0, 1_000_000),
})
export const minorSetting = (initial: number, about: About): Setting<number> => ({
  ...about,
  initial,
  unit: 'minor',
  check: whole(0, Number.MAX_SAFE_INTEGER),
})
export const switchSetting = (initial: boolean, about: About): Setting<boolean> => ({
  ...about,
  initial,
  unit: 'switch',
  check: (value) => typeof value === 'boolean',
})
export const textSetting = (initial: string, about: About): Setting<string> => ({
  ...about,
  initial,
  unit: 'text',
  check: (value) => typeof value === 'string' && value.length <= 500,
})

// biome-ignore lint/suspicious/noExplicitAny: a room's settings differ in the type of their values
export type RoomSettings = { readonly room: string; readonly settings: Readonly<Record<string, Setting<any>>> }
type Values<Room extends RoomSettings> = {
  readonly [Name in keyof Room['settings']]: Room['settings'][Name]['initial']
}

const rooms = new Map<string, RoomSettings>()

/** Declares a room's settings; read them with `readSettings`. */
export function declareSettings<const S extends RoomSettings['settings']>(
  room: string,
  settings: S,
): { room: string; settings: S } {
  const declared = { room, settings }
  rooms.set(room, declared)
  return declared
}

export const declaredSettings = (): readonly RoomSettings[] => [...rooms.values()]

export const settingUnknown = refusal(
  'not_found',
  'settings.unknown',
  (d: { name: string }) => `there is no setting ${d.name}`,
)
export const settingInvalid = refusal(
  'invalid',
  'settings.invalid',
  (d: { field: string; unit: string }) => `${d.field} is no valid number of ${d.unit}`,
)

const changedByShop = remembered(loadSet)

/** The room's numbers as this shop has set them, defaults where it has not. Other processes see a change within 3 s. */
export async function readSettings<Room extends RoomSettings>(
  reader: Reader,
  { room, settings }: Room,
): Promise<Values<Room>> {
  const set = await changedByShop(reader)
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, set.get(`${room}.${name}`) ?? setting.initial]),
  ) as Values<Room>
}

async function loadSet(reader: Reader): Promise<Map<string, unknown>> {
  const rows = await reader.db
    .selectFrom('platform.settings')
    .select(['name', 'value'])
    .where('shop_id', '=', reader.shopId)
    .execute()
  return new Map(rows.map((row) => [row.name, row.value]))
}

/**
 * Changes one setting of the shop, with who and what before in the event log.
 * @throws settingUnknown when no room declares it
 * @throws settingInvalid when the value does not suit its unit
 */
export async function changeSetting(tx: Tx, name: string, value: unknown): Promise<void> {
  const [room, key] = name.split('.') as [string, string]
  const setting = rooms.get(room)?.settings[key]
  if (!setting) throw settingUnknown({ name })
  if (!setting.check(value)) throw settingInvalid({ field: name, unit: setting.unit })
  const before = await tx.db
    .selectFrom('platform.settings')
    .select('value')
    .where('shop_id', '=', tx.shopId)
    .where('name', '=', name)
    .executeTakeFirst()
  const row = { shop_id: tx.shopId, name, value: JSON.stringify(value), updated_at: tx.now, updated_by: tx.actor.name }
  await tx.db
    .insertInto('platform.settings')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'name'])
        .doUpdateSet({ value: row.value, updated_at: row.updated_at, updated_by: row.updated_by }),
    )
    .execute()
  await publish(tx, {
    type: 'setting.changed',
    aggregate: 'shop',
    id: tx.shopId,
    data: { name, before: before?.value ?? setting.initial, after: value },
  })
  changedByShop.forget(tx)
}

/** Every declared setting with its value in this shop, for the settings page. */
export async function listSettings(reader: Reader) {
  const set = await loadSet(reader)
  return [...rooms.values()].flatMap(({ room, settings }) =>
    Object.entries(settings).map(([key, { check: _, ...setting }]) => ({
      name: `${room}.${key}`,
      ...setting,
      value: (set.get(`${room}.${key}`) ?? setting.initial) as unknown,
      changed: set.has(`${room}.${key}`),
    })),
  )
}
