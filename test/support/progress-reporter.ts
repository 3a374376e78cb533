import { relative } from 'node:path'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'
import type { TestResult } from './results.ts'

/** What a test run tells the process that started it, file by file. */
export type Progress =
  | {
      readonly kind: 'file'
      readonly path: string
      readonly passed: number
      readonly skipped: number
      readonly seconds: number
      readonly failures: readonly Failure[]
      readonly tests: readonly TestResult[]
    }
  | { readonly kind: 'end'; readonly failures: readonly Failure[] }

export interface Failure {
  readonly title: string
  readonly reason: string
}

/** Sends progress to the parent process; what tests print themselves stays in the child's own output. */
export default class ProgressReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()]
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = module.errors().map((error) => ({ title: 'the file could not be run', reason: describe(error) }))
    const suites = [...module.children.allSuites()].flatMap((suite) =>
      suite.errors().map((error) => ({ title: suite.fullName, reason: describe(error) })),
    )
    send({
      kind: 'file',
      path: relative(process.cwd(), module.moduleId),
      passed: count('passed'),
      skipped: count('skipped'),
      seconds: module.diagnostic().duration / 1000,
      failures: [...broken, ...suites, ...tests.filter((test) => test.result().state === 'failed').map(failureOf)],
      tests: tests.map(resultOf),
    })
  }

  onTestRunEnd(_: readonly TestModule[], errors: readonly SerializedError[]): void {
    send({
      kind: 'end',
      failures: errors.map((error) => ({ title: 'an error outside of any test', reason: describe(error) })),
    })
  }

  onUserConsoleLog({ content }: { content: string }): void {
    process.stdout.write(content)
  }
}

const failureOf = (test: TestCase): Failure => ({
  title: test.fullName,
  reason: (test.result().errors ?? []).map(describe).join('\n'),
})

const resultOf = (test: TestCase): TestResult => ({
  title: test.name,
  ok: test.result().state === 'passed',
  millis: Math.round(test.diagnostic()?.duration ?? 0),
})

function describe({ message, diff, stacks, stack }: SerializedError): string {
  const places = stacks?.slice(0, 4).map(({ file, line }) => `at ${relative(process.cwd(), file)}:${line}`) ?? [
    String(stack ?? ''),
  ]
  return [message, ...(typeof diff === 'string' ? [diff] : []), ...places].join('\n')
}

function send(progress: Progress): void {
  process.send?.(progress)
}
