import { findEvent } from '#platform/events'
import { tellSubscribers } from '#platform/webhooks'
import type { Scene } from '../support/scene.ts'

/** An event is told to everybody who wants to hear of it. */
const scene: Scene<string> = async (ctx, eventId) => tellSubscribers(ctx, (await findEvent(ctx, eventId))!)
export default scene
