/** The smallest page there is: an answer that ends there is a yes. */
const yes = '/offline'

/** Sets the heart of a card where it stands, so that a long list keeps its place. Who is not signed in is led to where one signs in. */
document.querySelector<HTMLFormElement>('#keep[data-own]')?.addEventListener('submit', async (event) => {
  const heart = event.submitter
  if (!(heart instanceof HTMLButtonElement)) return
  event.preventDefault()
  const body = new URLSearchParams({ do: heart.value, next: yes })
  const answer = await fetch(heart.formAction, { method: 'POST', body }).catch(() => undefined)
  if (!answer) return
  if (!new URL(answer.url).pathname.endsWith(yes)) return location.assign(answer.url)
  const isKept = heart.value === 'keep'
  heart.value = isKept ? 'drop' : 'keep'
  heart.ariaPressed = String(isKept)
})
