// A visitor walks through an exhibition on a phone in Thai, with and without scripts; two institutions make one together.
import assert from 'node:assert/strict'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const shown = '/exhibitions/01980000-0042-7000-8000-000000000001'

async function assertAccessible(visitor: Visitor): Promise<void> {
  if (visitor.look.scripts) await checkAccessible(visitor)
}

/** A finger that is drawn over the picture of a stop, as the browser itself sees it. */
async function swipe({ page }: Visitor, { from, to }: { from: number; to: number }): Promise<void> {
  await page.waitForFunction(() => customElements.get('weft-tour') !== undefined)
  const box = (await page.locator('weft-tour').boundingBox())!
  const y = Math.max(10, box.y) + 120
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y }],
    })
  await touch('touchStart', from)
  for (let step = 1; step <= 8; step += 1) await touch('touchMove', from + ((to - from) * step) / 8)
  await touch('touchEnd')
  await finger.detach()
}

for (const scripts of [true, false]) {
  journey(
    `a visitor walks through an exhibition on a phone in Thai, ${scripts ? 'with' : 'without'} scripts`,
    { device: 'phone', scripts, locale: 'th-TH' },
    async (visitor) => {
      const { page } = visitor
      await visitor.go('/th/exhibitions')
      await page.getByRole('link', { name: /สิ่งที่เส้นเชือกจำไว้/ }).click()
      await page.getByRole('heading', { level: 1, name: 'สิ่งที่เส้นเชือกจำไว้' }).waitFor()
      assert.equal(await page.locator('html').getAttribute('lang'), 'th')
      await assertFits(visitor)
      await assertAccessible(visitor)

      await page.getByRole('link', { name: /เริ่มชมตามเส้นทาง/ }).click()
      await page.getByText('จุดที่ 1 จาก 15').waitFor()
      await assertFits(visitor)
      await assertAccessible(visitor)
      if (scripts) await page.keyboard.press('ArrowRight')
      else await page.getByRole('link', { name: 'ต่อไป' }).click()
      await page.getByText('จุดที่ 2 จาก 15').waitFor()
      if (scripts) {
        await swipe(visitor, { from: 320, to: 80 })
        await page.getByText('จุดที่ 3 จาก 15').waitFor()
        await swipe(visitor, { from: 80, to: 320 })
        await page.getByText('จุดที่ 2 จาก 15').waitFor()
      }

      // Another language keeps the place.
      await page.locator('.language-switch summary').first().click()
      await page.getByRole('link', { name: '简体中文' }).click()
      await page.getByText('第 2 站，共 15 站').waitFor()

      await visitor.go(`/th${shown}/tour`)
      const headings = await page.getByRole('heading').allTextContents()
      assert.ok(headings.length > 15, 'the tour reads as text under headings')
      await assertFits(visitor)
      await assertAccessible(visitor)

      await visitor.go(`/th${shown}`)
      await page.locator('.door-link').nth(3).click()
      await page.getByRole('heading', { level: 1, name: 'ผนังเดียวกัน' }).waitFor()
      await assertFits(visitor)
      await assertAccessible(visitor)
      await page.locator('.piece-frame').first().click()
      await page.getByRole('link', { name: /CC0/ }).waitFor()
      await assertFits(visitor)
      await assertAccessible(visitor)
    },
  )
}

journey(
  'a picture is looked at from near, by keys and said aloud',
  { device: 'desktop' },
  async (visitor) => {
    const { page } = visitor
    // The viewer is a file of its own and draws without a graphics card here: what is waited for may take its time.
    page.setDefaultTimeout(90_000)
    await visitor.go(`/en${shown}`)
    await page.locator('.door-link').first().click()
    await page.locator('.piece-frame').first().click()
    await page.getByRole('button', { name: 'Look closer' }).click()
    const stage = page.getByRole('application')
    await stage.waitFor()
    const tile = page.waitForResponse((answer) =>
      /\/iiif\/3\/[^/]+\/\d+,\d+,\d+,\d+\//.test(answer.url()),
    )
    // Each key goes to the stage itself: where the focus is meanwhile does not matter.
    for (let step = 0; step < 5; step += 1) await stage.press('+')
    assert.equal((await tile).status(), 200)
    await page.getByText(/per cent, centre at 50 per cent/).waitFor({ state: 'attached' })
    await page.getByRole('link', { name: 'The point' }).click()
    await page.getByText('Now in view: The point').waitFor({ state: 'attached' })
    await assertAccessible(visitor)
  },
)

