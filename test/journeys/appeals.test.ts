// A student appeals, somebody else grants it, and the case is decided anew with what changed in history.
import assert from 'node:assert/strict'
import { assertAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

journey(
  'a decision is appealed against, revised, and its history says what changed',
  {},
  async (visitor) => {
    const { page } = visitor
    // Decisions are final at once, so that the story needs no ten minutes.
    await signInAs(visitor, 'registrarAu')
    await visitor.go('/en/recognition/settings')
    await page.locator('input[name=undoMinutes]').fill('0')
    await page.locator('input[name=appealWorkingDays]').fill('15')
    await saveSettings(visitor)

    await signInAs(visitor, 'evaluatorAu')
    const path = await openCase(visitor, 'Kanyarat', 'Saebyeok University of Arts')
    await page.getByRole('button', { name: 'Decide the case' }).click()
    await page.getByRole('link', { name: 'Revise the decision' }).waitFor()

    await signInAs(visitor, 'studentKanyarat')
    await visitor.go(path)
    await page.getByRole('link', { name: 'Appeal against the decision' }).click()
    await page.waitForURL(/\/appeal$/)
    await assertFits(visitor)
    await assertAccessible(visitor)
    await page.locator('main textarea[name=words]').fill('TXT202 was a course of two terms.')
    await page.locator('main form .button-primary').click()
    await page.getByText('Your appeal is here.').waitFor()
    const appeal = new URL(page.url()).pathname

    await signInAs(visitor, 'evaluatorAu')
    await visitor.go(appeal)
    await page.getByText('You took this decision').waitFor()
    assert.equal(await page.locator('main input[name=outcome]').count(), 0)

    await signInAs(visitor, 'registrarAu')
    await visitor.go('/en/inbox')
    await page.locator('main a[href*="/recognition/appeals/"]').first().click()
    await page.locator('main input[name=outcome][value=revision]').check()
    await page.locator('main textarea[name=reasons]').fill('The hours of TXT202 are to be checked.')
    await assertAccessible(visitor)
    await page.locator('main form .button-primary').click()
    await page.getByText('Answered. The student has been told.').waitFor()

    await signInAs(visitor, 'evaluatorAu')
    await visitor.go(path)
    await page.getByText('Revision 2 is being evaluated').waitFor()
    await page.locator('.comparison-row summary').first().click()
    await page
      .locator('main a[href*="/lines/"]', { hasText: 'Give another verdict' })
      .first()
      .click()
    await page.locator('main input[name=verdict][value=refused]').check()
    await page.locator('main [name=reason]').fill('It was counted for another degree.')
    await page.locator('main form .button-primary').click()
    await page.waitForURL(new RegExp(`${path}`))
    await page.getByRole('button', { name: 'Decide the case' }).click()
    await page.getByRole('link', { name: 'All decisions and what changed' }).click()
    await page.waitForURL(/\/decisions$/)
    await page.getByText('Replaced by decision 2').waitFor()
    await page.getByText('The hours of TXT202 are to be checked.').first().waitFor()
    await page.getByText('It was counted for another degree.').first().waitFor()
    await assertFits(visitor)
    await assertAccessible(visitor)

    await signInAs(visitor, 'studentKanyarat')
    await visitor.go(`${path}/decisions`)
    await page.getByText('What changed against decision 1').waitFor()

    // The next stories find the case open, and decisions that can be taken back.
    await signInAs(visitor, 'evaluatorAu')
    await visitor.go(`${path}/revision`)
    await page.locator('main textarea[name=reasons]').fill('The other degree was given up.')
    await page.locator('main form .button-primary').click()
    await page.getByText('The case is open again for its revision 3.').waitFor()
    await signInAs(visitor, 'registrarAu')
    await visitor.go('/en/recognition/settings')
    await page.locator('input[name=undoMinutes]').fill('10')
    await saveSettings(visitor)
  },
)

/** The address of a student's open case from this host, opened from the queue. */
async function openCase(visitor: Visitor, student: string, host: string): Promise<string> {
  const { page } = visitor
  await visitor.go('/en/recognition/cases')
  await page
    .locator('main tr', { hasText: student })
    .filter({ hasText: host })
    .locator('a[href*="/recognition/cases/"]')
    .first()
    .click()
  await page.waitForURL(/\/recognition\/cases\/[0-9a-f-]+/)
  return new URL(page.url()).pathname
}

/** Sends the form of time limits; another stands beneath it. */
async function saveSettings({ page }: Visitor): Promise<void> {
  const form = page.locator('main form', { has: page.locator('input[name=undoMinutes]') })
  await form.locator('.button-primary').click()
}
