interface Asked<Wish, Answer> {
  readonly wish: Wish
  readonly waiting: PromiseWithResolvers<Answer>
}

/**
 * Lets callers who come at the same time share one piece of work. Who comes first starts it alone; whoever comes while it is under way is in the next
 * one, in the order of arrival and together with at most `most`. The work answers each wish, in the order given; when it fails, all who shared it hear that.
 */
export function gather<Wish, Answer>(
  work: (wishes: readonly Wish[]) => Promise<readonly Answer[]>,
  { most }: { readonly most: number },
): (wish: Wish) => Promise<Answer> {
  const queue: Asked<Wish, Answer>[] = []
  let isBusy = false
  const workOff = async () => {
    isBusy = true
    while (queue.length > 0) await share(queue.splice(0, most), work)
    isBusy = false
  }
  return (wish) => {
    const waiting = Promise.withResolvers<Answer>()
    queue.push({ wish, waiting })
    if (!isBusy) void workOff()
    return waiting.promise
  }
}

async function share<Wish, Answer>(
  asked: readonly Asked<Wish, Answer>[],
  work: (wishes: readonly Wish[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await work(asked.map(({ wish }) => wish))
    for (const [index, { waiting }] of asked.entries()) waiting.resolve(answers[index]!)
  } catch (error) {
    for (const { waiting } of asked) waiting.reject(error)
  }
}
