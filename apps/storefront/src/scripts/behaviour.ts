/**
 * Tells the shop what is looked at, clicked and put into the cart, and how long the page took: once the page is left or out of sight, in one message that
 * survives it. What the address convention is says docs/behaviour.md.
 */
const visit = document.querySelector<HTMLElement>('[data-visit]')
const { visit: page, step, about, query, results, measured, known } = visit?.dataset ?? {}
const told = ['event', 'product', 'source'] as const
let events: Record<string, unknown>[] = []
let shift = 0
let paint = 0

// The browser's own maker of ids is missing where a page does not come by https.
const newId = () => {
  const [a, b] = [...crypto.getRandomValues(new BigUint64Array(2))].map((each) =>
    each.toString(16).padStart(16, '0'),
  ) as [string, string]
  return `${a.slice(0, 8)}-${a.slice(8, 12)}-4${a.slice(13)}-a${b.slice(1, 4)}-${b.slice(4)}`
}

const note = (kind: string, more: object = {}) => {
  if (events.length < 40) events.push({ id: newId(), kind, at: performance.now(), ...more })
}

/** A visitor who agreed keeps one word for the visit, as long as the tab is open. */
const sessionId = () => {
  if (known === undefined) return undefined
  sessionStorage.zg_visit ??= newId()
  return sessionStorage.zg_visit as string
}

const load = () => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const isMeasured = Math.random() * 100 < Number(measured)
  if (!entry?.responseStart || !isMeasured) return undefined
  const whole = (millis: number) => (millis > 0 ? Math.round(millis) : undefined)
  return {
    id: newId(),
    pixels: innerWidth,
    firstByte: Math.round(entry.responseStart),
    largestPaint: whole(paint),
    loaded: whole(entry.loadEventEnd),
    shift: Math.round(shift * 1_000) / 1_000,
  }
}

let unmeasured = true
const tell = () => {
  const measure = unmeasured ? load() : undefined
  unmeasured = false
  if (!events.length && !measure) return
  const now = performance.now()
  const referrer = document.referrer && new URL(document.referrer).host
  const message = {
    page,
    path: location.pathname,
    referrer: referrer === location.host ? undefined : referrer || undefined,
    sessionId: sessionId(),
    events: events.map(({ at, ...event }) => ({
      ...event,
      ago: Math.min(3_600_000, Math.round(now - (at as number))),
    })),
    load: measure,
  }
  events = []
  navigator.sendBeacon('/api/v1/store/events', new Blob([JSON.stringify(message)], { type: 'application/json' }))
}

/** What stands nearest around an element by this name. */
const around = (element: Element, name: (typeof told)[number]) =>
  element.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]

if (page) {
  const own = about || undefined
  if (step) note(step, { productId: own, query: query || undefined, results: results ? Number(results) : undefined })
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest?.('a[href]')
    const card = link?.closest<HTMLElement>('[data-product]')
    if (!card) return
    const list = card.closest('[data-source]') ?? card.parentElement
    const position = [...(list?.querySelectorAll('[data-product]') ?? [])].indexOf(card) + 1
    note('click', {
      productId: card.dataset.product,
      source: around(card, 'source') ?? page,
      position: position || undefined,
    })
  })
  document.addEventListener('submit', ({ target, submitter }) => {
    const pressed = submitter ?? (target as HTMLElement)
    const kind = around(pressed, 'event')
    if (kind) note(kind, { productId: around(pressed, 'product') ?? own, source: around(pressed, 'source') ?? page })
  })
  const watch = (type: string, see: (entry: PerformanceEntry) => void) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true })
    } catch {
      // A browser that cannot measure this leaves it out.
    }
  }
  watch('largest-contentful-paint', ({ startTime }) => {
    paint = startTime
  })
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) shift += value
  })
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell())
  addEventListener('pagehide', tell)
}
