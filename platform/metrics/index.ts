import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { droppedLines } from '#platform/log'
import { sweptFiles } from '#platform/retention'

/** What a running process measures of itself, in Prometheus' text form at `/metrics`. */
export interface Metrics {
  readonly requests: Histogram<'method' | 'route' | 'status'>
  /** Answers to strangers that were kept and given again: they are in no other figure. */
  readonly fromMemory: Gauge
  readonly jobErrors: Counter<'job'>
  readonly waitingEvents: Gauge
  /** Of this machine, against the database's: positive when it is ahead. */
  readonly clockSkew: Gauge
  readonly ways: WayMetrics
  /** What is let in and sent away. */
  readonly admission: {
    readonly underWay: Gauge<'lane'>
    readonly refused: Gauge<'lane'>
    readonly waiting: Gauge
    readonly capacity: Gauge
    readonly loopDelay: Gauge
  }
  /** What this process has measured, as it can be sent to another. */
  figures(): Promise<Figures>
  /** The figures of one process or of several that serve one port: summed, or as each figure wants it. */
  text(figures: readonly Figures[]): Promise<string>
  readonly contentType: string
}

/** Everything one process has measured. */
export type Figures = readonly object[]

/** Of each address of a provider: whether we call it, and how much. */
export interface WayMetrics {
  readonly open: Gauge<'provider' | 'address'>
  readonly underWay: Gauge<'provider' | 'address'>
  readonly refused: Gauge<'provider' | 'address'>
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  new Gauge({
    name: 'zhanggui_log_lines_dropped',
    help: 'Log lines since the start that nobody took in time',
    registers,
    collect() {
      this.set(droppedLines())
    },
  })
  new Gauge({
    name: 'zhanggui_files_swept',
    help: 'Files since the start that no row named (setAside), that one named after all (putBack), that lay aside long enough (thrownAway)',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, count] of Object.entries(sweptFiles())) this.set({ what }, count)
    },
  })
  return {
    requests: new Histogram({
      name: 'zhanggui_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    fromMemory: new Gauge({
      name: 'zhanggui_answers_from_memory',
      help: 'Answers to strangers since the start that were given from memory; not among the requests',
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
      aggregator: 'first',
      registers,
    }),
    clockSkew: new Gauge({
      name: 'zhanggui_clock_skew_seconds',
      help: 'How far the clock of this machine is ahead of the database’s',
      aggregator: 'first',
      registers,
    }),
    ways: {
      open: wayGauge(
        'circuit_open',
        '1: left alone after failures; 0.5: being tried again; 0: called',
        registers,
        'max',
      ),
      underWay: wayGauge('calls_under_way', 'Calls to a provider that wait for their answer', registers),
      refused: wayGauge(
        'calls_refused',
        'Calls not made, because the provider was left alone or had enough',
        registers,
      ),
    },
    admission: {
      underWay: new Gauge({
        name: 'zhanggui_requests_under_way',
        help: 'Requests being answered, by what they are for',
        labelNames: ['lane'],
        registers,
      }),
      refused: new Gauge({
        name: 'zhanggui_requests_refused',
        help: 'Requests sent away since the start: for want of room in their lane, or because a caller or shop had its part',
        labelNames: ['lane'],
        registers,
      }),
      waiting: new Gauge({
        name: 'zhanggui_buyers_waiting',
        help: 'Buyers in line for the checkout',
        registers,
      }),
      capacity: new Gauge({
        name: 'zhanggui_request_capacity',
        help: 'How many requests may be under way at once; fewer while answers or the event loop are late',
        registers,
      }),
      loopDelay: new Gauge({
        name: 'zhanggui_event_loop_delay_seconds',
        help: 'How late one in a hundred turns of the event loop was, over the last second; of several processes the latest',
        aggregator: 'max',
        registers,
      }),
    },
    figures: () => registry.getMetricsAsJSON(),
    text: (figures) => AggregatorRegistry.aggregate(figures as unknown as object[]).metrics(),
    contentType: registry.contentType,
  }
}

const wayGauge = (name: string, help: string, registers: Registry[], aggregator: 'sum' | 'max' = 'sum') =>
  new Gauge({ name: `zhanggui_provider_${name}`, help, labelNames: ['provider', 'address'], registers, aggregator })
