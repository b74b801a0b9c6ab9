import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { outbox } from '#kernel/mail'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { consentFor, requestConsent, type RequestConsent } from '../service/consents.ts'
import { eraseConsents } from '../service/consent-data.ts'
import { erasePersonPrivacy, exportPersonPrivacy } from '../service/personal-data.ts'

const site = await testSite()
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house

const toPeking = {
  purpose: 'exchange',
  exporterOrganisationId: organisations.au,
  recipientOrganisationId: organisations.pku,
  contact: 'exchange-office@pku.example',
  method: 'file',
  keptMonths: 24,
  node: 'test',
} as const

async function asked(input: Partial<RequestConsent> = {}): Promise<string> {
  const made = await site.perform((work) =>
    requestConsent(work, {
      ...toPeking,
      personId: people.studentPloy,
      fieldGroups: ['identity', 'grades', 'health'],
      ...input,
    }),
  )
  assert.ok(!isRefused(made))
  return made.requestId
}

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

function shownOn(html: string): string {
  return /name="shown" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''
}

async function post(
  path: string,
  values: Record<string, string | string[]>,
  personId: string,
  form: string,
) {
  return site.send(form, path, values, await site.signInAs(personId))
}

/** Reads the page and answers it as a browser does. */
async function answered(
  requestId: string,
  values: Record<string, string | string[]>,
  language = 'th',
) {
  const path = `/${language}/account/consents/${requestId}`
  const shown = shownOn(await page(path, people.studentPloy))
  return post(
    `${path}/answer`,
    { shown, answer: 'give', born: '2000-01-31', ...values },
    people.studentPloy,
    path,
  )
}

async function statesOf(requestId: string): Promise<Record<string, string>> {
  const { rows } = await database.execute(
    'select field_group, state from consents where request_id = $1',
    [requestId],
  )
  return Object.fromEntries(rows.map((row) => [String(row['field_group']), String(row['state'])]))
}

