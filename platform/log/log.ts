import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino'
import { type Gathered, gathered } from './gathered.ts'
import { patientOutput } from './patient-output.ts'
import { describeError, withoutSecrets } from './redact.ts'
import { terminalLines } from './terminal.ts'

export type Log = Logger

export interface LogOptions {
  readonly level?: string
  /** Fields that every line bears, such as the role. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** Where lines go; standard output unless said otherwise, readable for people when that is a terminal. */
  readonly to?: DestinationStream
}

/** Opens the log: one JSON object a line, without secrets or personal data, whoever writes. */
export function openLog({ level = 'info', fields = {}, to = standardOutput() }: LogOptions = {}): Log {
  const options = {
    level,
    base: { pid: process.pid, ...fields },
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }), bindings: withoutSecrets, log: withoutSecrets },
  }
  return cleaningChildren(pino(options, to))
}

/** pino's formatters skip the fields of child logs; every child of this log inherits the cleaning. */
function cleaningChildren(log: Log): Log {
  const { child } = log
  log.child = function (this: Log, fields: object, options?: object) {
    return child.call(this, withoutSecrets(fields as Record<string, unknown>), options)
  } as typeof child
  return log
}

/** One for the process, whoever opens a log. */
let output: Gathered | undefined

function standardOutput(): DestinationStream {
  if (process.stdout.isTTY) return terminalLines(process.stdout)
  output ??= gathered(patientOutput(process.stdout.fd)) // Node keeps it from blocking where it is a pipe or a socket, once it was asked for
  return output
}
