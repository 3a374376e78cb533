/**
 * Suggestions below the search field: what goes on from what is typed, and before that what was searched on this device and what is hot. A combobox
 * with a list of options: arrows choose, Enter searches, Escape closes. The history never leaves the device.
 */
const form = document.querySelector<HTMLFormElement>('form[data-suggests]')
const field = form?.querySelector<HTMLInputElement>('input[name=q]')
if (form && field) suggest(form, field)

interface Answer {
  readonly words: readonly string[]
  readonly hot: readonly string[]
}

function suggest(form: HTMLFormElement, field: HTMLInputElement): void {
  const words = form.dataset as Record<'shop' | 'locale' | 'hot' | 'past' | 'forget' | 'count', string>
  const pastOf = `zg_searched_${words.shop}`
  const answers = new Map<string, Promise<Answer>>()
  let chosen = -1
  let typed = field.value

  const panel = document.createElement('div')
  panel.className = 'suggests'
  panel.hidden = true
  panel.innerHTML = '<div id="suggests" role="listbox"></div><p class="hidden" role="status"></p>'
  const [list, status] = panel.children as unknown as [HTMLElement, HTMLElement]
  const forget = Object.assign(document.createElement('button'), { type: 'button', textContent: words.forget })
  panel.append(forget)
  form.append(panel)
  const label = form.querySelector('label')?.textContent ?? ''
  list.setAttribute('aria-label', label)
  const says = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'suggests', 'aria-expanded': 'false' }
  for (const [name, value] of Object.entries(says)) field.setAttribute(name, value)

  const past = (): string[] => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(pastOf) ?? '[]')
      return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, 8) : []
    } catch {
      return []
    }
  }
  const keep = (searched: readonly string[]) => {
    try {
      localStorage.setItem(pastOf, JSON.stringify(searched.slice(0, 8)))
    } catch {
      // A browser that keeps nothing has no history.
    }
  }
  const ask = (text: string): Promise<Answer> => {
    const known = answers.get(text)
    if (known) return known
    const headers = { 'x-shop': words.shop, 'x-locale': words.locale }
    const answer = fetch(`/api/v1/store/search/suggestions?text=${encodeURIComponent(text)}`, { headers })
      .then((response) => (response.ok ? (response.json() as Promise<Answer>) : { words: [], hot: [] }))
      .catch(() => {
        answers.delete(text)
        return { words: [], hot: [] }
      })
    answers.set(text, answer)
    return answer
  }

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')]
  const choose = (next: number) => {
    const all = options()
    chosen = next < -1 ? all.length - 1 : next >= all.length ? -1 : next
    for (const [at, option] of all.entries()) option.setAttribute('aria-selected', String(at === chosen))
    const option = all[chosen]
    field.value = option ? (option.textContent ?? '') : typed
    if (option) {
      field.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else field.removeAttribute('aria-activedescendant')
  }
  const close = () => {
    panel.hidden = true
    chosen = -1
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }

  /** Groups without a heading are what goes on from the text. */
  const show = (groups: readonly (readonly [heading: string, texts: readonly string[]])[]) => {
    const filled = groups.filter(([, texts]) => texts.length > 0)
    let count = 0
    const parts = filled.map(([heading, texts], at) => {
      const group = document.createElement('div')
      group.role = 'group'
      const title = Object.assign(document.createElement('p'), { textContent: heading, id: `suggests-${at}` })
      if (heading) {
        group.append(title)
        group.setAttribute('aria-labelledby', title.id)
      }
      for (const text of texts) {
        const option = Object.assign(document.createElement('div'), { textContent: text, id: `suggest-${count++}` })
        option.role = 'option'
        option.setAttribute('aria-selected', 'false')
        group.append(option)
      }
      if (heading === words.hot) group.className = 'row'
      return group
    })
    list.replaceChildren(...parts)
    chosen = -1
    panel.hidden = count === 0
    forget.hidden = !filled.some(([heading]) => heading === words.past)
    field.setAttribute('aria-expanded', String(count > 0))
    status.textContent = count > 0 ? words.count.replace('{count}', String(count)) : ''
  }

  const refresh = async () => {
    const text = field.value
    typed = text
    const answer = await ask(text.trim())
    if (field.value !== text || document.activeElement !== field) return
    show(
      text.trim()
        ? [['', answer.words]]
        : [
            [words.past, past()],
            [words.hot, answer.hot],
          ],
    )
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(refresh, 120)
  })
  field.addEventListener('focus', refresh)
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape' && !panel.hidden) {
      event.preventDefault()
      field.value = typed
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (panel.hidden) void refresh()
      else choose(chosen + (event.key === 'ArrowDown' ? 1 : -1))
    }
  })
  list.addEventListener('pointerdown', (event) => event.preventDefault()) // the field keeps the focus
  list.addEventListener('click', (event) => {
    const option = (event.target as HTMLElement).closest('[role=option]')
    if (!option) return
    field.value = option.textContent ?? ''
    form.requestSubmit()
  })
  forget.addEventListener('click', () => {
    keep([])
    field.focus()
    void refresh()
  })
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) close()
  })
  form.addEventListener('submit', () => {
    const text = field.value.trim()
    if (text) keep([text, ...past().filter((each) => each !== text)])
  })
}
