import { sql } from 'kysely'
import type { AccountId, Reader } from '#platform/context'

/** Somebody who works in this shop, as colleagues call them. */
export interface Colleague {
  readonly id: AccountId
  readonly name: string
}

/** Who works in this shop and holds a permission there, by name. One statement. */
export async function colleaguesWith(reader: Pick<Reader, 'db' | 'shopId'>, permission: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select a.id, a.display_name as name from office.accounts a
    where a.status = 'active' and a.kind = 'staff' and exists (
      select from office.staff_roles s join office.roles r on r.id = s.role_id
      where s.account_id = a.id and s.shop_id = ${reader.shopId} and ${permission} = any(r.permissions))
    order by a.display_name, a.id`.execute(reader.db)
  return rows
}
