import { fileURLToPath } from 'node:url'
import type { SettingsReader } from './settings-reader.ts'

/** A bucket at Amazon S3 or anything that speaks its protocol (MinIO, Ceph, Aliyun OSS, Tencent COS). */
export interface S3Settings {
  /** The address below which buckets lie, without a closing slash: `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  /** Put before every key, with its closing slash; empty for the whole bucket. */
  readonly prefix: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** The bucket stands in the path (`/bucket/key`) rather than in the host (`bucket.host/key`). */
  readonly pathStyle: boolean
}

/** Where uploads and derived pictures lie: a local folder (absolute) or a bucket. */
export type FilesPlace = { readonly folder: string } | S3Settings

const valid =
  'a local folder as an address, like file:///srv/zhanggui/files, or a bucket with an optional prefix, like s3://shop-files/prefix'

/** Reads `FILES_URL`, and for a bucket `S3_*`: all of an account or a problem that names what is missing. */
export function readFilesPlace(settings: SettingsReader, otherwise: string): FilesPlace {
  return settings.read('FILES_URL', valid, (text) => placeAt(text, settings)) ?? { folder: otherwise }
}

/** The place an address names, with the bucket's account out of the settings. */
export function placeAt(text: string, settings: SettingsReader): FilesPlace | undefined {
  const url = URL.parse(text)
  if (url?.protocol === 's3:') return bucketAt(url, settings)
  if (url?.protocol !== 'file:' || url.host !== '' || url.pathname.length <= 1) return undefined
  return { folder: fileURLToPath(url) }
}

function bucketAt(url: URL, settings: SettingsReader): S3Settings | undefined {
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.host) || url.search || url.hash || url.username) return undefined
  const account = {
    endpoint:
      settings.read('S3_ENDPOINT', 'an http or https address without a path, like https://s3.example.com', toOrigin) ??
      `https://s3.${settings.text('S3_REGION') ?? 'us-east-1'}.amazonaws.com`,
    region: settings.text('S3_REGION') ?? 'us-east-1',
    bucket: url.host,
    prefix: prefix === '' ? '' : `${prefix}/`,
    accessKeyId: settings.need('S3_ACCESS_KEY_ID', 'the id of an access key', (text) => text),
    secretAccessKey: settings.need('S3_SECRET_ACCESS_KEY', 'the secret of the access key', (text) => text),
    pathStyle:
      (settings.oneOf('S3_PATH_STYLE', ['yes', 'no']) ?? (settings.text('S3_ENDPOINT') ? 'yes' : 'no')) === 'yes',
  }
  return account as S3Settings // what is missing is among the problems, and no configuration comes of them
}

function toOrigin(text: string): string | undefined {
  const url = URL.parse(text)
  return url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' ? url.origin : undefined
}
