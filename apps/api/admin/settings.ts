import { Type } from 'typebox'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { OneOf, type Routes } from '#platform/http'
import { changeSetting, listSettings, settingUnits } from '#platform/settings'

const Value = Type.Union([Type.Number(), Type.Boolean(), Type.String()])
const SettingJson = Type.Object({
  name: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  owner: Type.String(),
  source: Type.String(),
  unit: OneOf(settingUnits),
  initial: Value,
  value: Value,
  changed: Type.Boolean(),
})
const NameParams = Type.Object(
  { name: Type.String({ pattern: '^[A-Za-z-]+\\.[A-Za-z0-9]+$', maxLength: 100 }) },
  { additionalProperties: false },
)

const tags = ['settings']

/** Every number of the business that may change without a programmer. */
export function settingRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/settings',
    {
      config: { needs: { staff: 'settings.read' }, versioned: 'shop' },
      schema: { tags, response: { 200: Type.Array(SettingJson) } },
    },
    (request) => settingsOf(request.context),
  )
  app.put(
    '/api/v1/admin/settings/:name',
    {
      config: { needs: { staff: 'settings.change' }, versioned: 'shop' },
      schema: {
        tags,
        params: NameParams,
        body: Type.Object({ value: Value }, { additionalProperties: false }),
        response: { 200: SettingJson },
      },
    },
    async (request) => {
      const { name } = request.params
      await transaction(request.context, (tx) => changeSetting(tx, name, request.body.value))
      return (await settingsOf(request.context)).find((setting) => setting.name === name)!
    },
  )
}

const settingsOf = async (ctx: Context) =>
  (await listSettings(ctx)).map((setting) => ({
    ...setting,
    initial: setting.initial as string,
    value: setting.value as string,
  }))
