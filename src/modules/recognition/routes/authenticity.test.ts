import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { addTranscript } from '../service/add-transcript.ts'
import { erasePersonDrafts } from '../service/personal-data.ts'
import { file, onSite, registrar } from '../testing/drafts.fixture.ts'
import {
  everyLanguage,
  type FormValues,
  leadsTo,
  type Site,
  textOf,
} from '../testing/site.fixture.ts'
import { mixedLines, people, transcript } from '../testing/world.fixture.ts'

const { evaluatorAu: evaluator, studentPloy: student } = people

/** A case; gives back the path of its records. */
async function caseOf(site: Site): Promise<string> {
  const added = await site.world.as(registrar, (work) =>
    addTranscript(work, transcript(mixedLines)),
  )
  if (isRefused(added)) throw new Error(added.message.key)
  return `/en/recognition/cases/${added.caseId}/authenticity`
}

const good: FormValues = {
  kind: 'code',
  code: 'AB-12',
  place: 'https://verify.pku.example',
  outcome: 'genuine',
  checkedOn: '2026-08-01',
}
const record = (site: Site, path: string, rest: FormValues = {}, who = registrar) =>
  site.post(who, path, { ...good, ...rest })

describe('what was found out about an original', () => {
  test(
    'is kept with who, when and where, and shown on the case and in its story',
    onSite(async (site) => {
      const path = await caseOf(site)
      leadsTo(await record(site, path))
      leadsTo(
        await record(
          site,
          path,
          { kind: 'answer', place: 'Registry of PKU', file: file('answer.txt', 'It is ours.') },
          evaluator,
        ),
      )
      const text = textOf(await site.page(evaluator, path.replace('/authenticity', '')))
      assert.match(text, /Verification code checked Genuine/)
      assert.match(text, /Code AB-12/)
      assert.match(text, /Answer of the issuer: genuine/)
      const html = await site.page(registrar, path)
      const link = /href="([^"]*authenticity\/[^"]*\/file)"/.exec(html)![1]!
      assert.equal(await (await site.get(registrar, link)).text(), 'It is ours.')
      const other = await caseOf(site).catch(() => null)
      assert.equal(other, null, 'the same transcript makes no second case')
    }),
  )

  test(
    'is for the staff: neither the student nor another school sees or writes it',
    onSite(async (site) => {
      const path = await caseOf(site)
      leadsTo(await record(site, path))
      for (const who of [student, people.evaluatorPku, people.coordinatorPku]) {
        assert.equal((await site.get(who, path)).status, 404)
        assert.equal((await record(site, path, {}, who)).status, 404)
      }
      const casePage = await site.page(student, path.replace('/authenticity', ''))
      assert.doesNotMatch(textOf(casePage), /AB-12|Verification code checked Genuine/)
    }),
  )

  test(
    'says what is missing, and keeps what was typed',
    onSite(async (site) => {
      const path = await caseOf(site)
      for (const [change, pattern] of [
        [{ code: '' }, /Give the verification code/],
        [{ place: ' ' }, /Say where the code was checked/],
        [{ kind: 'original', place: '' }, /Say where the original lies/],
        [{ kind: 'answer', place: '' }, /Say who answered/],
        [{ checkedOn: '2199-01-01' }, /has not come yet/],
        [{ outcome: 'maybe' }, /problem/],
        [{ file: file('x.exe', new Uint8Array([0x4d, 0x5a, 0, 0])) }, /problem/],
      ] as [FormValues, RegExp][]) {
        const answer = await record(site, path, { note: 'kept note', ...change })
        const html = await answer.text()
        assert.ok(answer.status >= 400 && answer.status < 500, JSON.stringify(change))
        assert.match(textOf(html), pattern)
        assert.match(html, /kept note/)
      }
      assert.deepEqual(await site.world.rows('select id from authenticity_records'), [])
    }),
  )

  test(
    'is taken back once, with a reason, and stays to be read',
    onSite(async (site) => {
      const path = await caseOf(site)
      leadsTo(await record(site, path))
      const [row] = await site.world.rows('select id from authenticity_records')
      const back = `${path}/${String(row!['id'])}/withdrawal`
      assert.equal((await site.post(evaluator, back, { reason: '' })).status, 422)
      leadsTo(await site.post(evaluator, back, { reason: 'Wrong student' }))
      assert.equal((await site.post(registrar, back, { reason: 'again' })).status, 409)
      const text = textOf(await site.page(registrar, path))
      assert.match(text, /Taken back/)
      assert.match(text, /Wrong student/)
      await assert.rejects(
        site.world.rows("do $$ begin update authenticity_records set outcome = 'unclear'; end $$"),
        /never altered/,
      )
    }),
  )

  test(
    'loses on an erasure what may name the student, and no more',
    onSite(async (site) => {
      const path = await caseOf(site)
      leadsTo(await record(site, path, { note: 'She showed it', file: file('a.txt', 'Ours') }))
      await site.world.as(registrar, (work) => erasePersonDrafts(work, student))
      const rows = await site.world.rows(
        'select kind, outcome, code, place, note, file_id from authenticity_records',
      )
      assert.deepEqual(rows, [
        { kind: 'code', outcome: 'genuine', code: '', place: '', note: '', file_id: null },
      ])
      assert.deepEqual(await site.world.rows('select id from files'), [])
    }),
  )

  test(
    'is read in every language, at the same cost with one record and with three',
    onSite(async (site) => {
      const path = await caseOf(site)
      const cost = async () => {
        for (const language of everyLanguage) {
          await site.page(registrar, path.replace('/en/', `/${language}/`))
        }
        return site.queries()
      }
      leadsTo(await record(site, path))
      const one = await cost()
      for (const code of ['B', 'C']) leadsTo(await record(site, path, { code }))
      assert.equal(await cost(), one)
    }),
  )
})
