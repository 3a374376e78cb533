/** So many pages come by themselves; then the visitor is asked, so that the foot of the page can be reached. */
const pagesByThemselves = 3

/**
 * Turns the paging links of a list into one that grows: the next page is fetched when its link comes near, and put below. Where the visitor
 * was is kept in the history entry, so that whoever comes back finds the same list at the same place.
 */
export async function growList(): Promise<void> {
  const pages = document.querySelector<HTMLElement>('.pages')
  const list = document.querySelector('[data-list]')
  if (!pages || !list) return
  const was = history.state as { grown?: number; top?: number } | null
  for (let grown = 0; grown < (was?.grown ?? 0); grown++) if (!(await growOnce(list))) break
  if (was?.grown && was.top) scrollTo({ top: was.top, behavior: 'instant' })
  addEventListener('pagehide', () => remember({ top: scrollY }))
  let left = pagesByThemselves
  const near = new IntersectionObserver(
    async ([entry]) => {
      if (!entry?.isIntersecting || left-- <= 0) return
      if (await growOnce(list)) watch()
    },
    { rootMargin: '600px' },
  )
  const watch = () => {
    near.disconnect()
    const next = nextLink()
    if (next) near.observe(next)
  }
  pagesNav().addEventListener('click', async (event) => {
    const link = (event.target as Element).closest('a[rel=next]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    await growOnce(list)
  })
  watch()
}

const pagesNav = () => document.querySelector<HTMLElement>('.pages')!
const nextLink = () => pagesNav().querySelector<HTMLAnchorElement>('a[rel=next]')
const remember = (more: object) => history.replaceState({ ...history.state, ...more }, '')

/** Fetches the next page and puts its goods below. Whether there was one. */
async function growOnce(list: Element): Promise<boolean> {
  const nav = pagesNav()
  const link = nextLink()
  if (!link || nav.ariaBusy === 'true') return false
  nav.ariaBusy = 'true'
  link.textContent = nav.dataset.loading ?? ''
  try {
    const answer = await fetch(link.href)
    if (!answer.ok) throw new Error(String(answer.status))
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    list.append(...fresh.querySelectorAll('[data-list] > li'))
    showRest(nav, fresh.querySelector('.pages'))
    remember({ grown: ((history.state as { grown?: number } | null)?.grown ?? 0) + 1 })
    return true
  } catch {
    link.textContent = nav.dataset.failed ?? ''
    return false
  } finally {
    nav.ariaBusy = 'false'
  }
}

/** Where the list stands now, and the link to what is still below. */
function showRest(nav: HTMLElement, fresh: Element | null): void {
  nav.querySelector('[rel=prev]')?.remove()
  const [status, next] = [nav.querySelector('[role=status]'), fresh?.querySelector<HTMLAnchorElement>('a[rel=next]')]
  if (status) status.textContent = fresh?.querySelector('[role=status]')?.textContent ?? ''
  const link = nextLink()
  if (!link) return
  link.textContent = nav.dataset.more ?? ''
  if (next) link.href = next.href
  else link.remove()
}
