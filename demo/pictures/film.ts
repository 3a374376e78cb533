import { readFile, writeFile } from 'node:fs/promises'
import { openBrowser } from '#test/chromium'

/** Draws a film that comes slowly closer to a picture of the demo shop: `node demo/pictures/film.ts celadon-gaiwan`. Needed only by authors. */
const [name = ''] = process.argv.slice(2)
const here = (file: string) => new URL(file, import.meta.url)
const picture = await readFile(here(`files/${name}.avif`))
const browser = await openBrowser()
const page = await browser.newPage()
const film = await page.evaluate(
  async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 480 })
    const pen = canvas.getContext('2d')!
    const mimeType = 'video/mp4;codecs=avc1.42E01E'
    const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType, videoBitsPerSecond: 350_000 })
    const chunks: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    recorder.start()
    const begun = performance.now()
    await new Promise<void>((resolve) => {
      const draw = () => {
        const part = Math.min(1, (performance.now() - begun) / 6_000)
        const eased = part * part * (3 - 2 * part)
        const size = image.width * (1 - 0.42 * eased)
        const x = (image.width - size) * (0.5 + 0.18 * Math.sin(eased * 3))
        const y = (image.height - size) * (0.5 - 0.12 * eased)
        pen.drawImage(image, x, y, size, size, 0, 0, 480, 480)
        if (part < 1) requestAnimationFrame(draw)
        else resolve()
      }
      draw()
    })
    recorder.stop()
    await stopped
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  },
  `data:image/avif;base64,${picture.toString('base64')}`,
)
await writeFile(here(`films/${name}.mp4`), Buffer.from(film, 'base64'))
await browser.close()
