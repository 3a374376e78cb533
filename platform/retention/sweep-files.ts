import type { Context } from '#platform/context'
import type { Database } from '#platform/database'
import type { FileStore, StoredFile } from '#platform/files'

/** Whose files these are, and which of them its rows name. */
export interface FileOwner {
  /** The owner's are all whose keys begin so. */
  readonly prefix: string
  /** Those of these keys that a row of any shop names. */
  readonly named: (db: Database, keys: readonly string[]) => Promise<readonly string[]>
  /** Younger files are left alone: their row may be about to be written. A day unless said. */
  readonly graceDays?: number
}

const owners: FileOwner[] = []
export function registerFileOwners(given: readonly FileOwner[]): void {
  owners.splice(0, owners.length, ...given)
}

export interface Swept {
  /** Files that no row names, set aside. */
  readonly setAside: number
  /** Files that had been set aside and that a row names after all. */
  readonly putBack: number
  /** Files that lay aside long enough, thrown away. */
  readonly thrownAway: number
}

/** Files lie here for so many days before they are thrown away, so that a mistake of ours is not the end of them. */
const asidePrefix = 'swept/'
const asideDays = 30
const usualGraceDays = 1
const batch = 500

const total = { setAside: 0, putBack: 0, thrownAway: 0 }
/** What this process has swept since its start. */
export const sweptFiles = (): Swept => total

/**
 * Job. Sets files aside that no row names: of uploads whose process was killed before the row, of runs that were begun anew. What no owner
 * knows is left alone. A file that a row names after all, as when a picture is uploaded again at that very moment, is put back by the next
 * turn. Safe to repeat, and for all shops at once.
 */
export async function sweepFiles(house: House): Promise<Swept> {
  const done = { setAside: 0, putBack: 0, thrownAway: 0 }
  for await (const found of batches(house.outside.files.list()))
    for (const owner of owners) {
      const { putBack, thrownAway } = await tendAside(house, owner, found)
      done.putBack += putBack
      done.thrownAway += thrownAway
      done.setAside += await setAside(house, owner, found)
    }
  for (const key of ['setAside', 'putBack', 'thrownAway'] as const) total[key] += done[key]
  return done
}

type House = Pick<Context, 'db' | 'outside' | 'now'>

async function setAside(house: House, owner: FileOwner, found: readonly StoredFile[]): Promise<number> {
  const own = found.filter(
    (file) => file.key.startsWith(owner.prefix) && isOlder(house, file, owner.graceDays ?? usualGraceDays),
  )
  const named = await namedOf(house, owner, own)
  let count = 0
  for (const { key } of own)
    if (!named.has(key)) count += await move(house.outside.files, { from: key, to: asidePrefix + key })
  return count
}

async function tendAside(
  house: House,
  owner: FileOwner,
  found: readonly StoredFile[],
): Promise<Pick<Swept, 'putBack' | 'thrownAway'>> {
  const { files } = house.outside
  const aside = found.filter(({ key }) => key.startsWith(asidePrefix + owner.prefix))
  const homeOf = ({ key }: StoredFile) => key.slice(asidePrefix.length)
  const named = await namedOf(
    house,
    owner,
    aside.map((file) => ({ ...file, key: homeOf(file) })),
  )
  let [putBack, thrownAway] = [0, 0]
  for (const file of aside) {
    if (named.has(homeOf(file))) putBack += await move(files, { from: file.key, to: homeOf(file) })
    else if (isOlder(house, file, asideDays)) thrownAway += await remove(files, file.key)
  }
  return { putBack, thrownAway }
}

const namedOf = async ({ db }: House, { named }: FileOwner, found: readonly StoredFile[]): Promise<Set<string>> =>
  new Set(
    found.length === 0
      ? []
      : await named(
          db,
          found.map(({ key }) => key),
        ),
  )

const isOlder = ({ now }: House, { writtenAt }: StoredFile, days: number): boolean =>
  Temporal.Instant.compare(writtenAt, now.subtract({ hours: 24 * days })) < 0

async function* batches(all: AsyncIterable<StoredFile>): AsyncGenerator<StoredFile[]> {
  let waiting: StoredFile[] = []
  for await (const file of all) {
    waiting.push(file)
    if (waiting.length < batch) continue
    yield waiting
    waiting = []
  }
  yield waiting
}

/** Killed in between it leaves both, and is done again. */
async function move(files: FileStore, { from, to }: { readonly from: string; readonly to: string }): Promise<number> {
  const bytes = await files.get(from)
  if (!bytes) return 0
  await files.put(to, bytes)
  return remove(files, from)
}

async function remove(files: FileStore, key: string): Promise<number> {
  await files.remove(key)
  return 1
}
