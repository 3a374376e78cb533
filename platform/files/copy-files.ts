import type { FileStore } from './file-store.ts'

/**
 * Copies every file that the other store does not hold yet, so that a copy that was broken off is simply begun again: what lies
 * under a key of ours never changes.
 */
export async function copyFiles(from: FileStore, to: FileStore): Promise<{ copied: number; present: number }> {
  const there = new Set<string>()
  for await (const { key } of to.list()) there.add(key)
  let [copied, present] = [0, 0]
  for await (const { key } of from.list()) {
    const bytes = there.has(key) ? undefined : await from.get(key)
    if (bytes) await to.put(key, bytes)
    if (bytes) copied += 1
    else present += 1
  }
  return { copied, present }
}
