import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentText } from '#kernel/documents'
import { createTranslator } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { caseById, linesOfCase, namesOfJudges } from '../queries/cases.ts'
import { statementOf } from '../statement.ts'
import { standing } from '../testing/equivalences.fixture.ts'
import { withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { changeLine, decideCase, restoreLine } from './decide-case.ts'

/** Two courses that together stand for two others, and one that stands alone. */
async function caseWithSet(world: World): Promise<string> {
  await standing(world.database.kysely, {
    hosts: [['SET1'], ['SET2', 'SET3']],
    homes: [
      ['DA 4000', '3'],
      ['DA 4001', '3'],
    ],
    share: '4/5',
  })
  const lines = [
    ['SET1', '88'],
    ['PKU101', '90'],
    ['SET3', '85'],
  ] as const
  const added = await world.as(people.registrarAu, (work) => addTranscript(work, transcript(lines)))
  return accepted(added).caseId
}

async function standingOf(world: World) {
  const lines = await world.rows(
    'select position, set_position, verdict, home_credit, home_course_code from case_lines order by position',
  )
  const courses = await world.rows(
    'select line_position, position, course_code, credit, recorded_grade from case_home_courses order by 1, 2',
  )
  const [row] = await world.rows(
    'select recognised_credit, lines_recognised, lines_open from recognition_cases',
  )
  return { lines, courses, totals: row }
}

async function change(world: World, caseId: string, position: number) {
  const [row] = await world.rows('select id from case_lines where position = $1', [position])
  const word = {
    verdict: 'refused' as const,
    homeCourseCode: null,
    homeCredit: null,
    recordedGrade: null,
    contentShare: null,
    reason: 'The syllabus is another one.',
  }
  const lineId = String(row!['id'])
  return {
    set: () =>
      world.as(people.evaluatorAu, (work) => changeLine(work, { caseId, lineId, ...word })),
    restore: () => world.as(people.evaluatorAu, (work) => restoreLine(work, { caseId, lineId })),
  }
}

const decide = async (world: World, caseId: string) => {
  const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [caseId])
  const inputHash = String(row!['input_hash'])
  return world.as(people.evaluatorAu, (work) => decideCase(work, { caseId, inputHash }))
}

test(
  'a set is stored with its lines and its home courses',
  inWorld(async (world) => {
    await caseWithSet(world)
    const found = await standingOf(world)
    assert.deepEqual(
      found.lines.map((line) => [line['set_position'], line['verdict'], line['home_credit']]),
      [
        [0, 'recognised', '3'],
        [null, 'recognised', '3'],
        [0, 'recognised', '3'],
      ],
    )
    assert.deepEqual(
      found.courses.map((course) => Object.values(course)),
      [
        [0, 0, 'DA 4000', '3', 'TR'],
        [0, 1, 'DA 4001', '3', 'TR'],
        [1, 0, 'DA1101', '3', 'TR'],
      ],
    )
    assert.deepEqual(found.totals, { recognised_credit: '9', lines_recognised: 3, lines_open: 0 })
  }),
)

test(
  'a person’s word on one line breaks the set, and taking it back mends it',
  inWorld(async (world) => {
    const caseId = await caseWithSet(world)
    const before = await standingOf(world)
    const line = await change(world, caseId, 2)
    accepted(await line.set())
    const broken = await standingOf(world)
    assert.deepEqual(
      broken.lines.map((each) => each['verdict']),
      ['needs-decision', 'recognised', 'refused'],
    )
    assert.deepEqual(broken.totals, { recognised_credit: '3', lines_recognised: 1, lines_open: 1 })
    assert.equal(refusalOf(await decide(world, caseId)), '422 refusal.open-lines')
    accepted(await line.restore())
    assert.deepEqual(await standingOf(world), before)
  }),
)

test(
  'what a set recognised counts for the next transcript of the enrolment',
  inWorld(async (world) => {
    const caseId = await caseWithSet(world)
    accepted(await decide(world, caseId))
    const [decision] = await world.rows(
      'select recognised_credit, document from recognition_decisions',
    )
    assert.equal(decision!['recognised_credit'], '9')
    const document = decision!['document'] as { sets: unknown[]; homeCourses: unknown[] }
    assert.deepEqual([document.sets.length, document.homeCourses.length], [1, 3])
    await standing(world.database.kysely, {
      hosts: [['NEW']],
      homes: [['DA 4001', '3']],
      share: '1',
    })
    const next = transcript([['NEW', '90']])
    const added = await world.as(people.registrarAu, (work) => addTranscript(work, next))
    const [line] = await world.rows(
      'select verdict, evaluation from case_lines where case_id = $1',
      [accepted(added).caseId],
    )
    assert.equal(line!['verdict'], 'refused')
    assert.match(JSON.stringify(line!['evaluation']), /reason\.course\.already/)
  }),
)

test(
  'the page and the statement show a set as one',
  inWorld(async (world) => {
    const caseId = await caseWithSet(world)
    await withSite(world, async (site) => {
      const page = await site.get(people.evaluatorAu, `/en/recognition/cases/${caseId}`)
      const html = await page.text()
      assert.equal(page.status, 200)
      assert.equal(html.match(/data-row=/g)?.length, 2)
      assert.match(html, /SET1 \+ SET3 together stand for DA 4000 \+ DA 4001/)
    })
    accepted(await decide(world, caseId))
    const work = world.runner.reading(await world.context(people.evaluatorAu))
    const lines = await linesOfCase(work, caseId)
    const text = documentText(
      statementOf(
        {
          found: (await caseById(work, caseId))!,
          lines,
          judges: await namesOfJudges(work, lines),
          ruleName: { en: 'Rules' },
          documentSha256: '0'.repeat(64),
          decidedAt: work.now,
          revision: 1,
          replaces: null,
          address: 'https://weft.example/',
          banner: null,
        },
        ['en', 'en'],
        createTranslator([m.catalogue]),
      ),
    )
    const row = text.split('\n').filter((each) => /SET1|DA 4001/.test(each))
    assert.equal(row.length > 0, true, text)
    assert.match(text, /SET3/)
    assert.match(text, /DA 4001/)
  }),
)
