import { useNavigate, useSearch } from '@tanstack/react-router'

type Filters<Name extends string> = Readonly<Partial<Record<Name, string>>>

/** A list's filters live in the address: a page can be sent to a colleague, reloaded and left by "back". */
export function useFilters<Name extends string>(
  names: readonly Name[],
): [Filters<Name>, (change: { readonly [Each in Name]?: string | undefined }) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const navigate = useNavigate()
  const filters = Object.fromEntries(
    names.filter((name) => isSet(search[name])).map((name) => [name, String(search[name])]),
  ) as Filters<Name>
  const change = (values: { readonly [Each in Name]?: string | undefined }) => {
    const next = Object.entries({ ...search, ...values }).filter(([, value]) => isSet(value))
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true })
  }
  return [filters, change]
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
