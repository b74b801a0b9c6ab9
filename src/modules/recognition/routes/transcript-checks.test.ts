import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { changeSettings } from '../service/settings.ts'
import { settingsOf } from '../queries/settings.ts'
import { onSite, registrar as typist } from '../testing/drafts.fixture.ts'
import { everyLanguage, leadsTo, type Site, textOf } from '../testing/site.fixture.ts'
import { accepted, organisations, people, transcript } from '../testing/world.fixture.ts'

const { evaluatorAu: checker, studentPloy: student, coordinatorAu: coordinator } = people

async function typedCase(
  { world }: Site,
  lines: Parameters<typeof transcript>[0] = [
    ['PKU101', '88'],
    ['PKU102', '91'],
  ],
): Promise<string> {
  const added = await world.as(typist, (work) =>
    addTranscript(work, transcript(lines, { format: 'hand' })),
  )
  return `/en/recognition/cases/${accepted(added).caseId}`
}

const typed = {
  count: '2',
  'line.0.credit': '3',
  'line.0.grade': '88',
  'line.1.credit': '3',
  'line.1.grade': '97',
  complete: '1',
}

describe('the page of a second person’s check', () => {
  test(
    'shows the courses and not what was typed first, and compares only after it is typed again',
    onSite(async (site) => {
      const path = await typedCase(site)
      const page = await site.page(checker, path)
      assert.match(textOf(page), /Typed by hand, checked by nobody yet/)
      assert.match(page, new RegExp(`href="${path}/check"`))
      const blind = await site.page(checker, `${path}/check`)
      assert.match(textOf(blind), /PKU101/)
      assert.match(textOf(blind), /There is no scan/)
      assert.doesNotMatch(blind, /\b(?:88|91)\b/, 'the first typing is nowhere on the page')
      // A code is corrected as blind as the rest is read, and the way leads back.
      const link = /href="([^"]+\/correction\?blind=1)"/.exec(blind)![1]!
      const correction = await site.page(checker, link)
      assert.match(correction, /name="code"/)
      const isBlind = (html: string) => {
        assert.doesNotMatch(html, /name="(?:grade|credit|status)"|value="88"/)
        const [near] = /.{60}(?<!original says )\b88\b.{60}/.exec(textOf(html)) ?? []
        assert.equal(near, undefined)
      }
      isBlind(correction)
      const fixed = { seen: /name="seen" value="([^"]+)"/.exec(correction)![1]!, blind: '1' }
      const wrong = { ...fixed, code: '', title: 'Course', reason: 'x' }
      const again = await site.post(checker, link, wrong)
      assert.equal(again.status, 422)
      isBlind(await again.text())
      const right = { ...wrong, code: 'PKU 101', grade: '12', credit: '1' }
      assert.equal(leadsTo(await site.post(checker, link, right)), `${path}/check`)
      const lines = await site.world.rows(
        'select code, credit, grade from transcript_lines order by position',
      )
      assert.deepEqual(lines[0], { code: 'PKU 101', credit: '3', grade: '88' })
      // Where a file was read there is no second typing to be blind for.
      assert.match(await site.page(checker, link.replace('?blind=1', '')), /name="grade"/)
      leadsTo(await site.post(checker, `${path}/check`, typed))
      const html = await site.page(checker, `${path}/check`)
      assert.match(textOf(html), /As typed first: credit 3, grade 91/)
      assert.match(textOf(html), /As typed again: credit 3, grade 97/)
      assert.doesNotMatch(textOf(html), /grade 88/, 'what is the same needs no word')
      const settled = {
        'line.1.stands': 'second',
        'line.1.credit': '',
        'line.1.grade': '',
        'line.1.reason': 'A 1 was read as a 7.',
      }
      leadsTo(await site.post(checker, `${path}/check/settlement`, settled))
      const record = textOf(await site.page(checker, `${path}/check`))
      assert.match(record, /Typed by [^,]*Siriporn Kaewta\), checked by [^,]*Prasert Chaiyaporn/)
      assert.match(record, /As typed again/)
      assert.match(record, /A 1 was read as a 7\./)
      const after = textOf(await site.page(checker, path))
      assert.match(after, /2 lines typed twice; one differed/)
      assert.match(after, /Differences between two typings settled: 1, of which corrected: 1/)
      assert.match(after, /97/)
    }),
  )

  test(
    'tells whoever typed it why they do not check, and lets nobody outside the office see it',
    onSite(async (site) => {
      const path = `${await typedCase(site)}/check`
      for (const who of [typist, coordinator]) {
        const html = await site.page(who, path)
        assert.match(textOf(html), /Whoever typed it, or stands in for them, does not/)
        assert.doesNotMatch(html, /name="line\.0/)
        assert.equal((await site.post(who, path, typed)).status, 409)
      }
      for (const who of [student, people.evaluatorPku, people.academicMentorAu]) {
        assert.equal((await site.get(who, path)).status, 404)
        assert.equal((await site.post(who, path, typed)).status, 404)
      }
      const own = textOf(await site.page(student, path.replace('/check', '')))
      assert.doesNotMatch(own, /checked by nobody/)
    }),
  )

  test(
    'says what is missing or cannot be read, and keeps what was typed',
    onSite(async (site) => {
      const path = `${await typedCase(site)}/check`
      const refused = await site.post(checker, path, {
        ...typed,
        'line.0.credit': 'three',
        complete: '',
      })
      assert.equal(refused.status, 422)
      const html = await refused.text()
      assert.match(html, /value="three"/)
      assert.match(html, /value="97"/)
      const incomplete = await site.post(checker, path, { ...typed, complete: '' })
      assert.equal(incomplete.status, 422)
      assert.match(
        textOf(await incomplete.text()),
        /Say that the original has exactly these courses/,
      )
      leadsTo(await site.post(checker, path, typed))
      const unsettled = await site.post(checker, `${path}/settlement`, {
        'line.1.stands': 'other',
        'line.1.credit': '3',
        'line.1.grade': '61',
        'line.1.reason': '',
      })
      assert.equal(unsettled.status, 422)
      assert.match(await unsettled.text(), /value="61"/)
    }),
  )

  test(
    'says in every language that the institution demands it, before somebody tries to decide',
    onSite(async (site) => {
      const path = await typedCase(site)
      accepted(
        await site.world.as(typist, async (work) =>
          changeSettings(work, organisations.au, {
            ...(await settingsOf(work, organisations.au)),
            demandsCheck: true,
          }),
        ),
      )
      assert.match(textOf(await site.page(checker, path)), /cannot be decided before/)
      for (const language of everyLanguage) {
        for (const at of [path, `${path}/check`]) {
          const text = textOf(await site.page(checker, at.replace('/en/', `/${language}/`)))
          assert.doesNotMatch(text, /check\.[a-z]/, language)
        }
      }
    }),
  )

  test(
    'costs the same number of queries with one line and with three',
    onSite(async (site) => {
      await site.page(checker, `${await typedCase(site, [['PKU101', '88']])}/check`)
      const one = site.queries()
      const three = [
        ['PKU102', '88'],
        ['PKU103', '91'],
        ['PKU104', '90'],
      ] as const
      await site.page(checker, `${await typedCase(site, three)}/check`)
      assert.equal(site.queries(), one)
    }),
  )
})
