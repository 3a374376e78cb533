import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Journeys that take far longer than their files are long. */
const long = ['first-start', 'accessibility']

/** Starts the longest journeys first, so that at the end no worker waits for another. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.includes(name))
    return (await super.sort(files)).toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)))
  }
}
