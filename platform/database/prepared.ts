const names = new Map<string, number>()
const atMost = 2_000
let generation = 0

/**
 * Asks under a name that stands for the text, so that each connection parses and plans it once instead of every time: planning costs more
 * than most of our statements' work. Texts of which there are too many (lists of changing length) stay without a name.
 *
 * A migration beside running processes may change what `select *` answers: PostgreSQL then refuses the old plan. All names are given anew
 * and the statement is asked again; inside a transaction, whose work is lost, the whole transaction is (D19 of our reliability rules).
 */
export async function askPrepared<Answer>(
  text: string,
  ask: (name: string | undefined) => Promise<Answer>,
  mayAskAgain: () => boolean,
): Promise<Answer> {
  try {
    return await ask(nameOf(text))
  } catch (error) {
    if (!isStalePlan(error)) throw error
    generation += 1
    if (!mayAskAgain()) throw error
    return ask(nameOf(text))
  }
}

/** Whether PostgreSQL refused a plan that was made before the table changed. */
export const isStalePlan = (error: unknown): boolean =>
  (error as { code?: string }).code === '0A000' && (error as Error).message.startsWith('cached plan must not change')

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return `z${generation}_${known}`
  if (names.size >= atMost) return undefined
  names.set(text, names.size)
  return `z${generation}_${names.size - 1}`
}
