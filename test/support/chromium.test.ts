import { expect, test } from 'vitest'
import { openBrowser } from '#test/chromium'

test('the browser that comes with npm draws Chinese characters, each its own glyph', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.setContent('<h1 lang="zh-CN">掌柜</h1><canvas width="40" height="40"></canvas>')

  const ink = await page.evaluate(() => {
    const brush = document.querySelector('canvas')!.getContext('2d', { willReadFrequently: true })!
    brush.font = '32px sans-serif'
    return ['掌', '柜', '㊙'].map((character) => {
      brush.clearRect(0, 0, 40, 40)
      brush.fillText(character, 2, 34)
      return brush.getImageData(0, 0, 40, 40).data.filter((alpha, index) => index % 4 === 3 && alpha > 100).length
    })
  })

  expect(await page.getByRole('heading').textContent()).toBe('掌柜')
  expect(new Set(ink).size).toBe(3)
  await browser.close()
})