journey('a film is seen, and what others say is told', { device: 'phone' }, async (visitor) => {
  const { page } = visitor
  await visitor.go(`/th${shown}`)
  await page.locator('.door-link').first().click()
  await page.getByRole('link', { name: 'พุ่งยี่สิบแปดครั้ง' }).click()
  const film = page.locator('video')
  await film.evaluate(async (each) => {
    const video = each as HTMLVideoElement
    for (let time = 0; time < 100 && video.readyState < 1 && !video.error; time += 1)
      await new Promise((then) => setTimeout(then, 100))
  })
  const told = await film.evaluate((each) => {
    const { error, videoWidth, duration, textTracks, poster } = each as HTMLVideoElement
    return [error?.message, videoWidth, duration, textTracks.length, poster.includes('/iiif/3/')]
  })
  assert.deepEqual(told, [undefined, 672, 25, 5, true])
  await page.getByText('ถอดความเป็นตัวอักษร').click()
  await page.getByText('ภาพเคลื่อนไหวนี้ไม่มีเสียง').first().waitFor()
  await assertFits(visitor)
  await assertAccessible(visitor)

  await visitor.go(`/fr${shown}`)
  await page.locator('.door-link').nth(1).click()
  await page.getByRole('link', { name: 'Garder un motif dans la corde' }).click()
  await page.getByRole('link', { name: 'TK Attribution' }).waitFor()
  await assertAccessible(visitor)
  await visitor.go(`/fr${shown}`)
  await page.locator('.door-link').nth(2).click()
  await page.getByRole('link', { name: 'Un feuillet d’un cahier' }).click()
  await page.getByRole('heading', { name: 'Cahier de mises en carte' }).last().waitFor()
  await assertFits(visitor)
  await assertAccessible(visitor)
})

journey('what an exhibition sends first is little', { device: 'phone' }, async (visitor) => {
  const { page } = visitor
  let scriptBytes = 0
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    scriptBytes += (await response.body().catch(() => Buffer.alloc(0))).length
  })
  await visitor.go(`/en${shown}`)
  await page.waitForLoadState('networkidle')
  assert.ok(scriptBytes > 0 && scriptBytes < 150_000, `${scriptBytes} bytes of script`)
})

journey('two institutions make an exhibition together', { device: 'desktop' }, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'curator')
  await visitor.go('/en/exhibitions/office')
  await assertAccessible(visitor)
  await page.getByLabel('Title', { exact: true }).fill('Two looms')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByText('The exhibition is begun').waitFor()
  const here = new URL(page.url()).pathname.replace('/edit', '')
  await page.getByLabel('Another institution').selectOption({ label: 'Peking University' })
  await page.getByRole('button', { name: 'Let it own this too' }).click()
  await page.getByText('now owns this exhibition too').waitFor()
  await page.getByLabel('New room').fill('A room')
  await page.getByRole('button', { name: 'Add the room' }).click()
  await page.getByLabel('Object', { exact: true }).selectOption({ label: 'Diamond twill' })
  await page.getByRole('button', { name: 'Hang it' }).click()
  await page.locator('.hanging-work > li').waitFor()
  await assertAccessible(visitor)

  // By keys: one field to the right.
  const piece = page.locator('.hanging-work > li').first()
  await piece.focus()
  await page.keyboard.press('ArrowRight')
  await page.getByText('Now at column 2, row 1').waitFor()

  await page.getByRole('link', { name: 'Diamond twill' }).first().click()
  await page.getByRole('button', { name: 'Add a stop' }).click()
  await page.getByLabel('From the left').fill('100')
  await page.getByLabel('Width', { exact: true }).fill('300')
  await page.getByLabel('Height', { exact: true }).fill('200')
  await page.getByRole('button', { name: 'Keep this part' }).click()
  await page.getByText('Saved.').waitFor()
  await assertAccessible(visitor)

  // What is typed is saved by itself.
  await visitor.go(`${here}/texts`)
  await assertAccessible(visitor)
  await page.getByLabel('Text', { exact: true }).first().fill('Two looms, one memory.')
  await page.locator('textarea[name$=".text.en"]').last().fill('Where the threading turns back.')
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  assert.equal(
    await page.locator('textarea[name$=".text.en"]').first().inputValue(),
    'Two looms, one memory.',
  )

  // And what is typed while a save is under way, with the next.
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const begun = page.waitForRequest((request) => request.method() === 'POST')
  await page.route('**/texts', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  const words = page.locator('textarea[name$=".text.en"]').first()
  await words.fill('Two looms, one memory, begun')
  await begun
  await words.fill('Two looms, one memory, begun and ended.')
  release()
  await page.waitForResponse((answer) =>
    (answer.request().postData() ?? '').includes('begun+and+ended'),
  )
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.unroute('**/texts')
  await page.reload()
  assert.equal(await words.inputValue(), 'Two looms, one memory, begun and ended.')

  await visitor.go(`${here}/edit`)
  for (const language of ['简体中文', 'ไทย', '한국어', 'Français']) {
    await page.getByLabel(language, { exact: true }).uncheck()
  }
  await page.getByText('there, even from a machine').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  await visitor.go(`${here}/review`)
  await assertAccessible(visitor)
  await page.getByRole('button', { name: 'Send it to the owners' }).click()
  await page.getByText('each owner has a task').waitFor()
  await page.getByRole('button', { name: 'Agree' }).click()
  await page.getByText('You agreed.').waitFor()

  await page.context().clearCookies()
  await signInAs(visitor, 'coordinatorPku')
  await visitor.go(`${here}/review`)
  await page.getByRole('button', { name: 'Agree' }).click()
  await page.getByText('You agreed.').waitFor()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByText('Version 1 is public.').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Two looms' }).waitFor()
  await assertAccessible(visitor)
})
