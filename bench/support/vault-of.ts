import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openVault, type Vault } from '#platform/vault'
import { dataFolder } from './folders.ts'

/** What opens the personal data of the databases that belong to this data folder below bench/data. */
export const vaultOf = (folder: string): Vault =>
  openVault(Buffer.from(readFileSync(join(dataFolder, folder, 'secret'), 'utf8').trim(), 'hex'))
