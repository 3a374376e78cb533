export type Environment = Readonly<Record<string, string | undefined>>

/** A malformed setting and what would be valid; never the value. */
export interface Problem {
  readonly name: string
  readonly valid: string
}

/** Reads settings one by one and gathers what is wrong, so that one start shows every mistake. */
export class SettingsReader {
  readonly #env: Environment
  readonly problems: Problem[] = []

  constructor(env: Environment) {
    this.#env = env
  }

  /** Names of the settings given whose name begins like this. */
  given(prefix: string): string[] {
    return Object.keys(this.#env).filter((name) => name.startsWith(prefix) && this.text(name) !== undefined)
  }

  text(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined
  }

  /** The setting as `parse` understands it; a problem when it answers undefined or throws. */
  read<Value>(name: string, valid: string, parse: (text: string) => Value | undefined): Value | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = attempt(() => parse(text))
    if (value === undefined) this.problems.push({ name, valid })
    return value
  }

  /** The same for a setting that must be there. */
  need<Value>(name: string, valid: string, parse: (text: string) => Value | undefined): Value | undefined {
    if (this.text(name) === undefined) this.problems.push({ name, valid })
    return this.read(name, valid, parse)
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    return this.read(name, `one of ${words.join(', ')}`, (text) => words.find((word) => word === text))
  }
}

function attempt<Value>(parse: () => Value | undefined): Value | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}
