// One office begins an agreement and sends it; the partner's takes it over and approves it on a phone; the first approves
// what came of it, and it is in force. A copy that differs is adopted in part, and a list of old agreements is brought in.
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, enter, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

for (const scripts of [true, false]) {
  journey(
    `two offices come to an agreement, ${scripts ? 'with' : 'without'} scripts`,
    { scripts, device: 'desktop' },
    async (visitor) => {
      const title = `Exchange of a journey ${scripts ? 'one' : 'two'}`
      await signInAs(visitor, 'coordinatorAu')
      await begun(visitor, title)
      await written(visitor)
      await answeredByPartner(title, scripts)
      await approved(visitor, title)
    },
  )
}

async function begun(visitor: Visitor, title: string): Promise<void> {
  const { page } = visitor
  await visitor.go('/en/agreements')
  await page.getByRole('link', { name: 'New agreement' }).first().click()
  await page.getByLabel('Name').fill(title)
  await page.getByLabel('Saebyeok University of Arts').check()
  await assertAccessible(visitor)
  await page.getByRole('button', { name: 'Go on to the conditions' }).click()
  await page.waitForURL(/\/copy$/)
}

async function written(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await page.getByRole('textbox', { name: 'Places 1' }).fill('0')
  await page.getByRole('textbox', { name: 'ISCED-F 1' }).fill('0211 Digital arts')
  await page.getByRole('button', { name: 'Save and send to the partners' }).click()
  await page.getByText('Write from 1 to 9,999 places.').waitFor()
  await page.getByRole('textbox', { name: 'Places 1' }).fill('2')
  await page.getByRole('button', { name: 'Add all rows in the other direction' }).click()
  await page.getByRole('textbox', { name: 'Places 2' }).waitFor()
  await assertAccessible(visitor)
  await page.getByRole('button', { name: 'Save and send to the partners' }).click()
  await page.getByText('Sent. The partners are told and asked to answer.').waitFor()
  await assertAccessible(visitor)
}

/** The partner's coordinator answers from their inbox, on a phone. */
async function answeredByPartner(title: string, scripts: boolean): Promise<void> {
  const visitor = await enter({ device: 'phone', scripts })
  const { page } = visitor
  await signInAs(visitor, 'coordinatorSaebyeok')
  await visitor.go(`/en/agreements?q=${encodeURIComponent(title)}`)
  await page.locator('tr[data-row] th a').first().click()
  await page.getByText('You have not written a copy yet.').waitFor()
  await assertFits(visitor)
  await assertAccessible(visitor)
  await page.getByRole('button', { name: 'Take over their copy and approve it' }).click()
  await page.getByText('Approved. The others have still to answer.').waitFor()
  await visitor.context.close()
}

async function approved(visitor: Visitor, title: string): Promise<void> {
  const { page } = visitor
  await visitor.go(`/en/agreements?q=${encodeURIComponent(title)}`)
  await page.locator('tr[data-row] th a').first().click()
  await page.getByText('Their copy says the same as yours').waitFor()
  await page.getByRole('button', { name: 'Approve this version' }).click()
  await page.getByText('Approved by all: the agreement is in force.').waitFor()
  await page.getByRole('heading', { name: 'Conditions in force' }).waitFor()
  await assertFits(visitor)
  await assertAccessible(visitor)
}

journey('differences are taken over in part, on a phone', { device: 'phone' }, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go('/en/agreements?state=proposed&q=Textile')
  await page.locator('tr[data-row] th a').first().click()
  await page.getByText('4 differences').waitFor()
  await page.getByRole('checkbox', { name: /Languages/ }).check()
  await page.getByRole('button', { name: 'Take over into your copy' }).click()
  await page.waitForURL(/\/copy$/)
  await page.getByText('Taken over into your copy.').waitFor()
  await assertFits(visitor)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('You have written changes that are not sent yet').waitFor()
})

journey('old agreements come in from pasted rows', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go('/en/agreements/import')
  const rows = [
    [
      'Agreement',
      'Partners',
      'Mobility',
      'From',
      'To',
      'Places a year',
      'First year',
      'Last year',
      'Languages',
    ],
    ['Old paper one', 'AU; PKU', 'Study', 'AU', 'PKU', '3', '2025/2026', '2027/2028', 'en B2'],
    ['Old paper two', 'AU; Elsewhere', 'Study', 'AU', 'PKU', '1', '2025/2026', '2027/2028', 'en'],
  ]
  await page.locator('textarea[name=text]').fill(rows.map((row) => row.join('\t')).join('\n'))
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await page.getByText('Elsewhere is not an institution that is known here.').waitFor()
  await assertAccessible(visitor)
  await page.getByRole('button', { name: 'Bring in one agreement without the faulty rows' }).click()
  await page.getByText('One agreement was brought in.').waitFor()
})

/** The check runs as a script in the page: where there are none, the journey with them has looked at the same page. */
async function assertAccessible(visitor: Visitor): Promise<void> {
  if (visitor.look.scripts) await checkAccessible(visitor)
}
