import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import type { Fraction } from '#kernel/values'
import {
  accepted,
  auRules,
  enrolments,
  inOwnWorld,
  inWorld,
  mixedLines,
  now,
  organisations,
  people,
  publishRules,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { mostLines } from '../formats/read-transcript.ts'
import { addTranscript } from './add-transcript.ts'

async function linesOf(world: World, caseId: string) {
  return world.rows(
    `select t.code, l.verdict, l.home_course_code, l.home_credit, l.recorded_grade, l.evaluation
     from case_lines l join transcript_lines t on t.id = l.transcript_line_id
     where l.case_id = $1 order by l.position`,
    [caseId],
  )
}

describe('a transcript that is brought in', () => {
  test(
    'becomes a case that is evaluated at once, with reasons on every line',
    inWorld(async (world) => {
      const added = accepted(
        await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
      )
      assert.equal(added.number, '2026-0001')
      const lines = await linesOf(world, added.caseId)
      assert.deepEqual(
        lines.map((line) => [line['code'], line['verdict'], line['home_course_code']]),
        [
          ['PKU101', 'recognised', 'DA1101'],
          ['PKU102', 'recognised', 'DA1102'],
          ['PKU103', 'refused', 'DA1103'],
          ['PKU999', 'needs-decision', null],
        ],
      )
      assert.equal(lines[0]!['recorded_grade'], 'TR')
      for (const line of lines) {
        const { reasons } = line['evaluation'] as { reasons: unknown[] }
        assert.ok(reasons.length > 0, String(line['code']))
      }
      const [stored] = await world.rows('select * from recognition_cases')
      assert.equal(stored!['recognised_credit'], '6')
      assert.deepEqual(
        [stored!['lines_recognised'], stored!['lines_refused'], stored!['lines_open']],
        [2, 1, 1],
      )
      assert.equal(stored!['due_on'], '2026-12-04')
    }),
  )

  test(
    'opens a task for the evaluators of the home institution',
    inWorld(async (world) => {
      const added = accepted(
        await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
      )
      const tasks = await world.rows('select * from tasks')
      assert.equal(tasks.length, 1)
      assert.equal(tasks[0]!['assignee_role'], 'evaluator')
      assert.equal(tasks[0]!['organisation_id'], organisations.au)
      assert.equal(tasks[0]!['href'], `/recognition/cases/${added.caseId}`)
    }),
  )

  test(
    'is told by the chronicle without a personal value',
    inWorld(async (world) => {
      const given = transcript(mixedLines, { holder: { name: 'Pimchanok Rattanakul' } })
      accepted(await world.as(people.registrarAu, (work) => addTranscript(work, given)))
      const entries = await world.rows('select type, data, person_id from chronicle_entries')
      assert.deepEqual(entries.map((entry) => entry['type']).toSorted(), [
        'recognition.case-evaluated',
        'recognition.case-opened',
      ])
      for (const { data, person_id } of entries) {
        assert.equal(person_id, people.studentPloy)
        assert.doesNotMatch(JSON.stringify(data), /Pimchanok|พิมพ์ชนก|PKU101|"88"/)
      }
    }),
  )

  test(
    'finds the equivalence of a code that is written with spaces or small letters',
    inWorld(async (world) => {
      const lines = [['pku 101', '88']] as const
      const added = accepted(
        await world.as(people.registrarAu, (work) => addTranscript(work, transcript(lines))),
      )
      const [line] = await linesOf(world, added.caseId)
      assert.equal(line!['home_course_code'], 'DA1101')
    }),
  )

  test(
    'may be brought in by the student',
    inWorld(async (world) => {
      const result = await world.as(people.studentPloy, (work) =>
        addTranscript(work, transcript(mixedLines)),
      )
      assert.equal(refusalOf(result), 'accepted')
    }),
  )

  test(
    'is numbered by the year of the home institution’s own calendar',
    inWorld(async (world) => {
      const newYear = new Date('2026-12-31T18:30:00Z')
      const added = await world.as(
        people.registrarAu,
        (work) => addTranscript(work, transcript(mixedLines)),
        newYear,
      )
      assert.equal(accepted(added).number, '2027-0001')
    }),
  )
})

describe('a transcript is refused', () => {
  const refusals: [string, string, Parameters<typeof transcript>[1], string?][] = [
    ['without a line', '422 refusal.no-lines', { lines: [] }],
    [
      'from the home institution itself',
      '422 refusal.host-is-home',
      { hostOrganisationId: organisations.au },
    ],
    [
      'from an institution that nobody knows',
      '422 refusal.no-host',
      { hostOrganisationId: '01980000-0000-7000-8000-000000000000' },
    ],
    [
      'for an enrolment that nobody knows',
      '404 refusal.no-enrolment',
      { enrolmentId: '01980000-0000-7000-8000-000000000000' },
    ],
    [
      'from the evaluator of another institution',
      '404 refusal.no-enrolment',
      {},
      people.evaluatorPku,
    ],
    [
      'from an evaluator of another degree programme',
      '404 refusal.no-enrolment',
      {},
      people.academicMentorAu,
    ],
    [
      'from another student',
      '404 refusal.no-enrolment',
      { enrolmentId: enrolments.thanawat },
      people.studentPloy,
    ],
  ]
  for (const [how, expected, rest, person] of refusals) {
    test(
      how,
      inWorld(async (world) => {
        const result = await world.as(person ?? people.registrarAu, (work) =>
          addTranscript(work, transcript(mixedLines, rest)),
        )
        assert.equal(refusalOf(result), expected)
        assert.deepEqual(await world.rows('select id from recognition_cases'), [])
      }),
    )
  }

  test(
    'with more lines than a transcript can have',
    inWorld(async (world) => {
      const lines = Array.from({ length: mostLines + 1 }, (_, n) => [`X${n}`, '80'] as const)
      const result = await world.as(people.registrarAu, (work) =>
        addTranscript(work, transcript(lines)),
      )
      assert.equal(refusalOf(result), '422 refusal.too-many-lines')
    }),
  )

  test(
    'where no rules apply, and nothing of it is left',
    inWorld(async (world) => {
      await world.rows('delete from recognition_rule_sets')
      await publishRules(world, { ...auRules, intakeFrom: 2024 })
      const result = await world.as(people.registrarAu, (work) =>
        addTranscript(work, transcript(mixedLines)),
      )
      assert.equal(refusalOf(result), '422 refusal.no-rules')
      for (const table of [
        'transcripts',
        'transcript_lines',
        'recognition_cases',
        'case_counters',
        'chronicle_entries',
        'tasks',
      ]) {
        assert.deepEqual(await world.rows(`select * from ${table}`), [], table)
      }
    }),
  )

  test(
    'when the same one is there already, until that case is withdrawn',
    inWorld(async (world) => {
      const add = () =>
        world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines)))
      const first = accepted(await add())
      const again = await add()
      assert.equal(refusalOf(again), '409 refusal.same-transcript')
      assert.deepEqual(isRefused(again) && again.message.args, { number: first.number })
      const other = transcript([...mixedLines.slice(0, 3), ['PKU999', '91']])
      assert.equal(
        refusalOf(await world.as(people.registrarAu, (work) => addTranscript(work, other))),
        'accepted',
      )
      await world.rows(`update recognition_cases set state = 'withdrawn' where id = $1`, [
        first.caseId,
      ])
      assert.equal(accepted(await add()).number, '2026-0003')
    }),
  )
})

