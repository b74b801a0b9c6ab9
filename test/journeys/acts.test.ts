// From a mail to the done act, without signing in: what an evaluator does on her phone between two lectures.
import assert from 'node:assert/strict'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'
import { inOutbox } from './outbox.ts'

/** The links of letters, by the words that they bear in Thai, in which the evaluator reads. */
const say = 'แจ้งวันที่จะดำเนินการ'
const give = 'มอบให้เพื่อนร่วมงาน'
const stop = 'หยุดรับอีเมลประเภทนี้'

/** What letters are about: a case to decide, and what was sent for one. */
const decide = 'งานใหม่: พิจารณาคำขอเทียบโอน'
const sent = 'งานใหม่: ตรวจสอบสิ่งที่ส่งมา'

for (const [place, scripts] of [true, false].entries()) {
  const how = scripts ? 'with scripts' : 'without scripts'
  const look = { device: 'phone', locale: 'th-TH', scripts } as const

  journey(
    `a mail’s link notes a day, another gives the task away, ${how}`,
    look,
    async (visitor) => {
      const { page } = visitor
      const links = await linksOfLetter(visitor, place)
      await visitor.go(links[say]!)
      await assertFits(visitor)
      await assertAccessible(visitor)
      await page.locator('input[name=on]').nth(1).check()
      await page.locator('main form .button-primary').tap()
      await page.getByRole('heading', { name: 'บันทึกวันแล้ว' }).waitFor()
      await assertAccessible(visitor)

      await visitor.go(links[give]!)
      await page.locator('input[name=to][value=office]').check()
      await page.locator('main form .button-primary').tap()
      await page.getByRole('heading', { name: 'มอบงานแล้ว' }).waitFor()
      await page.goBack()
      await visitor.go(links[give]!)
      await page.getByRole('heading', { name: 'มอบงานแล้ว' }).waitFor()
      assert.equal(await page.locator('main form').count(), 0, 'it was used')
      await visitor.go(links[say]!)
      await page.getByRole('heading', { name: 'ขณะนี้งานรอผู้อื่นดำเนินการ' }).waitFor()
      await assertFits(visitor)

      await signInAs(visitor, 'coordinatorAu')
      await visitor.go('/en/inbox')
      const mine = page.locator('tr[data-row]', {
        hasText: `Decide recognition case ${links['number']!}`,
      })
      await mine.getByText('Passed on by').waitFor()
      assert.equal(
        await mine.locator('button[name=one]').count(),
        0,
        'a decision is not ticked off',
      )
      await assertAccessible(visitor)
    },
  )
}

journey(
  'what a link must not do leads to a sign-in, and from there to the page',
  {},
  async (visitor) => {
    const { page } = visitor
    const links = await linksOfLetter(visitor, 0, sent)
    await visitor.go(links[say]!)
    await page.getByRole('link', { name: /เข้าสู่ระบบ/ }).click()
    await page.waitForURL('**/th/sign-in?next=*')
    await page.locator('button[name="person"]', { hasText: 'ประเสริฐ' }).first().click()
    await page.waitForURL('**/th/recognition/evidence/*')
    assert.match((await page.locator('main').textContent()) ?? '', new RegExp(links['number']!))
  },
)

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  journey(
    `a kind of mail is stopped by its own link and started again, ${how}`,
    { scripts },
    async (visitor) => {
      const { page } = visitor
      const links = await linksOfLetter(visitor, 0, sent)
      await visitor.go(links[stop]!)
      await assertAccessible(visitor)
      await page.locator('main form .button-primary').click()
      await page.getByRole('heading', { name: /^หยุดแล้ว/ }).waitFor()
      await page.locator('main form button').click()
      await page.getByRole('heading', { name: /^ไม่รับอีเมลประเภทนี้อีก/ }).waitFor()
    },
  )
}

journey('notices are read one by one and all at once, with the keyboard', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'evaluatorAu')
  await visitor.go('/en/inbox/notices')
  const news = page.locator('tr[data-row] .cell-state', { hasText: 'New' })
  const before = await news.count()
  assert.ok(before >= 2)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.locator('.bulk-bar button').click()
  await page.getByText('1 notice is marked as read').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('1 notice is new again').waitFor()
  assert.equal(await news.count(), before)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await page.getByText(/marked as read\.$/).waitFor()
  assert.equal(await news.count(), 0)
  await assertAccessible(visitor)
})

/** Axe is itself a script: it looks where there are any. */
async function assertAccessible(visitor: Visitor): Promise<void> {
  if (visitor.look.scripts) await checkAccessible(visitor)
}

/** The links of one of the letters about tasks, by their words, and the number of its case. */
async function linksOfLetter(
  visitor: Visitor,
  place: number,
  subject = decide,
): Promise<Record<string, string>> {
  const { page } = visitor
  const letters = page.locator('main .card', { hasText: subject })
  const come = async () => ((await letters.count()) > place ? true : null)
  await inOutbox(visitor, come, 'the letters about the waiting cases have not come')
  // The newest stands first: counted from the oldest, what comes meanwhile changes no place.
  const letter = letters.nth((await letters.count()) - 1 - place)
  const links: Record<string, string> = {
    number: /\d{4}-\d{4}/.exec((await letter.locator('h2').textContent()) ?? '')?.[0] ?? '',
  }
  for (const link of await letter.locator('a').all()) {
    links[((await link.textContent()) ?? '').trim()] = (await link.getAttribute('href')) ?? ''
  }
  return links
}
