import type { ParcelId } from '#model/supply/shipping'
import type { TransferId } from '#model/supply/transfers'
import type { OutboundId } from '#model/supply/warehouse'
import type { WithinTheirs } from '#platform/http'
import { loadBin } from '#supply/inventory'
import { loadParcel } from '#supply/shipping'
import { loadTransfer } from '#supply/transfers'
import { loadOutbound } from '#supply/warehouse'

/** What a route is about, as who works in some warehouses alone is kept to them: the values of `config.within`. */

const idIn = (params: unknown): string => (params as { readonly id: string }).id

/** The warehouse in the address. */
export const itsWarehouse: WithinTheirs = ({ params }, isTheirs) => isTheirs(idIn(params))

/** The warehouse that the body or query names. */
export const namedWarehouse: WithinTheirs = ({ body, query }, isTheirs) =>
  isTheirs(((body ?? query) as { readonly warehouseId: string }).warehouseId)

/** The warehouse of the outbound in the address. */
export const itsOutbound: WithinTheirs = async ({ context, params }, isTheirs) =>
  isTheirs((await loadOutbound(context, idIn(params) as OutboundId)).warehouseId)

/** The warehouses of all outbounds that the body or query names. */
export const namedOutbounds: WithinTheirs = async ({ context, body, query }, isTheirs) => {
  const { ids } = (body ?? query) as { readonly ids: readonly OutboundId[] }
  for (const id of ids) if (!isTheirs((await loadOutbound(context, id)).warehouseId)) return false
  return true
}

/** The warehouse that the parcel in the address leaves from. */
export const itsParcel: WithinTheirs = async ({ context, params }, isTheirs) => {
  const { outboundId } = await loadParcel(context, idIn(params) as ParcelId)
  return isTheirs((await loadOutbound(context, outboundId as OutboundId)).warehouseId)
}

/** The warehouses of all bins that the body names. */
export const namedBins: WithinTheirs = async ({ context, body }, isTheirs) => {
  const { binId, fromBinId, toBinId } = body as Readonly<Record<'binId' | 'fromBinId' | 'toBinId', string | undefined>>
  for (const id of [binId, fromBinId, toBinId])
    if (id !== undefined && !isTheirs((await loadBin(context, id)).warehouseId)) return false
  return true
}

const transferAt =
  (...ends: readonly ('fromWarehouseId' | 'toWarehouseId')[]): WithinTheirs =>
  async ({ context, params }, isTheirs) => {
    const transfer = await loadTransfer(context, idIn(params) as TransferId)
    return ends.some((end) => isTheirs(transfer[end]))
  }

/** The transfer in the address goes out of theirs, comes into theirs, or either. */
export const sentByTheirs = transferAt('fromWarehouseId')
export const comesToTheirs = transferAt('toWarehouseId')
export const passesTheirs = transferAt('fromWarehouseId', 'toWarehouseId')
