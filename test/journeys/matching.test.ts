// A coordinator brings two spreadsheets, mends what is wrong in them, runs the round, reads result and reasons, and
// publishes; an outsider checks the certificate without an account.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const applicants = `Applicant,Country,1st choice,2nd choice
Ada,TH,Museum,Studio
Ben,CN,Museum,
Cai,KR,Museum,Studio
Dao,FR,Studio,Archive of dreams
`
const places = `Place,Seats,Country,Sector,Rank 1,Rank 2,Rank 3
Museum,1,TH,Culture,Ben,= Ada,Cai
Studio,0,CN,Games
`

for (const scripts of [true, false]) {
  const device = scripts ? ('desktop' as const) : ('phone' as const)
  journey(
    `two spreadsheets become a published certificate, ${scripts ? 'with' : 'without'} scripts`,
    { scripts, device },
    async (visitor) => {
      const { page } = visitor
      await signInAs(visitor, 'coordinatorAu')
      await visitor.go('/en/matching/new')
      await page.locator('input[name=name]').fill('Placements of a test')
      await page.locator('main form .button-primary').click()
      await page.waitForURL(/\/matching\/rounds\//)

      await page.locator('input[name=applicants]').setInputFiles(file('applicants.csv', applicants))
      await page.locator('input[name=places]').setInputFiles(file('places.csv', places))
      await page.locator('main form .button-primary').click()
      await page.getByText('Dao wishes for Archive of dreams').waitFor()
      await page.getByText('the number of seats of Studio').waitFor()
      assert.equal(await page.getByRole('button', { name: /Freeze the lists/ }).count(), 0)
      await assertAccessible(visitor)

      // The look at accessibility opens every fold; without scripts one opens it oneself.
      await page.waitForLoadState('networkidle')
      const again = page.locator('details', { hasText: 'Give a list again' }).last()
      await again.evaluate((fold) => fold.setAttribute('open', ''))
      const mended = applicants.replace('Archive of dreams', '')
      await page.locator('input[name=applicants]').setInputFiles(file('applicants.csv', mended))
      await page
        .locator('input[name=places]')
        .setInputFiles(file('places.csv', places.replace('Studio,0', 'Studio,2')))
      await again.evaluate((fold) => fold.setAttribute('open', ''))
      await page.getByRole('button', { name: 'Read and check' }).click()
      await page.getByText('Nothing is wrong in what was given').waitFor()
      await page.getByRole('button', { name: /Freeze the lists/ }).click()
      await page.waitForURL(/\/matching\/runs\//)
      await resultOf(visitor)
      await assertFits(visitor)
      await assertAccessible(visitor)

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Certificate', exact: true }).click(),
      ])
      const text = await readFile(await download.path(), 'utf8')
      assert.doesNotMatch(text, /Ada|Ben|Cai|Dao/, 'a certificate names nobody')

      await page.getByRole('link', { name: /^Applicants/ }).click()
      await page.getByRole('link', { name: 'Cai' }).click()
      await page.getByText(/all given to applicants whom it ranks higher/).waitFor()
      await assertFits(visitor)
      await assertAccessible(visitor)
      await checkedByAnOutsider(visitor, text)
    },
  )
}

async function resultOf({ page }: Visitor): Promise<void> {
  for (let waited = 0; waited < 60; waited += 1) {
    if ((await page.getByText('What is proved').count()) > 0) return
    await page.waitForTimeout(500)
    // With scripts the page comes anew by itself, maybe at the same moment.
    await page.reload().catch(() => {})
  }
  await page.getByText('What is proved').waitFor()
}

/** Nobody in particular pastes the certificate, whole and then with another result. */
async function checkedByAnOutsider(visitor: Visitor, text: string): Promise<void> {
  const { page, context } = visitor
  await context.clearCookies()
  await visitor.go('/en/matching/check')
  await page.locator('textarea[name=text]').fill(text)
  await page.locator('main form .button-primary').click()
  await page.getByText('3 of 4 applicants have a place').or(page.getByText('4 of 4')).waitFor()
  await page.getByText('What is proved').waitFor()
  await assertAccessible(visitor)
  await page.locator('textarea[name=text]').fill(text.replace('"seats":2', '"seats":3'))
  await page.locator('main form .button-primary').click()
  await page.getByText('Not proved: the lists were changed after the run').waitFor()
  await page.locator('textarea[name=text]').fill('{"kind":')
  await page.locator('main form .button-primary').click()
  await page.getByText('This file is not a certificate').waitFor()
}

function file(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

async function assertAccessible(visitor: Visitor): Promise<void> {
  if (visitor.look.scripts) await checkAccessible(visitor)
}
