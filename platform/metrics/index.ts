import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What a running process measures of itself, in Prometheus' text form at `/metrics`. */
export interface Metrics {
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly jobErrors: Counter<'job'>
  readonly waitingEvents: Gauge
  text(): Promise<string>
  readonly contentType: string
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    requests: new Histogram({
      name: 'zhanggui_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    jobErrors: new Counter({
      name: 'zhanggui_job_errors_total',
      help: 'Jobs that failed and will be tried again',
      labelNames: ['job'],
      registers,
    }),
    waitingEvents: new Gauge({
      name: 'zhanggui_waiting_events',
      help: 'Events not yet handed to their listeners',
      registers,
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
