// What partners without an office here write in mails that are filed with a stay: their answer, and the transcript.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cast, testSite } from '../../../test/harness/site.ts'
import { seededStays } from './seed.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people, organisations: o } = cast
const { database } = site.house
const { wang, kanyarat } = seededStays
const idOf = (number: number) => `01980000-0041-7000-9000-0000000000${number}`
const [ofWang, ofKanyarat, unfiled] = [idOf(21), idOf(22), idOf(23)]
const [wrong, right, hostile] = [idOf(31), idOf(32), idOf(33)]

const elmo = (given: string, family: string) => `<?xml version="1.0" encoding="UTF-8"?>
<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
<generatedDate>2026-11-20T10:00:00+08:00</generatedDate>
<learner><givenNames>${given}</givenNames><familyName>${family}</familyName></learner>
<report><issuer><identifier type="schac">pku.edu.cn</identifier><title xml:lang="en">Peking University</title><url>https://pku.example</url></issuer>
<learningOpportunitySpecification><identifier type="local">04330106</identifier><title xml:lang="en">Digital Image Creation</title>
<specifies><learningOpportunityInstance><start>2026-09-15</start><date>2026-11-18</date><status>passed</status>
<resultLabel>90</resultLabel><credit><scheme>pku</scheme><value>4</value></credit></learningOpportunityInstance></specifies>
</learningOpportunitySpecification><issueDate>2026-11-19T00:00:00+08:00</issueDate></report></elmo>`

async function mail(id: string, stay: string | null, office: string) {
  await database.execute(
    `insert into incoming_mails (id, message_id, fingerprint, organisation_id, from_address, from_name, subject, body, automatic,
       received_at, about_kind, about_id, outcome, filed_at, filed_by)
     values ($1, $9, $9, $2, 'intl@pku.example', 'Exchange office', 'Re: nomination', 'See below.', false, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      office,
      site.clock.now,
      stay && 'mobility',
      stay,
      stay && 'filed',
      stay && site.clock.now,
      stay && 'x',
      `<${id}@pku.example>`,
    ],
  )
}

async function attachment(id: string, name: string, text: string) {
  await database.execute(
    `insert into incoming_mail_attachments (id, mail_id, name, declared_type, bytes)
     values ($1, $2, $3, 'application/xml', convert_to($4, 'UTF8'))`,
    [id, ofKanyarat, name, text],
  )
}

await mail(ofWang, wang, o.pku)
await mail(ofKanyarat, kanyarat, o.au)
await mail(unfiled, null, o.pku)
await attachment(wrong, 'wrong.xml', elmo('Somchai', 'Wongsawat'))
await attachment(right, 'transcript.xml', elmo('Kanyarat', 'Phongphan'))
await attachment(hostile, 'transcript.pdf', 'MZ this is a program')

async function send(stay: string, to: string, values: Record<string, string>, person: string) {
  const path = `/en/mobility/${stay}`
  return site.send(path, `${path}/${to}`, values, await site.signInAs(person))
}

async function stayOf(id: string) {
  const { rows } = await database.execute(
    'select state, answered_as, answered_by, transcript_on is not null as has, proposal_id from mobilities where id = $1',
    [id],
  )
  return rows[0]!
}

test('a file of a filed mail becomes the transcript: checked, of the right person, and once', async () => {
  const cookie = await site.signInAs(people.coordinatorAu)
  const shown = await (await site.ask(`/en/mobility/${kanyarat}`, { cookie })).text()
  assert.match(shown, /Take as the transcript/)
  const take = (mailId: string, file: string, person: string = people.coordinatorAu) =>
    send(kanyarat, 'mailed-transcript', { mail: mailId, attachment: file }, person)
  assert.equal((await take(ofWang, right)).status, 422, 'a mail of another stay')
  assert.equal((await take(ofKanyarat, idOf(39))).status, 422, 'no such file')
  const program = await take(ofKanyarat, hostile)
  assert.ok([415, 422].includes(program.status), String(program.status))
  const other = await take(ofKanyarat, wrong)
  assert.equal(other.status, 422)
  assert.match(await other.text(), /names Somchai Wongsawat/)
  assert.equal((await take(ofKanyarat, right, people.studentKanyarat)).status, 404)
  assert.equal((await stayOf(kanyarat))['has'], false)
  const done = await take(ofKanyarat, right)
  assert.equal(done.status, 303, await done.text())
  assert.equal((await stayOf(kanyarat))['has'], true)
  const later = await (await site.ask(`/en/mobility/${kanyarat}`, { cookie })).text()
  assert.match(later, /The transcript has come: transcript.xml/)
  assert.doesNotMatch(later, /Take as the transcript/)
})

test('an answer is written down with the mail that says it, for a partner without an office here alone', async () => {
  const proposal = String((await stayOf(wang))['proposal_id'])
  const answer = { answer: 'approved', note: '', mail: ofWang, proposal }
  const here = await send(wang, 'mailed-answer', answer, people.coordinatorPku)
  assert.equal(here.status, 409, 'its office answers here')
  await database.execute(
    "update appointments set ends_on = '2026-10-31' where role = 'coordinator' and organisation_id = $1",
    [o.au],
  )
  for (const mailId of [unfiled, ofKanyarat, 'none', idOf(99)]) {
    const elsewhere = { ...answer, mail: mailId }
    const refused = await send(wang, 'mailed-answer', elsewhere, people.coordinatorPku)
    assert.equal(refused.status, 422, mailId)
    assert.match(await refused.text(), /not filed with this exchange/)
  }
  const silent = { ...answer, answer: 'rejected' }
  const why = await send(wang, 'mailed-answer', silent, people.coordinatorPku)
  assert.equal(why.status, 422, 'a refusal without a reason')
  assert.equal((await send(wang, 'mailed-answer', answer, people.studentWang)).status, 404)
  const done = await send(wang, 'mailed-answer', answer, people.coordinatorPku)
  assert.equal(done.status, 303, await done.text())
  const { state, answered_as: as } = await stayOf(wang)
  assert.deepEqual([state, as], ['approved', 'Exchange office'])
  const twice = await send(wang, 'mailed-answer', answer, people.coordinatorPku)
  assert.equal(twice.status, 409, 'answered twice')
})
