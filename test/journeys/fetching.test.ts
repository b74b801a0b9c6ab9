// A transcript is fetched from a data provider: out of this site, back with another site's form, and into a draft.
import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { cast } from '#modules/alliance'
import { signedTranscript } from '../../src/modules/recognition/seed/signed-transcript.ts'
import { type Look, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const provider = 'https://emrex.saebyeok.example'

/** Stands in for the provider's site: it shows a form that posts back what the protocol asks. */
async function answerAs({ context }: Visitor, values: Record<string, string>): Promise<void> {
  await context.route(`${provider}/**`, async (route) => {
    const sent = new URLSearchParams(route.request().postData() ?? '')
    const fields = { sessionId: sent.get('sessionId') ?? '', ...values }
    const inputs = Object.entries(fields)
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
      .join('')
    await route.fulfill({
      contentType: 'text/html',
      body: `<title>Provider</title><form method="post" action="${sent.get('returnUrl')}">${inputs}<button>Hand over</button></form>`,
    })
  })
}

async function ask(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await signInAs(visitor, 'studentKanyarat')
  assert.equal(await visitor.go('/en/recognition/transcripts/new'), 200)
  await page.getByRole('link', { name: 'Fetch it by EMREX' }).click()
  await page.locator('select[name=host]').selectOption(cast.organisations.saebyeok)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /^Go to / }).click()
  await page.getByRole('button', { name: 'Hand over' }).click()
  await page.waitForURL('**/recognition/emrex/requests/*')
  // Leaving this site for the provider is what was meant.
  const others = visitor.problems.splice(0)
  visitor.problems.push(...others.filter((each) => !each.includes(provider)))
}

const looks: Record<string, Look> = {
  'with scripts': {},
  'without scripts, on a phone': { scripts: false, device: 'phone' },
}
for (const [how, look] of Object.entries(looks)) {
  journey(`a student fetches a signed transcript, ${how}`, look, async (visitor) => {
    const elmo = gzipSync(signedTranscript).toString('base64')
    await answerAs(visitor, { returnCode: 'NCP_OK', elmo })
    await ask(visitor)
    const { page } = visitor
    await page.getByRole('button', { name: 'Take the transcript over' }).click()
    await page.waitForURL('**/recognition/drafts/*')
    await page.getByText('Signed by Saebyeok University of Arts, and unchanged since').waitFor()
    assert.equal(await page.locator('[name="line.0.code"]').inputValue(), 'MAR202')
  })
}

journey('a student who hands nothing over is told so', {}, async (visitor) => {
  await answerAs(visitor, { returnCode: 'NCP_CANCEL', returnMessage: 'Cancelled by the holder' })
  await ask(visitor)
  await visitor.page.getByRole('heading', { name: 'Nothing was handed over' }).waitFor()
  await visitor.page.getByText('Cancelled by the holder').waitFor()
})
