import type { Replacement } from './replace-on-load.ts'

/** Where a process of ours is opened for faults, beside the statements it sends. */
export const seams: readonly Replacement[] = [
  {
    file: 'platform/outbound/call.ts',
    find: '() => exchange(call, limits)',
    replace: "() => globalThis.atSeam('call', call.url.href, () => exchange(call, limits))",
  },
  {
    file: 'platform/jobs/index.ts',
    find: 'await listener.run(ctx, event)',
    replace: "await globalThis.atSeam('job', listener.name, () => listener.run(ctx, event))",
  },
  {
    file: 'platform/jobs/index.ts',
    find: '(ctx) => job.run(ctx)',
    replace: "(ctx) => globalThis.atSeam('job', job.name, () => job.run(ctx))",
  },
  {
    file: 'platform/files/local-files.ts',
    find: 'await rename(draft, target)',
    replace: "await globalThis.atSeam('file', key, () => rename(draft, target))",
  },
]
