type Words = Readonly<Record<'close' | 'previous' | 'next' | 'larger' | 'smaller', string>>

/** Says which picture is seen, and shows pictures in full in a dialog. */
export function openGallery(): void {
  const gallery = document.querySelector<HTMLElement>('.gallery')
  const strip = gallery?.querySelector<HTMLElement>('.strip')
  if (!gallery || !strip) return
  const pictures = [...strip.querySelectorAll<HTMLAnchorElement>('a.whole')]
  const thumbs = [...gallery.querySelectorAll<HTMLAnchorElement>('.thumbs a')]
  const place = gallery.querySelector('[data-place]')
  strip.addEventListener('scroll', () => {
    const at = Math.round(strip.scrollLeft / strip.clientWidth)
    if (place) place.textContent = `${at + 1}/${strip.children.length}`
    for (const [index, thumb] of thumbs.entries()) thumb.ariaCurrent = index === at ? 'true' : null
  })
  for (const [index, thumb] of thumbs.entries())
    thumb.addEventListener('click', (event) => {
      event.preventDefault()
      strip.scrollTo({ left: index * strip.clientWidth, behavior: 'smooth' })
    })
  gallery.querySelector('.to-film')?.addEventListener('click', (event) => {
    event.preventDefault()
    strip.scrollTo({ left: pictures.length * strip.clientWidth })
    void strip.querySelector('video')?.play()
  })
  for (const [index, link] of pictures.entries())
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      showWhole(pictures, index, JSON.parse(gallery.dataset.words ?? '{}'))
    })
}

/** One picture at a time over the whole window: arrows, plus and minus, Escape. */
function showWhole(pictures: readonly HTMLAnchorElement[], first: number, words: Words): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'whole-picture'
  const view = Object.assign(document.createElement('div'), { className: 'view', tabIndex: 0 })
  const picture = document.createElement('img')
  const count = Object.assign(document.createElement('p'), { className: 'which', role: 'status' })
  let at = first
  const show = (step: number) => {
    at = (at + step + pictures.length) % pictures.length
    picture.src = pictures[at]!.href
    picture.alt = pictures[at]!.querySelector('img')?.alt ?? ''
    count.textContent = `${at + 1}/${pictures.length}`
    enlarge(false)
  }
  const enlarge = (isLarge: boolean) => {
    view.classList.toggle('large', isLarge)
    larger.textContent = isLarge ? '−' : '+'
    larger.ariaLabel = isLarge ? words.smaller : words.larger
  }
  const button = (label: string, sign: string, act: () => void) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: sign,
      ariaLabel: label,
    })
    made.addEventListener('click', act)
    return made
  }
  const larger = button(words.larger, '+', () => enlarge(!view.classList.contains('large')))
  const ways =
    pictures.length > 1 ? [button(words.previous, '‹', () => show(-1)), button(words.next, '›', () => show(1))] : []
  picture.addEventListener('dblclick', () => larger.click())
  dialog.addEventListener('keydown', ({ key }) => {
    const isLarge = view.classList.contains('large')
    if (key === 'ArrowLeft' && !isLarge) show(-1)
    if (key === 'ArrowRight' && !isLarge) show(1)
    if (key === '+' || key === '=') enlarge(true)
    if (key === '-') enlarge(false)
  })
  dialog.addEventListener('close', () => dialog.remove())
  const tools = Object.assign(document.createElement('div'), { className: 'ways' })
  tools.append(
    ...ways,
    count,
    larger,
    button(words.close, '×', () => dialog.close()),
  )
  view.append(picture)
  dialog.append(view, tools)
  document.body.append(dialog)
  show(0)
  dialog.showModal()
}
