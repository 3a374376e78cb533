import { Badge, Flex } from 'antd'

export interface Counter {
  readonly key: string
  readonly label: string
  readonly count?: number | undefined
  /** Something is wrong here: the number is shown in cinnabar. */
  readonly alarming?: boolean
}

interface CountersProps {
  readonly label: string
  readonly counters: readonly Counter[]
  readonly chosen: string
  /** More than this reads "1,000+". */
  readonly most?: number
  readonly onChoose: (key: string) => void
}

/** The flow of a status as numbers; choosing one filters the list below. */
export function Counters({ label, counters, chosen, most = 99_999, onChoose }: CountersProps) {
  return (
    <Flex gap={6} className="counters" role="group" aria-label={label}>
      {counters.map(({ key, label: name, count, alarming }) => (
        <button key={key} type="button" className="counter" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
          {name}
          {count !== undefined && (
            <Badge
              count={count}
              overflowCount={most}
              showZero
              color={alarming && count > 0 ? 'var(--cinnabar)' : key === chosen ? 'var(--ink)' : 'var(--muted)'}
            />
          )}
        </button>
      ))}
    </Flex>
  )
}
