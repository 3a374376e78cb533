import { Type } from 'typebox'
import { permissions, roleLimits } from '#model/office/roles'
import { changeRole, createRole, listRoles, loadRole, type Role, type RoleId, removeRole } from '#office/roles'
import { IdParams, IdText, type Routes } from '#platform/http'

const Name = Type.String({ minLength: 1, maxLength: roleLimits.name })
const RoleBody = Type.Object(
  {
    name: Name,
    nameEn: Name,
    permissions: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
      maxItems: permissions.length,
      uniqueItems: true,
    }),
    needsSecondFactor: Type.Boolean(),
  },
  { additionalProperties: false },
)
const NewRoleBody = Type.Object(
  {
    ...RoleBody.properties,
    preset: Type.Optional(Type.String({ maxLength: 40, description: 'Code of the preset it begins with' })),
  },
  { additionalProperties: false },
)
const RoleJson = Type.Object({
  id: IdText,
  code: Type.String(),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  permissions: Type.Array(Type.String()),
  needsSecondFactor: Type.Boolean(),
  preset: Type.Union([Type.String(), Type.Null()]),
  isPreset: Type.Boolean(),
  members: Type.Integer(),
})

const tags = ['staff']
const config = { needs: { staff: 'staff.manage' } } as const

const shown = (role: Role) => ({ ...role, permissions: [...role.permissions] })

/** What the shop's roles allow. A role is changed against the version that was seen (`If-Match`). */
export function roleRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/roles',
    { config, schema: { tags, response: { 200: Type.Array(RoleJson) } } },
    async ({ context }) => (await listRoles(context)).map(shown),
  )
  app.post(
    '/api/v1/admin/roles',
    { config: { ...config, once: true }, schema: { tags, body: NewRoleBody, response: { 201: RoleJson } } },
    async (request, reply) => reply.code(201).send(shown(await createRole(request.context, request.body))),
  )
  app.get(
    '/api/v1/admin/roles/:id',
    { config: { ...config, versioned: true }, schema: { tags, params: IdParams, response: { 200: RoleJson } } },
    async ({ context, params }) => shown(await loadRole(context, params.id as RoleId)),
  )
  app.put(
    '/api/v1/admin/roles/:id',
    {
      config: { ...config, versioned: true },
      schema: { tags, params: IdParams, body: RoleBody, response: { 200: RoleJson } },
    },
    async ({ context, params, body }) => shown(await changeRole(context, { roleId: params.id as RoleId, ...body })),
  )
  app.delete(
    '/api/v1/admin/roles/:id',
    { config, schema: { tags, params: IdParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await removeRole(request.context, request.params.id as RoleId)
      return reply.code(204).send(null)
    },
  )
}
