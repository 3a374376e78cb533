import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const brush = 'AR PL UKai CN, Noto Serif CJK SC, serif'
const print = 'Noto Serif CJK SC, serif'
const ink = '#2b2624'
const seal = '#b7352a'

/** Draws every label text in the ways the forms ask for: on paper, in dark ink, in cream, and round for tea cakes. */
export async function drawLabels(texts: readonly string[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const all = [...new Set([...texts, '听檐', '盐', '糖', '春', '夏', '秋', '冬'])]
  await Promise.all(
    all.flatMap((text) => kinds.map(({ kind, svg }) => write(svg(text), join(folder, `${text}-${kind}.png`)))),
  )
  await write(sealSvg('#8f9a55', 0.55), join(folder, 'seal-emboss.png'))
}

const write = (svg: string, file: string) => sharp(Buffer.from(svg)).png().toFile(file)

const kinds = [
  { kind: 'paper', svg: (text: string) => paperLabel(text) },
  { kind: 'ink', svg: (text: string) => plainPrint(text, ink) },
  { kind: 'cream', svg: (text: string) => plainPrint(text, '#f3e8d4') },
  { kind: 'round', svg: (text: string) => roundPrint(text) },
]

function vertical(
  text: string,
  { x, top, size, font, colour }: { x: number; top: number; size: number; font: string; colour: string },
): string {
  const step = size * 1.12
  return [...text]
    .map(
      (sign, at) =>
        `<text x="${x}" y="${top + size * 0.88 + at * step}" font-size="${size}" font-family="${font}" fill="${colour}" text-anchor="middle">${sign}</text>`,
    )
    .join('')
}

const stamp = (x: number, y: number, size: number, colour = seal): string =>
  `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${size * 0.14}" fill="${colour}"/>
   <text x="${x + size / 2}" y="${y + size * 0.79}" font-size="${size * 0.78}" font-family="${brush}" fill="#fbf3e6" text-anchor="middle">檐</text>`

function paperLabel(text: string): string {
  const size = Math.min(124, 380 / text.length)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="620">
    <rect width="400" height="620" fill="#f6efe0"/>
    <rect x="18" y="18" width="364" height="584" fill="none" stroke="${ink}" stroke-width="3"/>
    <rect x="28" y="28" width="344" height="564" fill="none" stroke="${ink}" stroke-width="1"/>
    ${vertical(text, { x: 220, top: 64, size, font: brush, colour: ink })}
    <line x1="118" y1="70" x2="118" y2="420" stroke="${ink}" stroke-width="1.5"/>
    ${vertical('听檐选物', { x: 84, top: 74, size: 26, font: print, colour: ink })}
    ${stamp(188, 488, 64)}
    <text x="52" y="556" font-size="21" letter-spacing="5" font-family="${print}" fill="${ink}">TINGYAN</text>
  </svg>`
}

function plainPrint(text: string, colour: string): string {
  const size = Math.min(150, 400 / text.length)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="620">
    ${vertical(text, { x: 200, top: 30, size, font: brush, colour })}
    ${stamp(172, 470, 56)}
    <text x="200" y="580" font-size="26" letter-spacing="8" font-family="${print}" fill="${colour}" text-anchor="middle">TINGYAN</text>
  </svg>`
}

function roundPrint(text: string): string {
  const size = Math.min(120, 330 / text.length)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640">
    <circle cx="320" cy="320" r="306" fill="none" stroke="${seal}" stroke-width="7"/>
    <circle cx="320" cy="320" r="288" fill="none" stroke="${seal}" stroke-width="2"/>
    ${vertical(text, { x: 320, top: 320 - (size * 1.12 * text.length) / 2 - 30, size, font: brush, colour: ink })}
    ${stamp(292, 510, 56)}
  </svg>`
}

const sealSvg = (colour: string, opacity: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><g opacity="${opacity}">
    <circle cx="100" cy="100" r="88" fill="none" stroke="${colour}" stroke-width="8"/>
    <text x="100" y="142" font-size="120" font-family="${brush}" fill="${colour}" text-anchor="middle">檐</text></g></svg>`
