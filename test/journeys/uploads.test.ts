// A curator sends a large scan from a phone: the line breaks, the page is closed, and it goes on where it stood.
import assert from 'node:assert/strict'
import sharp from 'sharp'
import { assertAccessible } from './accessibility.ts'
import { assertFits, signInAs } from './browser.ts'
import { journey } from './harness.ts'

/** The film of the demonstration. */
const film = '01980000-0041-7000-8000-00000000000d'

journey(
  'a large scan survives a broken line and a closed page',
  { device: 'phone', locale: 'th-TH' },
  async (visitor) => {
    const { page } = visitor
    const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const
    const create = { width: 1900, height: 1900, channels: 3, background: '#7a5', noise } as const
    const buffer = await sharp({ create }).png({ compressionLevel: 0 }).toBuffer()
    assert.ok(buffer.length > 8_000_000)
    const file = { name: 'แผ่นสแกน.png', mimeType: 'image/png', buffer }

    await signInAs(visitor, 'curator')
    await visitor.go('/th/objects/new')
    await page.getByLabel('ไทย').first().fill('ผืนผ้าสแกนใหญ่')
    await page.getByRole('button', { name: 'ดำเนินการต่อ' }).click()
    await page.waitForURL(/\/objects\/[^/]+\/edit/)
    const edit = new URL(page.url()).pathname

    let pieces = 0
    let isBroken = true
    await page.route('**/objects/uploads/*', async (route) => {
      const isPiece = route.request().method() === 'PATCH'
      if (isPiece) pieces += 1
      if (isPiece && isBroken && pieces > 2) await route.abort()
      else await route.continue()
    })
    const send = async () => {
      await page.locator('input[name=pictures]').setInputFiles(file)
      await page.getByRole('button', { name: 'ส่งภาพ' }).click()
    }
    await send()
    await page.getByText('รอการเชื่อมต่อ').waitFor()
    await page.getByRole('button', { name: 'หยุดพัก' }).click()
    await page.getByText('หยุดพักอยู่').waitFor()
    await assertFits(visitor)
    await assertAccessible(visitor)

    // The page is closed; on the next one the same file goes on, and nothing is sent twice.
    await visitor.go(edit)
    await page.getByText(/เลือกไฟล์เดิมด้านบน/).waitFor()
    await assertFits(visitor)
    await assertAccessible(visitor)
    const before = Number(await page.locator('.uploads progress').getAttribute('value'))
    assert.ok(before > 0 && before < buffer.length, `${before} bytes had come`)
    isBroken = false
    const offsets: number[] = []
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
    })
    await send()
    await page.locator('.uploads li').waitFor({ state: 'detached', timeout: 90_000 })
    assert.match(page.url(), /\/edit#media$/)
    assert.equal(offsets[0], before)
    await page.getByText('แผ่นสแกน.png').first().waitFor()
  },
)

journey(
  'a folder of large files and a sheet become objects',
  { device: 'desktop', locale: 'zh-CN', colour: 'dark' },
  async (visitor) => {
    const { page } = visitor
    const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const
    const create = { width: 1100, height: 1000, channels: 3, background: '#7a5', noise } as const
    const buffer = await sharp({ create }).png({ compressionLevel: 0 }).toBuffer()
    const files = [1, 2, 3].map((each) => ({
      name: `织锦 ${each}.png`,
      mimeType: 'image/png',
      // What follows the end of a picture is not shown, and makes each a content of its own.
      buffer: Buffer.concat([buffer, Buffer.from(`${each}`)]),
    }))
    const rows = [
      'title.zh-Hans,files,made_from',
      ...files.map(({ name }) => `${name},${name},1900`),
    ]
    const sheet = { name: '藏品.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }

    await signInAs(visitor, 'curator')
    await visitor.go('/zh-Hans/objects/bulk')
    await page.locator('input[name=sheet]').setInputFiles(sheet)
    await page.locator('input[name=files]').setInputFiles(files)
    let pieces = 0
    page.on('request', (request) => {
      if (request.method() === 'PATCH') pieces += 1
    })
    await page.getByRole('button', { name: '查看将建立的内容' }).click()
    // When all of them are there the sheet follows by itself.
    await page.getByText(/可建立 3 件/).waitFor({ timeout: 90_000 })
    assert.ok(pieces >= 3, `${pieces} pieces`)
    await assertFits(visitor)
    await assertAccessible(visitor)
    await page.getByText('已有 3 个文件在此').waitFor()
    await page.getByRole('button', { name: /建立 3 件/ }).click()
    await page.waitForURL(/\/objects\/office/)
    await page.getByText('织锦 3.png').first().waitFor()
  },
)

journey(
  'a moment of a film becomes its picture',
  { device: 'phone', locale: 'zh-CN' },
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'curator')
    await visitor.go(`/zh-Hans/objects/${film}/edit`)
    await page.locator('details:has(weft-still) > summary').first().click()
    const shown = page.locator('weft-still video')
    await shown.scrollIntoViewIfNeeded()
    await shown.evaluate(async (each) => {
      const video = each as HTMLVideoElement
      for (let time = 0; time < 100 && video.readyState < 1 && !video.error; time += 1)
        await new Promise((then) => setTimeout(then, 100))
      video.currentTime = 12
      await new Promise((then) => video.addEventListener('seeked', then, { once: true }))
    })
    await page.getByRole('button', { name: '截取影片的这一刻' }).click()
    await page.getByText('已截取 0:12 处的画面').waitFor()
    await assertFits(visitor)
    await assertAccessible(visitor)
    await page.getByRole('button', { name: '使用此图片' }).click()
    await page.getByText('影片封面已选定').waitFor()
    await page.getByRole('heading', { name: 'twenty-eight-picks.jpg' }).waitFor()
  },
)
