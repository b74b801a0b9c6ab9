import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { describe, test } from 'node:test'
import { cast } from '#modules/alliance'
import { addTranscript } from './service/add-transcript.ts'
import {
  accepted,
  enrolments,
  inOwnWorld,
  mixedLines,
  organisations,
  people,
  transcript,
  type World,
} from './testing/world.fixture.ts'

const { auDigitalArts, auCommunication } = cast.degreeProgrammes
const pkuProgramme = '01980000-00aa-7000-8000-000000000001'

/** What each statement would mix, and the constraint that refuses it. */
const mixtures: readonly [what: string, constraint: string, statement: string][] = [
  [
    "an equivalence of one school with another's degree programme",
    'equivalences_home_programme',
    `update equivalences set degree_programme_id = '${pkuProgramme}'`,
  ],
  [
    "rules of one school for another's degree programme",
    'recognition_rule_sets_home_programme',
    `update recognition_rule_sets set degree_programme_id = '${pkuProgramme}'`,
  ],
  [
    "a transcript of one person with another's enrolment",
    'transcripts_one_person',
    `update transcripts set person_id = '${people.studentThanawat}'`,
  ],
  [
    'a transcript for a school where the enrolment is not',
    'transcripts_one_school',
    `update transcripts set home_organisation_id = '${organisations.ruc}'`,
  ],
  [
    "a case of one person with another's enrolment",
    'recognition_cases_one_person',
    `update recognition_cases set person_id = '${people.studentThanawat}'`,
  ],
  [
    'a case of a school where the enrolment is not',
    'recognition_cases_one_school',
    `update recognition_cases set home_organisation_id = '${organisations.ruc}'`,
  ],
  [
    'a case of another degree programme than the enrolment',
    'recognition_cases_one_school',
    `update recognition_cases set degree_programme_id = '${auCommunication}'`,
  ],
  [
    'a case of a transcript from another host',
    'recognition_cases_own_transcript',
    `update recognition_cases set host_organisation_id = '${organisations.ruc}'`,
  ],
  [
    "a case with another enrolment's transcript",
    'recognition_cases_own_transcript',
    `update recognition_cases
     set enrolment_id = '${enrolments.thanawat}', person_id = '${people.studentThanawat}'`,
  ],
  [
    "a draft of one person with another's enrolment",
    'transcript_drafts_one_person',
    `update transcript_drafts set person_id = '${people.studentThanawat}'`,
  ],
  [
    'a draft for a school where the enrolment is not',
    'transcript_drafts_one_school',
    `update transcript_drafts set home_organisation_id = '${organisations.ruc}'`,
  ],
  [
    'credit below zero for an equivalence',
    'academic_credit_exact',
    `update equivalence_home_courses set credit = '-3'`,
  ],
  [
    'recognised credit that is no exact fraction',
    'academic_credit_exact',
    `update recognition_cases set recognised_credit = '1.5'`,
  ],
  [
    'a degree programme of a fraction with nothing below the line',
    'academic_credit_exact',
    `update degree_programmes set total_credit = '120/0'`,
  ],
]

describe('the database refuses', () => {
  for (const [what, constraint, statement] of mixtures) {
    test(
      what,
      inOwnWorld(async (world) => {
        await filled(world)
        await assert.rejects(
          () => world.rows(statement),
          (error: { constraint?: string }) => error.constraint === constraint,
        )
      }),
    )
  }
})

/** One row of each kind, all of one school, and a degree programme of another. */
async function filled(world: World): Promise<void> {
  await world.rows(
    `insert into degree_programmes (id, origin, organisation_id, code, names, level, total_credit, credit_scheme)
     values ($1, 'test.example', $2, 'PKU-ART', '{"en":"Art"}', 'bachelor', '140', 'cn-16')`,
    [pkuProgramme, organisations.pku],
  )
  accepted(
    await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
  )
  await world.rows(
    `insert into transcript_drafts (id, created_by, person_id, enrolment_id, home_organisation_id,
       host_organisation_id, degree_programme_id, format, content, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'hand', '{}', $8, $8)`,
    [
      randomUUIDv7(),
      people.registrarAu,
      people.studentPloy,
      enrolments.ploy,
      organisations.au,
      organisations.pku,
      auDigitalArts,
      new Date('2026-11-22T03:00:00Z'),
    ],
  )
}
