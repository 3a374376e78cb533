import { defaultShop } from '#office/shops'
import { addBins, type OpenWarehouse, openWarehouse } from '#supply/inventory'
import type { House } from '../house.ts'

export interface OpenFirstWarehouse extends OpenWarehouse {
  /** Codes of its shelves, in the order in which a picker walks. */
  readonly shelves: readonly string[]
}

/**
 * Opens a warehouse of the first shop, with its shelves. False when there is no shop yet.
 * @throws warehouseCodeTaken, binCodeTaken
 */
export async function openShelvedWarehouse(house: House, wish: OpenFirstWarehouse): Promise<boolean> {
  const shop = await defaultShop(house.db)
  if (!shop) return false
  const ctx = house.systemContext(shop.id, 'zhanggui open-warehouse')
  const warehouseId = await openWarehouse(ctx, wish)
  const bins = [...new Set(wish.shelves)].map((code, index) => ({ code, zone: 'pick' as const, pathOrder: index + 1 }))
  await addBins(ctx, { warehouseId, bins })
  return true
}
