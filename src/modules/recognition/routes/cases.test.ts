import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { everyLanguage, leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  enrolments,
  indexPeople,
  inWorld,
  mixedLines,
  organisations,
  people,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { recognitionJourney } from '../journey.ts'
import { addTranscript } from '../service/add-transcript.ts'
import { storyEntries } from '../stories.ts'

const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const evaluator = people.evaluatorAu
type Lines = Parameters<typeof transcript>[0]
const clearLines: Lines = [
  ['PKU101', '88'],
  ['PKU102', '91'],
]

async function open(
  { world }: { world: World },
  lines: Lines,
  rest: Parameters<typeof transcript>[1] = {},
  who: string = people.registrarAu,
): Promise<string> {
  const result = await world.as(who, (work) => addTranscript(work, transcript(lines, rest)))
  return accepted(result).caseId
}

const path = (id: string, rest = '') => `/en/recognition/cases/${id}${rest}`

async function basis(site: Site, id: string): Promise<string> {
  const html = await site.page(evaluator, path(id))
  return /name="basis" value="([^"]*)"/.exec(html)?.[1] ?? ''
}

async function firstLine(site: Site): Promise<string> {
  const [row] = await site.world.rows('select id from case_lines order by position')
  return String(row!['id'])
}

describe('the queue', () => {
  test(
    'costs the same number of queries with one case and with three',
    onSite(async (site) => {
      await open(site, clearLines)
      await site.page(evaluator, '/en/recognition/cases')
      const one = site.queries()
      await open(site, mixedLines)
      await open(site, mixedLines, { enrolmentId: enrolments.thanawat })
      const html = await site.page(evaluator, '/en/recognition/cases')
      assert.equal(site.queries(), one)
      for (const number of ['2026-0001', '2026-0002', '2026-0003']) assert.ok(html.includes(number))
    }),
  )

  test(
    'is narrowed by what stands in the address',
    onSite(async (site) => {
      await open(site, clearLines)
      await open(site, clearLines, { enrolmentId: enrolments.thanawat })
      await indexPeople(site.world)
      const shown = async (query: string) => {
        const text = textOf(await site.page(evaluator, `/en/recognition/cases?${query}`))
        return ['2026-0001', '2026-0002'].filter((number) => text.includes(number))
      }
      for (const number of ['0002', '2', '2026-0002', '2026-2', '2026–0002', '6510002']) {
        assert.deepEqual(await shown(`q=${number}`), ['2026-0002'], number)
      }
      for (const number of ['2025-0002', '22', '0']) {
        assert.deepEqual(await shown(`q=${number}`), [], number)
      }
      assert.deepEqual(await shown('q=pimchanok'), ['2026-0001'])
      assert.deepEqual(await shown(`q=${encodeURIComponent('ธนวัฒน์')}`), ['2026-0002'])
      assert.deepEqual(await shown(`q=${encodeURIComponent('๐๐๐๒')}`), ['2026-0002'])
      // A word of the stored form of a name is nobody's name.
      for (const nothing of ['given', 'romanised', '%', '_', "'", '"']) {
        assert.deepEqual(await shown(`q=${encodeURIComponent(nothing)}`), [], nothing)
      }
      assert.deepEqual(await shown(`host=${organisations.ruc}`), [])
      assert.deepEqual(await shown(`host=${organisations.pku}`), ['2026-0001', '2026-0002'])
      assert.deepEqual(await shown('state=decided'), [])
      assert.deepEqual(await shown('state=nonsense&page=-4&host=x'), ['2026-0001', '2026-0002'])
    }),
  )

  test(
    'offers similar names where nobody is called so, and says that they are only similar',
    onSite(async (site) => {
      await open(site, clearLines)
      await indexPeople(site.world)
      const text = textOf(await site.page(evaluator, '/en/recognition/cases?q=Pimchanok+Ratanakul'))
      assert.match(text, /Nobody is called “Pimchanok Ratanakul”. These names are similar/)
      assert.match(text, /2026-0001/)
    }),
  )

  test(
    'keeps the filter in its links, and says so where nothing fits',
    onSite(async (site) => {
      await open(site, clearLines)
      const html = await site.page(evaluator, '/en/recognition/cases?q=nobody&state=all')
      assert.match(textOf(html), /No case fits these filters/)
      assert.match(html, /href="\/en\/recognition\/cases\?state=decided&amp;q=nobody"/)
    }),
  )

  test(
    'shows nobody the cases of others',
    onSite(async (site) => {
      await open(site, clearLines)
      for (const who of [people.evaluatorPku, people.academicMentorAu]) {
        assert.doesNotMatch(await site.page(who, '/en/recognition/cases'), /2026-0001/)
      }
      assert.equal((await site.get(people.studentPloy, '/en/recognition/cases')).status, 404)
    }),
  )
})

