import { fileURLToPath } from 'node:url'
import { checkSteps } from '#test/check-steps'
import { runSteps } from '#test/steps'

const { failed } = await runSteps(checkSteps(fileURLToPath(new URL('..', import.meta.url))))
process.exitCode = failed > 0 ? 1 : 0
