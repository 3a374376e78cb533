import { listeners } from '#apps/house'
import { startRelay } from '#platform/events'
import type { Scene } from '../support/scene.ts'

/** The relay hands on everything that waits. Returns how many events that were. */
const scene: Scene<null> = async (_ctx, _given, house) => {
  const relay = startRelay(house.db, listeners, () => {})
  const count = await relay.drain()
  await relay.stop()
  return count
}
export default scene
