export { type Config, ConfigError, type LogLevel, type Role, readConfig } from './config.ts'
export type { KdniaoSettings, WechatPaySettings } from './providers.ts'
export { secretOf } from './secret.ts'
