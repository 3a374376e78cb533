/** One cycle through each knot of a directed graph, as the names on the way round, the first repeated at the end. */
export function findCycles(edges: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, Set<string>>()
  for (const [from, to] of edges) next.set(from, (next.get(from) ?? new Set()).add(to))
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const cycles: string[][] = []

  const visit = (name: string): void => {
    state.set(name, 'open')
    trail.push(name)
    for (const target of next.get(name) ?? []) {
      if (state.get(target) === 'open') cycles.push([...trail.slice(trail.indexOf(target)), target])
      else if (!state.has(target)) visit(target)
    }
    trail.pop()
    state.set(name, 'done')
  }

  for (const name of next.keys()) if (!state.has(name)) visit(name)
  return cycles
}
