import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { erasePersonSigning, exportPersonSigning, signingData } from './personal-data.ts'

const site = await testSite({ seed: ['alliance', 'signing'] })
after(() => site.close())
const { people } = cast
const kept = { readsMonths: 12, mailsMonths: 12 }

const rows = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

/** Somebody with an account says that an address is theirs, and has proved it or not. */
async function claim(personId: string, address: string, isProved: boolean): Promise<void> {
  await rows('update person_emails set address = $2, verified_at = $3 where person_id = $1', [
    personId,
    address,
    isProved ? site.clock.now : null,
  ])
}

const exported = (personId: string) =>
  site.perform((work) => exportPersonSigning(work, personId)) as Promise<
    Record<'askedToSign' | 'signatures' | 'mails', Record<string, unknown>[]>
  >

test('a guest who was asked gets what is held by a proved address, and an erasure takes them out', async () => {
  const guest = people.funder
  const address = 'somchai@studio.example'
  await claim(guest, address, false)
  assert.deepEqual((await exported(guest)).askedToSign, [], 'an address that anybody may type')
  await claim(guest, address, true)
  const { askedToSign, mails } = await exported(guest)
  assert.deepEqual(
    askedToSign.map((step) => [step['guest_name'], step['state']]),
    [['สมชาย ใจดี', 'asked']],
  )
  assert.equal(mails[0]!['to_address'], address)
  assert.doesNotMatch(JSON.stringify(mails), /\/act\//, 'no link')
  const held = await site.perform((work) => signingData.holds(work, guest, kept))
  assert.deepEqual(
    held.map(({ count }) => count),
    [0, 1, 0],
  )
  const hindered = await site.perform((work) => signingData.hinders!(work, guest))
  assert.equal(hindered.length, 1, 'what waits for them is said before')

  await site.perform((work) => erasePersonSigning(work, guest))
  const [step] = await rows(
    `select s.guest_name, s.guest_address, s.state, d.state as document from signing_steps s
     join signing_documents d on d.id = s.document_id where s.guest_language = 'th'`,
  )
  assert.deepEqual(step, {
    guest_name: '',
    guest_address: '',
    state: 'ended',
    document: 'withdrawn',
  })
  assert.deepEqual(await rows('select 1 from mails where to_address = $1', [address]), [])
  assert.deepEqual(
    await rows("select 1 from signing_personal where value = 'สมชาย ใจดี'"),
    [],
    'the chain commits to nothing that can be read',
  )
  const [links] = await rows(
    "select count(*)::int as open from single_act_links where action = 'signing.step.sign-by-link' and revoked_at is null",
  )
  assert.equal(links!['open'], 0)
})

test('of a guest who signed on paper the signature stays, without the name', async () => {
  const guest = people.industryMentor
  await claim(guest, 'wang.jianguo@loom-archive.example', true)
  assert.equal((await exported(guest)).signatures[0]!['name'], '王建国')
  const files = await site.perform((work) => signingData.files!(work, guest))
  assert.equal(files.length, 1)
  const { kept: stays } = await site.perform((work) => erasePersonSigning(work, guest))
  assert.equal(stays.length, 1)
  const [left] = await rows(
    `select g.name, g.answer, s.state, d.state as document from signing_signatures g
     join signing_steps s on s.id = g.step_id join signing_documents d on d.id = s.document_id
     where s.guest_language = 'zh-Hans'`,
  )
  assert.deepEqual(left, { name: '', answer: 'signed', state: 'done', document: 'open' })
  assert.deepEqual(await rows("select 1 from signing_personal where value = '王建国'"), [])
  const cookie = await site.signInAs(people.coordinatorAu)
  const [document] = await rows("select document_id from signing_steps where guest_name = ''")
  const page = await site.ask(`/en/signing/documents/${String(document!['document_id'])}`, {
    cookie,
  })
  assert.equal(page.status, 200)
})