describe('the page of a case', () => {
  test(
    'costs the same number of queries with one line and with ten',
    onSite(async (site) => {
      const one = await open(site, [['PKU101', '88']])
      const ten = await open(
        site,
        Array.from({ length: 10 }, (_, n) => [`PKU10${n}`, '80'] as const),
      )
      await site.page(evaluator, path(one))
      const queries = site.queries()
      await site.page(evaluator, path(ten))
      assert.equal(site.queries(), queries)
      // Beside these the real site asks for the sign-in session and what waits for the reader.
      assert.ok(queries <= 10, `${queries} queries`)
    }),
  )

  test(
    'gives the student what they gave and nothing to press',
    onSite(async (site) => {
      const id = await open(site, mixedLines)
      const html = await site.page(people.studentPloy, path(id))
      assert.match(textOf(html), /PKU101/)
      assert.match(textOf(html), /You are told with the decision/)
      assert.doesNotMatch(textOf(html), /Only 50%|Evaluated by the rules|DA1101/)
      assert.doesNotMatch(html, /\/decision"|\/lines\/|\/evaluation"|\/withdrawal"/)
      assert.equal((await site.get(people.studentThanawat, path(id))).status, 200)
      const other = await open(site, clearLines, { enrolmentId: enrolments.thanawat })
      assert.equal((await site.get(people.studentPloy, path(other))).status, 404)
      for (const what of ['evaluation', 'withdrawal']) {
        const answer = await site.post(people.studentPloy, path(id, `/${what}`), { reason: 'x' })
        assert.equal(answer.status, 404)
      }
      const decision = await site.post(people.studentPloy, path(id, '/decision'), { basis: 'x' })
      assert.equal(decision.status, 404)
      assert.deepEqual(await site.world.rows('select id from recognition_decisions'), [])
    }),
  )

  test(
    'tells the student no verdict, reason or change of a line before the decision, on no page and not over JSON',
    onSite(async (site) => {
      const id = await open(site, clearLines)
      const said = {
        verdict: 'refused',
        reason: 'Another level.',
        'homeCourse-text': '',
      }
      leadsTo(await site.post(evaluator, path(id, `/lines/${await firstLine(site)}`), said))
      const untold = /Another level|Not recognised|Ready to decide|Line 1 changed|DA1101|DA1102/
      const student = people.studentPloy
      for (const rest of ['', '/timeline', '/calculations', '/table?format=json', '/documents']) {
        const text = textOf(await (await site.get(student, path(id, rest))).text())
        assert.doesNotMatch(text, untold, rest)
      }
      const read = await site.json(student, 'GET', `/recognition/cases/${id}`)
      const told = (await read.json()) as { courses: Record<string, unknown>[] }
      assert.deepEqual(
        told.courses.map(({ verdict, homeCourses, reasons }) => [verdict, homeCourses, reasons]),
        [
          ['needs-decision', [], []],
          ['needs-decision', [], []],
        ],
      )
      const { recognisedCredit, lines } = told as unknown as Record<string, unknown>
      assert.deepEqual([recognisedCredit, lines], [null, { recognised: 0, refused: 0, open: 2 }])
      const types = storyEntries.filter(({ label }) => label === null).map(({ type }) => type)
      for (const type of ['line-changed', 'line-restored', 'case-evaluated']) {
        assert.ok(types.includes(`recognition.${type}`), type)
      }
      const [step] = await site.world.as(student, (work) => recognitionJourney(work, student))
      assert.equal(step!.state!.label.key, 'page.state.open')
      assert.match(textOf(await site.page(evaluator, path(id))), /Another level.*Line 1 changed/s)
    }),
  )

  test(
    'tells an evaluator that the student brought the transcript in',
    onSite(async (site) => {
      const id = await open(site, clearLines, {}, people.studentPloy)
      const notice = /The student brought this transcript in/
      assert.match(textOf(await site.page(evaluator, path(id))), notice)
      assert.doesNotMatch(textOf(await site.page(people.studentPloy, path(id))), notice)
      const own = await open(site, clearLines, { enrolmentId: enrolments.thanawat })
      assert.doesNotMatch(textOf(await site.page(evaluator, path(own))), notice)
    }),
  )

  test(
    'has words for everything in five languages',
    onSite(async (site) => {
      const id = await open(site, mixedLines, {
        holder: { name: 'Somebody Else' },
        holderConfirmed: true,
      })
      for (const language of everyLanguage) {
        const html = await site.page(evaluator, path(id).replace('/en/', `/${language}/`))
        assert.doesNotMatch(
          textOf(html),
          /page\.[a-z]+\.|reason\.[a-z]+|entry\.|undefined|\[object/,
        )
        assert.match(html, new RegExp(`<html[^>]*lang="${language}"`))
      }
      assert.match(await site.page(evaluator, path(id).replace('/en/', '/th/')), /2566/)
    }),
  )

  test(
    'is decided by its button, once, and says so to whoever comes later',
    onSite(async (site) => {
      const id = await open(site, clearLines)
      const seen = { basis: await basis(site, id) }
      assert.equal(leadsTo(await site.post(evaluator, path(id, '/decision'), seen)), path(id))
      const later = await site.post(people.studentThanawat, path(id, '/decision'), seen)
      assert.equal(later.status, 409)
      const html = await later.text()
      assert.match(html, /class="error-summary/)
      assert.match(textOf(html), /has been decided already. Nothing was changed/)
      assert.doesNotMatch(html, /name="basis"/)
    }),
  )

  test(
    'is not decided on an old page, and shows the new state with the reason',
    onSite(async (site) => {
      const id = await open(site, clearLines)
      const seen = { basis: await basis(site, id) }
      await site.world.rows(`update equivalences set withdrawn_at = judged_on`)
      const answer = await site.post(evaluator, path(id, '/decision'), seen)
      assert.equal(answer.status, 409)
      assert.match(textOf(await answer.text()), /changed since you opened this page/)
      leadsTo(await site.post(evaluator, path(id, '/evaluation'), {}))
      assert.match(textOf(await site.page(evaluator, path(id))), /Give a verdict on 2 lines/)
    }),
  )

  test(
    'is withdrawn with a reason',
    onSite(async (site) => {
      const id = await open(site, clearLines)
      const without = await site.post(evaluator, path(id, '/withdrawal'), { reason: ' ' })
      assert.equal(without.status, 422)
      leadsTo(await site.post(evaluator, path(id, '/withdrawal'), { reason: 'wrong student' }))
      const text = textOf(await site.page(people.studentPloy, path(id)))
      assert.match(text, /Withdrawn/)
      assert.match(text, /Nothing: the case was withdrawn/)
    }),
  )

  test(
    'is not found by whom it does not concern',
    onSite(async (site) => {
      const id = await open(site, clearLines)
      for (const who of [people.evaluatorPku, people.academicMentorAu]) {
        for (const rest of ['', '/original', '/statement', '/lines/x']) {
          assert.equal((await site.get(who, path(id, rest))).status, 404)
        }
      }
      assert.equal((await site.get(evaluator, path(id, '/lines/-'))).status, 404)
    }),
  )
})

describe('the form of a line', () => {
  test(
    'keeps everything typed when it is refused',
    onSite(async (site) => {
      const id = await open(site, mixedLines)
      const line = path(id, `/lines/${await firstLine(site)}`)
      const typed = {
        verdict: 'recognised',
        homeCourse: '',
        'homeCourse-text': 'ZZ 9 <x>',
        homeCredit: 'three',
        recordedGrade: 'TR',
        contentShare: '120 %',
        reason: 'Because "it" <fits>',
      }
      const answer = await site.post(evaluator, line, typed)
      assert.equal(answer.status, 422)
      const html = await answer.text()
      assert.match(html, /class="error-summary/)
      assert.equal([...html.matchAll(/aria-invalid="true"/g)].length, 2)
      for (const kept of ['ZZ 9 &lt;x', 'value="three"', 'value="120 %"', 'it&quot; &lt;fits']) {
        assert.ok(html.includes(kept), kept)
      }
    }),
  )

  const shares: [string, string | null][] = [
    ['75', '3/4'],
    ['82.5%', '33/40'],
    ['1%', '1/100'],
    ['1', '1'],
    ['0,75', '3/4'],
    ['๗๕', '3/4'],
    ['', null],
  ]
  for (const [typed, stored] of shares) {
    test(
      `reads a share of “${typed}” as ${stored}`,
      onSite(async (site) => {
        const id = await open(site, mixedLines)
        const line = await firstLine(site)
        const answer = await site.post(evaluator, path(id, `/lines/${line}`), {
          verdict: 'recognised',
          homeCourse: 'DA1101',
          'homeCourse-text': 'DA1101 · Home DA1101',
          homeCredit: '1,5',
          recordedGrade: 'TR',
          contentShare: typed,
          reason: 'The syllabus shows it.\u202E',
        })
        leadsTo(answer)
        const [row] = await site.world.rows('select * from case_lines where id = $1', [line])
        assert.deepEqual(
          [row!['content_share'], row!['home_credit'], row!['change_reason']],
          [stored, '3/2', 'The syllabus shows it.'],
        )
      }),
    )
  }

  test(
    'takes a course that was typed without scripts instead of the one chosen before',
    onSite(async (site) => {
      const id = await open(site, mixedLines)
      const line = await firstLine(site)
      const answer = await site.post(evaluator, path(id, `/lines/${line}`), {
        verdict: 'recognised',
        homeCourse: 'DA1101',
        'homeCourse-text': 'da4000',
        homeCredit: '',
        recordedGrade: 'TR',
        contentShare: '',
        reason: 'Better suited.',
      })
      leadsTo(answer)
      const [row] = await site.world.rows('select * from case_lines where id = $1', [line])
      assert.deepEqual([row!['home_course_code'], row!['home_credit']], ['DA 4000', '3'])
      const html = await site.page(evaluator, path(id))
      assert.match(textOf(html), /decided otherwise than the rules: Better suited\./)
      leadsTo(await site.post(evaluator, path(id, `/lines/${line}/restoration`), {}))
      const after = textOf(await site.page(evaluator, path(id)))
      assert.doesNotMatch(after, /decided otherwise than the rules/)
      // What was said stays in the story.
      assert.match(after, /Line 1 changed by the evaluator.*Recognised; 3 credits.*Better suited/)
    }),
  )

  test(
    'names who judged the equivalence',
    onSite(async (site) => {
      const id = await open(site, mixedLines)
      const html = await site.page(evaluator, path(id, `/lines/${await firstLine(site)}`))
      assert.match(textOf(html), /Prasert Chaiyaporn/)
    }),
  )
})

describe('over JSON', () => {
  test(
    'a transcript is brought in, evaluated and decided with the same rights',
    onSite(async (site) => {
      const content = 'code,title,credit,hours,grade\nPKU101,Visual,3,60,88\n'
      const body = {
        enrolmentId: enrolments.ploy,
        hostOrganisationId: organisations.pku,
        format: 'csv',
        content,
      }
      const added = await site.json(people.registrarAu, 'POST', '/recognition/transcripts', body)
      assert.equal(added.status, 201)
      const { caseId } = (await added.json()) as { caseId: string }
      const again = await site.json(people.registrarAu, 'POST', '/recognition/transcripts', body)
      assert.equal(again.status, 409)
      assert.equal(again.headers.get('content-type'), 'application/problem+json')
      const read = await site.json(evaluator, 'GET', `/recognition/cases/${caseId}`)
      const found = (await read.json()) as { basis: string; courses: { verdict: string }[] }
      assert.deepEqual(
        found.courses.map((course) => course.verdict),
        ['recognised'],
      )
      const decide = (who: string) =>
        site.json(who, 'POST', `/recognition/cases/${caseId}/decision`, { basis: found.basis })
      assert.equal((await decide(people.registrarAu)).status, 404)
      assert.equal((await decide(evaluator)).status, 200)
    }),
  )

  test(
    'what a document breaks is named, and taken only when a person agreed',
    onSite(async (site) => {
      const body = {
        enrolmentId: enrolments.ploy,
        hostOrganisationId: organisations.pku,
        format: 'csv',
        content: 'code,title,credit,grade\nPKU101,Visual,three,88\n',
      }
      const refused = await site.json(people.registrarAu, 'POST', '/recognition/transcripts', body)
      assert.equal(refused.status, 422)
      const problem = (await refused.json()) as { fields: { message: string }[] }
      assert.ok(problem.fields.length > 0)
      const torn = { ...body, format: 'elmo', content: '<elmo><report></elmo>' }
      const unread = await site.json(people.registrarAu, 'POST', '/recognition/transcripts', torn)
      assert.equal(unread.status, 422)
      const places = (await unread.json()) as { fields: { field: string }[] }
      assert.deepEqual(
        places.fields.map(({ field }) => field),
        ['content.1'],
      )
      const agreed = { ...body, agreed: true }
      const added = await site.json(people.registrarAu, 'POST', '/recognition/transcripts', agreed)
      assert.equal(added.status, 201)
    }),
  )

  test(
    'nobody else’s enrolment, no wrong body, no address that is none',
    onSite(async (site) => {
      const body = {
        enrolmentId: enrolments.thanawat,
        hostOrganisationId: organisations.pku,
        format: 'csv',
        content: 'code,credit\nA,3\n',
      }
      const other = await site.json(people.studentPloy, 'POST', '/recognition/transcripts', body)
      assert.equal(other.status, 404)
      const wrong = await site.json(people.registrarAu, 'POST', '/recognition/transcripts', {})
      assert.equal(wrong.status, 422)
      const none = await site.json(evaluator, 'GET', `/recognition/cases/${'-'.repeat(36)}`)
      assert.equal(none.status, 404)
    }),
  )
})