describe('a consent', () => {
  test('is given by kind of data, and the very words of the page are kept', async () => {
    const requestId = await asked()
    const html = await page(`/th/account/consents/${requestId}`, people.studentPloy)
    assert.match(html, /exchange-office@pku\.example/)
    assert.match(html, /ข้อมูลอ่อนไหว/, 'health is told to be sensitive')
    assert.doesNotMatch(html, /checked/, 'nothing is ticked beforehand')
    const done = await answered(requestId, { groups: ['identity', 'grades'] })
    assert.equal(done.status, 303)
    assert.deepEqual(await statesOf(requestId), {
      identity: 'given',
      grades: 'given',
      health: 'declined',
    })
    const { rows } = await database.execute('select * from consent_texts where sha256 = $1', [
      shownOn(html),
    ])
    const body = String(rows[0]!['body'])
    assert.equal(createHash('sha256').update(body).digest('hex'), shownOn(html))
    assert.equal(rows[0]!['language'], 'th')
    assert.match(body, /24 เดือน/)
    const standing = await site.perform((work) =>
      consentFor(work, people.studentPloy, toPeking, ['identity', 'health', 'family']),
    )
    assert.deepEqual(standing, {
      given: ['identity'],
      waiting: [],
      refused: ['health'],
      missing: ['family'],
    })
  })

  test('is not kept without a tick, for words that changed, or twice', async () => {
    const requestId = await asked({ purpose: 'mentoring' })
    const path = `/en/account/consents/${requestId}`
    const empty = await answered(requestId, {}, 'en')
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /Tick what you allow/)
    const other = await answered(requestId, { groups: ['identity'], shown: 'f'.repeat(64) }, 'en')
    assert.equal(other.status, 409)
    const text = await other.text()
    assert.match(text, /have changed since you opened it/)
    assert.match(
      text,
      /value="identity"[^>]*checked|checked[^>]*value="identity"/,
      'the tick is still there',
    )
    assert.deepEqual(Object.values(await statesOf(requestId)), ['asked', 'asked', 'asked'])
    assert.equal((await answered(requestId, { answer: 'decline' }, 'en')).status, 303)
    const again = await post(
      `${path}/answer`,
      { answer: 'decline', shown: 'x' },
      people.studentPloy,
      path,
    )
    assert.equal(again.status, 409)
  })

  test('can be taken back by itself, with what it means said before, and given anew', async () => {
    const requestId = await asked({ purpose: 'scholarship', fieldGroups: ['identity', 'finance'] })
    await answered(requestId, { groups: ['identity', 'finance'] }, 'en')
    const html = await page(`/en/account/consents/${requestId}`, people.studentPloy)
    const path = new RegExp(`/en/account/consents/${requestId}/rows/[0-9a-f-]{36}/withdrawal`).exec(
      html,
    )![0]
    const before = await page(path, people.studentPloy)
    assert.match(before, /will no longer give this/)
    assert.match(before, /stays with Peking University/)
    assert.equal((await post(path, {}, people.studentPloy, path)).status, 303)
    const twice = await post(path, {}, people.studentPloy, path)
    assert.equal(twice.status, 409)
    assert.match(await twice.text(), /taken back already/)
    const states = await statesOf(requestId)
    assert.deepEqual(Object.values(states).toSorted(), ['given', 'withdrawn'])
    const [withdrawn] = Object.entries(states).find(([, state]) => state === 'withdrawn')!
    await asked({ purpose: 'scholarship', fieldGroups: ['identity', 'finance'] })
    assert.equal((await statesOf(requestId))[withdrawn], 'withdrawn', 'it is not asked again')
    assert.equal((await answered(requestId, { groups: [withdrawn] }, 'en')).status, 303)
    assert.deepEqual(Object.values(await statesOf(requestId)), ['given', 'given'])
  })

  test('is nobody else’s to read, give or take back', async () => {
    const requestId = await asked({ purpose: 'research' })
    await page(`/en/account/consents/${requestId}`, people.studentKanyarat, 404)
    const home = '/en/account/consents'
    const other = await post(
      `${home}/${requestId}/answer`,
      { answer: 'decline' },
      people.studentKanyarat,
      home + `/${await requestOf(people.studentKanyarat)}`,
    )
    assert.equal(other.status, 404)
    assert.deepEqual(Object.values(await statesOf(requestId)), ['asked', 'asked', 'asked'])
  })

  test('leaves a history that nobody can change, and ends with an erasure', async () => {
    for (const table of ['consent_events', 'consent_texts']) {
      await assert.rejects(database.execute(`delete from ${table}`), /append-only/)
    }
    const requestId = await asked({ purpose: 'internship' })
    await answered(requestId, { groups: ['identity'] }, 'en')
    await site.perform((work) => eraseConsents(work, people.studentPloy))
    assert.deepEqual(
      new Set(Object.values(await statesOf(requestId))),
      new Set(['withdrawn', 'declined']),
    )
    const standing = await site.perform((work) =>
      consentFor(work, people.studentPloy, { ...toPeking, purpose: 'internship' }, ['identity']),
    )
    assert.deepEqual(standing.given, [])
  })

  test('tells the chronicle by kinds of data, and shows on the page of all', async () => {
    const { rows } = await database.execute(
      "select data from chronicle_entries where type = 'privacy.consent-withdrawn'",
    )
    assert.equal(rows[0]!['data'] !== null, true)
    const html = await page('/zh-Hans/account/consents', people.studentThanawat)
    assert.match(html, /您目前同意的内容/)
    assert.match(html, /课程、学分和成绩/)
  })
})

