/**
 * Sends the forms of the cart without leaving the page: the number stands at once, the answer follows, and the visitor stays where they
 * are. What leads elsewhere (the sign-in page) is gone to.
 */
export function cartInPlace(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null
    const action = button?.hasAttribute('formaction') ? button.formAction : form.action
    if (!/\/cart\/(lines\/[^/]+(\/keep)?|select|clear)$/.test(action)) return
    event.preventDefault()
    void send(action, new FormData(form, button))
  })
}

/** The latest wish counts: an answer to an earlier one would show an older cart. */
let latest = 0

async function send(action: string, data: FormData): Promise<void> {
  const turn = ++latest
  const fields = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]))
  const main = document.querySelector('main')!
  main.ariaBusy = 'true'
  try {
    const answer = await fetch(action, { method: 'POST', body: fields })
    if (!answer.url.includes('/cart')) return location.assign(answer.url)
    const fresh = readBody(await (await onThisPage(answer)).text())
    if (turn === latest) show(main, fresh)
  } catch {
    say(main.querySelector<HTMLElement>('[data-not-saved]')?.dataset.notSaved ?? '')
  } finally {
    main.ariaBusy = 'false'
  }
}

/** A line of another shop is sent there, and that shop answers with its own page of the same cart: whoever looks stays on theirs. */
const onThisPage = async (answer: Response): Promise<Response> =>
  answer.redirected && new URL(answer.url).pathname !== location.pathname ? fetch(location.pathname) : answer

/** Without the head: a browser that reads it judges the style of another shop by the policy of this page, and complains. */
const readBody = (html: string): Document =>
  new DOMParser().parseFromString(html.slice(html.indexOf('<body')), 'text/html')

/** Puts the new cart in the place of the old one; whoever was on a control is on the same one again. */
function show(main: Element, fresh: Document): void {
  const held = keyOf(document.activeElement)
  main.replaceChildren(...(fresh.querySelector('main')?.childNodes ?? []))
  for (const [index, badge] of document.querySelectorAll('.count').entries())
    badge.replaceWith(fresh.querySelectorAll('.count')[index] ?? '')
  if (held) [...main.querySelectorAll<HTMLElement>('button, input')].find((each) => keyOf(each) === held)?.focus()
}

/** A control of the cart by the form it is in and what it is called. */
const keyOf = (element: Element | null): string =>
  element instanceof HTMLButtonElement || element instanceof HTMLInputElement
    ? `${element.form?.action} ${element.name} ${element.ariaLabel}`
    : ''

function say(text: string): void {
  const notice = Object.assign(document.createElement('p'), {
    className: 'notice bad',
    role: 'alert',
    textContent: text,
  })
  document.querySelector('main > .wrap')?.prepend(notice)
}
