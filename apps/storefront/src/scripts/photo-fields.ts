/** Gives fields for pictures the page's words and shows what was chosen, small; too many are said before they are sent. */
export function photoFields(): void {
  const fields = [...document.querySelectorAll<HTMLElement>('.photo-field')]
  const inputs = fields.map((field) => field.querySelector<HTMLInputElement>('input[type="file"]')!)
  const inForm = () => inputs.reduce((all, { files }) => all + (files?.length ?? 0), 0)
  for (const [at, field] of fields.entries()) {
    field.classList.add('ready')
    inputs[at]!.addEventListener('change', () => void show(field, inputs[at]!, inForm()))
  }
}

async function show(field: HTMLElement, input: HTMLInputElement, inForm: number): Promise<void> {
  const { most, mostOfAll, chosen = '', tooMany = '', tooManyOfAll = '' } = field.dataset
  const files = [...(input.files ?? [])]
  const wrong = files.length > Number(most) ? tooMany : inForm > Number(mostOfAll) ? tooManyOfAll : ''
  input.setCustomValidity(wrong)
  field.querySelector('[role="status"]')!.textContent =
    wrong || (files.length > 0 ? chosen.replace('{count}', String(files.length)) : '')
  const small = await Promise.all(files.slice(0, Number(most)).map(drawn))
  field.querySelector('.photos')!.replaceChildren(...small.filter((each) => each !== undefined))
}

/** Drawn rather than linked: the page lets no pictures in but the shop's own. */
async function drawn(file: File): Promise<HTMLCanvasElement | undefined> {
  const picture = await createImageBitmap(file, { resizeWidth: 176, resizeQuality: 'medium' }).catch(() => undefined)
  if (!picture) return undefined
  const canvas = document.createElement('canvas')
  const side = Math.min(picture.width, picture.height)
  canvas.width = canvas.height = 176
  const [x, y] = [(picture.width - side) / 2, (picture.height - side) / 2]
  canvas.getContext('2d')!.drawImage(picture, x, y, side, side, 0, 0, 176, 176)
  return canvas
}