describe('at the same moment', () => {
  test(
    'many transcripts get numbers of their own, without a gap',
    inOwnWorld(async (world) => {
      const added = await Promise.all(
        Array.from({ length: 6 }, (_, place) =>
          world.as(people.registrarAu, (work) =>
            addTranscript(
              work,
              transcript([['PKU101', String(80 + place)]], {
                enrolmentId: place % 2 ? enrolments.ploy : enrolments.thanawat,
              }),
            ),
          ),
        ),
      )
      assert.deepEqual(
        added.map((each) => accepted(each).number).toSorted(),
        [1, 2, 3, 4, 5, 6].map((number) => `2026-000${number}`),
      )
    }),
  )

  test(
    'the same transcript is taken once',
    inOwnWorld(async (world) => {
      const results = await Promise.all(
        [1, 2, 3].map(() =>
          world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines)), now),
        ),
      )
      assert.deepEqual(results.map(refusalOf).toSorted(), [
        '409 refusal.same-transcript',
        '409 refusal.same-transcript',
        'accepted',
      ])
    }),
  )
})

test(
  'a line without credit or grade is left to a person',
  inWorld(async (world) => {
    const given = transcript([['PKU101', null]])
    const lines = [{ ...given.lines[0]!, credit: null as Fraction | null, hours: null }]
    const added = accepted(
      await world.as(people.registrarAu, (work) => addTranscript(work, { ...given, lines })),
    )
    assert.equal((await linesOf(world, added.caseId))[0]!['verdict'], 'needs-decision')
  }),
)
