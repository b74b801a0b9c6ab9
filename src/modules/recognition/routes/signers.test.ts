import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makeSigner } from '../testing/certificates.fixture.ts'
import { begin, file, onSite, registrar, send } from '../testing/drafts.fixture.ts'
import { elmoOf } from '../testing/documents.fixture.ts'
import { everyLanguage, leadsTo, type Site, textOf } from '../testing/site.fixture.ts'
import { signed } from '../testing/signed.fixture.ts'
import { organisations, people } from '../testing/world.fixture.ts'

const { evaluatorAu: evaluator, studentPloy: student } = people
const signer = makeSigner()
const good = signed(elmoOf(), signer)

const add = (site: Site, rest: Record<string, string> = {}, who: string = registrar) =>
  site.post(who, '/en/recognition/signers', {
    certificate: signer.certificate,
    issuer: organisations.pku,
    keeper: organisations.au,
    evidence: 'Fingerprint read out by telephone',
    ...rest,
  })
const bringIn = (site: Site, xml = good) => begin(site, { file: file('t.xml', xml) })
const pageText = async (site: Site, path: string, who: string = registrar) =>
  textOf(await site.page(who, path))
const checks = (site: Site) =>
  site.world.rows(
    'select outcome, lines_altered, original_sha256 from signature_checks order by checked_at, id',
  )

describe('the signature of a transcript', () => {
  test(
    'is shown on the draft: unknown, and after one step known',
    onSite(async (site) => {
      const draft = await bringIn(site)
      assert.match(await pageText(site, draft), /the signer is not known here/)
      const id = draft.split('/').at(-1)!
      const form = `/en/recognition/signers?draft=${id}`
      assert.match(await site.page(registrar, draft), /signers\?draft=/)
      const text = await pageText(site, form)
      assert.match(text, /Fingerprint \(SHA-256\)/)
      const back = leadsTo(await add(site, { draft: id }))
      assert.equal(back, draft)
      assert.match(await pageText(site, draft), /Signed by Peking University, and unchanged since/)
    }),
  )

  test(
    'goes with the original to the case and into its story',
    onSite(async (site) => {
      leadsTo(await add(site))
      const title =
        '视觉叙事</title><title xml:lang="en">Visual Narrative</title><title xml:lang="th">การเล่าเรื่อง'
      const xml = signed(elmoOf({ title }), signer)
      const path = leadsTo(await send(site, await bringIn(site, xml), 'evaluate'))
      const text = await pageText(site, path, evaluator)
      assert.match(text, /Signed by Peking University, and unchanged since/)
      assert.match(text, /Electronic signature checked: by a known signer, unchanged/)
      const [check] = await checks(site)
      const [original] = await site.world.rows('select sha256 from files')
      assert.deepEqual(check, {
        outcome: 'valid',
        lines_altered: 0,
        original_sha256: original!['sha256'],
      })
      assert.match(await pageText(site, path, student), /Signed by Peking University/)
    }),
  )

  test(
    'does not vouch for a line that was changed after it was read',
    onSite(async (site) => {
      leadsTo(await add(site))
      const draft = await bringIn(site)
      const path = leadsTo(await send(site, draft, 'evaluate', { 'line.0.grade': '99' }))
      assert.match(
        await pageText(site, path, evaluator),
        /One line is not as the signed document says/,
      )
      const [check] = await checks(site)
      assert.equal(check!['lines_altered'], 1)
    }),
  )

  test(
    'that does not match is said, with what does not',
    onSite(async (site) => {
      const draft = await bringIn(site, good.replace('>88<', '>98<'))
      const text = await pageText(site, draft)
      assert.match(text, /signature does not match the document/)
      assert.match(text, /What the document says now is not what was signed/)
      const path = leadsTo(await send(site, draft, 'evaluate'))
      assert.match(await pageText(site, path, evaluator), /does not match the document/)
      assert.equal((await checks(site))[0]!['outcome'], 'invalid')
    }),
  )

  test(
    'that is absent is said of ELMO, and nothing of a table',
    onSite(async (site) => {
      const draft = await bringIn(site, elmoOf())
      assert.match(await pageText(site, draft), /carries no electronic signature/)
      const table = await begin(site, { paste: 'code\tcredit\tgrade\nPKU101\t3\t88' })
      assert.doesNotMatch(await pageText(site, table), /signature/)
    }),
  )

  test(
    'is looked at again once the certificate is known, from the case in one step, and never altered',
    onSite(async (site) => {
      const path = leadsTo(await send(site, await bringIn(site), 'evaluate'))
      const id = path.split('/').at(-1)!
      leadsTo(await site.post(evaluator, `${path}/signature`, {}))
      assert.equal((await checks(site)).length, 1, 'nothing new is nothing to keep')
      assert.match(await site.page(registrar, path), /signers\?case=/)
      assert.equal(leadsTo(await add(site, { case: id })), path)
      leadsTo(await site.post(evaluator, `${path}/signature`, {}))
      assert.deepEqual(
        (await checks(site)).map(({ outcome }) => outcome),
        ['unknown-signer', 'valid'],
      )
      await assert.rejects(
        site.world.rows("do $$ begin update signature_checks set outcome = 'valid'; end $$"),
        /never altered/,
      )
    }),
  )
})

