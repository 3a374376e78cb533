/** A no in WeChat's own words: an HTTP status, its code, and a message in both languages. */
export class WechatError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'WechatError'
    this.status = status
    this.code = code
  }
}
