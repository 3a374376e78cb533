import { createHash } from 'node:crypto'

/** What a table holds: how many rows, and a sum over the hash of each row, in whatever order they lie. */
export interface TableSum {
  readonly rows: number
  readonly sum: string
}

export interface TableShape {
  /** `schema.table`. */
  readonly name: string
  readonly columns: readonly string[]
}

/** The first member: what must be known before anything is restored. */
export interface Header {
  readonly format: 1
  readonly program: string
  readonly madeAt: string
  /** Checksums of the schema's migrations by name: a restore makes the same schema before it fills it. */
  readonly migrations: Readonly<Record<string, string>>
  readonly tables: readonly TableShape[]
  /** Tells whether a secret is the one personal data were sealed with, without telling the secret. */
  readonly secret: string
}

/** The last member: its presence says that the backup is whole, its figures that a restore is true. */
export interface Manifest {
  readonly tables: Readonly<Record<string, TableSum>>
  /** Last numbers drawn from the database's sequences. */
  readonly sequences: Readonly<Record<string, number>>
  /** SHA-256 of every member but this one, in hexadecimal. */
  readonly members: Readonly<Record<string, string>>
}

export const headerName = 'backup.json'
export const manifestName = 'manifest.json'
export const secretName = 'secret'
export const tablesFolder = 'tables/'
export const filesFolder = 'files/'

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A secret's fingerprint: sixteen hexadecimal digits that fit no other secret. */
export const fingerprintOf = (secret: Uint8Array): string =>
  createHash('sha256').update('zhanggui secret\0').update(secret).digest('hex').slice(0, 16)
