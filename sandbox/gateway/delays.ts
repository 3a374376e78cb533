/** Seconds before the next attempt. Source: pay.weixin.qq.com, 支付通知 / 退款结果通知, "通知频率". */
const retrySeconds = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600]

const lateSeconds = 20
const secondCopySeconds = 2
const outOfOrderSeconds = 60
const refundSeconds = 3

/** Waiting times in milliseconds, divided by the speed so that tests need not wait. */
export interface Delays {
  /** Undefined when the merchant has been told often enough. */
  retry(attempts: number): number | undefined
  readonly late: number
  readonly secondCopy: number
  /** How long a notification out of order waits for a younger one to overtake it. */
  readonly outOfOrder: number
  readonly refund: number
}

export function delaysAt(speed: number): Delays {
  const millis = (seconds: number) => Math.round((seconds * 1000) / speed)
  const retries = retrySeconds.map(millis)
  return {
    retry: (attempts) => retries[attempts - 1],
    late: millis(lateSeconds),
    secondCopy: millis(secondCopySeconds),
    outOfOrder: millis(outOfOrderSeconds),
    refund: millis(refundSeconds),
  }
}