describe('the consent of somebody under age', () => {
  const minor = {
    born: '2010-03-04',
    guardianName: 'Suda',
    guardianAddress: 'suda@parents.example',
    guardianLanguage: 'en',
  }
  const key = { ...toPeking, purpose: 'exhibition' } as const
  const standing = () =>
    site.perform((work) => consentFor(work, people.studentPloy, key, ['identity', 'grades']))

  /** The path of the newest guardian's link, as the mail has it. */
  async function link(): Promise<string> {
    const mails = await site.perform((work) => outbox(work, { limit: 100 }))
    const text = mails
      .map((mail) => JSON.stringify(mail))
      .find((each) => each.includes(minor.guardianAddress))
    return /\/act\/[\w-]+/.exec(text ?? '')?.[0] ?? ''
  }

  test('asks for the day of birth, and then for a guardian who is somebody else', async () => {
    const requestId = await asked({ purpose: 'exhibition', fieldGroups: ['identity', 'grades'] })
    await database.execute('update persons set birth_date = null where id = $1', [
      people.studentPloy,
    ])
    const groups = ['identity', 'grades']
    const unknown = await answered(requestId, { groups, born: '' }, 'en')
    assert.equal(unknown.status, 422)
    assert.match(await unknown.text(), /We do not know it/)
    const alone = await answered(requestId, { groups, born: minor.born }, 'en')
    assert.equal(alone.status, 422)
    assert.match(await alone.text(), /Under 20 your parent or guardian/)
    const { rows } = await database.execute(
      'select address from person_emails where person_id = $1 limit 1',
      [people.studentPloy],
    )
    const own = { ...minor, guardianAddress: String(rows[0]!['address']) }
    const same = await answered(requestId, { groups, ...own }, 'en')
    assert.equal(same.status, 422)
    assert.match(await same.text(), /your own address/)
    assert.deepEqual(Object.values(await statesOf(requestId)), ['asked', 'asked'])
  })

  test('counts only with the guardian, who signs once by link; what was taken back is not signed', async () => {
    const requestId = await asked({ purpose: 'exhibition', fieldGroups: ['identity', 'grades'] })
    const done = await answered(requestId, { groups: ['identity', 'grades'], ...minor }, 'en')
    assert.equal(done.status, 303)
    assert.deepEqual((await standing()).given, [], 'nothing may be sent yet')
    assert.deepEqual((await standing()).waiting, ['identity', 'grades'])
    await site.perform((work) =>
      work.writeUnchronicled((tx) =>
        tx
          .updateTable('consents')
          .set({ state: 'withdrawn' })
          .where('request_id', '=', requestId)
          .where('field_group', '=', 'grades')
          .execute(),
      ),
    )
    const path = `/en${await link()}`
    const html = await (await site.ask(path)).text()
    assert.match(html, /I agree as parent or guardian/)
    assert.doesNotMatch(html, /Courses, credit and grades/)
    const body = (answer: string, shown = shownOn(html)) => new URLSearchParams({ answer, shown })
    const other = await site.ask(path, { method: 'POST', body: body('agree', 'f'.repeat(64)) })
    assert.equal(other.status, 409)
    const agreed = await site.ask(path, { method: 'POST', body: body('agree') })
    assert.equal(agreed.status, 303)
    assert.deepEqual(await standing(), {
      given: ['identity'],
      waiting: [],
      refused: ['grades'],
      missing: [],
    })
    const again = await site.ask(path, { method: 'POST', body: body('refuse') })
    assert.match(await again.text(), /Your agreement is kept/)
    assert.deepEqual((await standing()).given, ['identity'], 'the link is used up')
  })

  test('is not given where the guardian refuses, and the guardian’s name goes with an erasure', async () => {
    const requestId = await asked({ purpose: 'exhibition', fieldGroups: ['grades'] })
    assert.equal((await answered(requestId, { groups: ['grades'], ...minor }, 'en')).status, 303)
    const path = `/en${await link()}`
    const html = await (await site.ask(path)).text()
    const body = new URLSearchParams({ answer: 'refuse', shown: shownOn(html) })
    assert.equal((await site.ask(path, { method: 'POST', body })).status, 303)
    assert.deepEqual((await standing()).refused, ['grades'])
    await site.perform((work) => eraseConsents(work, people.studentPloy))
    const { rows } = await database.execute(
      'select name, address from consent_guardians where request_id = $1',
      [requestId],
    )
    assert.deepEqual(rows, [{ name: '', address: '' }])
  })

  test('goes back to the student where the guardian, known by a proved address, is erased', async () => {
    const requestId = await asked({ purpose: 'research', fieldGroups: ['grades'] })
    assert.equal((await answered(requestId, { groups: ['grades'], ...minor }, 'en')).status, 303)
    const guardian = people.funder
    const claimed = (provedAt: Date | null) =>
      database.execute(
        'update person_emails set address = $2, verified_at = $3 where person_id = $1',
        [guardian, minor.guardianAddress, provedAt],
      )
    const held = async () =>
      (await site.perform((work) => exportPersonPrivacy(work, guardian)))['asGuardian'] as {
        name: string
        mails: { to_address: string }[]
      }[]
    await claimed(null)
    assert.deepEqual(await held(), [])
    await claimed(site.clock.now)
    const [mine] = (await held()).filter(({ name }) => name !== '')
    assert.equal(mine!.name, 'Suda')
    assert.equal(mine!.mails[0]!.to_address, minor.guardianAddress)
    await site.perform((work) => erasePersonPrivacy(work, guardian))
    assert.deepEqual(Object.values(await statesOf(requestId)), ['withdrawn'])
    const { rows } = await database.execute(
      `select g.name, g.address, (select count(*)::int from mails where to_address = $2) as mails
       from consent_guardians g where g.request_id = $1`,
      [requestId, minor.guardianAddress],
    )
    assert.deepEqual(rows, [{ name: '', address: '', mails: 0 }])
    const told = await database.execute(
      'select href from notices where person_id = $1 order by created_at desc limit 1',
      [people.studentPloy],
    )
    assert.equal(told.rows[0]!['href'], `/account/consents/${requestId}`)
  })
})

async function requestOf(personId: string): Promise<string> {
  const { rows } = await database.execute(
    'select id from consent_requests where person_id = $1 limit 1',
    [personId],
  )
  return String(rows[0]!['id'])
}