describe('the certificates that are kept', () => {
  test(
    'are added by whoever speaks for the institution or for the alliance, and by nobody else',
    onSite(async (site) => {
      for (const who of [evaluator, people.coordinatorAu, people.evaluatorPku]) {
        assert.ok([404, 422].includes((await add(site, {}, who)).status), who)
      }
      assert.equal((await site.get(student, '/en/recognition/signers')).status, 404)
      assert.equal((await add(site, { keeper: 'alliance' })).status, 404)
      assert.deepEqual(await site.world.rows('select id from signer_certificates'), [])
      leadsTo(await add(site))
      assert.match(await pageText(site, '/en/recognition/signers', evaluator), /Peking University/)
    }),
  )

  test(
    'say what is wrong with a form, and lose nothing that was typed',
    onSite(async (site) => {
      const wrong: [Record<string, string>, RegExp][] = [
        [{ certificate: 'nothing' }, /This is no certificate/],
        [{ evidence: ' ' }, /Say how you know/],
        [{ issuer: '' }, /Choose the institution whose transcripts/],
        [{ issuer: 'service', serviceName: ' ' }, /name the service/],
        [{ issuer: organisations.au }, /does not vouch for its own/],
        [{ keeper: '' }, /Choose for whom it counts/],
        [{ validFrom: '2020-01-01' }, /outside the validity/],
        [{ validFrom: '2026-02-02', validTo: '2026-02-01' }, /last day is before/],
        [{ validTo: 'soon' }, /Give a day/],
      ]
      for (const [change, pattern] of wrong) {
        const answer = await add(site, { serviceName: 'kept', ...change })
        const html = await answer.text()
        assert.ok(answer.status === 422, JSON.stringify(change))
        assert.match(textOf(html), pattern)
        assert.match(html, /Fingerprint read out by telephone|Say how you know/)
      }
      leadsTo(await add(site))
      assert.equal((await add(site)).status, 409)
    }),
  )

  test(
    'are withdrawn once, with a reason; what was checked stays, and what comes is unknown',
    onSite(async (site) => {
      leadsTo(await add(site))
      const path = leadsTo(await send(site, await bringIn(site), 'evaluate'))
      const [row] = await site.world.rows('select id from signer_certificates')
      const withdrawal = `/en/recognition/signers/${String(row!['id'])}/withdrawal`
      assert.equal((await site.post(registrar, withdrawal, { reason: '' })).status, 422)
      assert.equal((await site.post(evaluator, withdrawal, { reason: 'x' })).status, 404)
      leadsTo(await site.post(registrar, withdrawal, { reason: 'The key was lost' }))
      assert.equal((await site.post(registrar, withdrawal, { reason: 'again' })).status, 409)
      assert.match(await pageText(site, '/en/recognition/signers'), /The key was lost/)
      assert.match(await pageText(site, path, evaluator), /Signed by Peking University/)
      leadsTo(await site.post(evaluator, `${path}/signature`, {}))
      assert.match(await pageText(site, path, evaluator), /the signer is not known here/)
      await assert.rejects(
        site.world.rows(`do $$ begin update signer_certificates set evidence = 'x'; end $$`),
        /never altered/,
      )
    }),
  )

  test(
    'are read in every language, and cost the same however many there are',
    onSite(async (site) => {
      leadsTo(await add(site))
      const count = async () => {
        for (const language of everyLanguage) {
          await site.page(registrar, `/${language}/recognition/signers`)
        }
        return site.queries()
      }
      const one = await count()
      for (const name of ['A', 'B']) {
        const { certificate } = makeSigner({ kind: 'ec', name })
        leadsTo(await add(site, { certificate, issuer: 'service', serviceName: name }))
      }
      assert.equal(await count(), one)
    }),
  )
})
