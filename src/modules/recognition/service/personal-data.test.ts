import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Work } from '#kernel/database'
import { alliance } from '#modules/alliance'
import { emptyTranscript } from '../formats/read-transcript.ts'
import {
  accepted,
  inWorld,
  mixedLines,
  now,
  organisations,
  people,
  transcript,
} from '../testing/world.fixture.ts'
import { addComment } from './comments.ts'
import { addTranscript } from './add-transcript.ts'
import { erasePersonDrafts, exportPersonCases, mergePersonCases } from './personal-data.ts'
import { startDraft } from './transcript-drafts.ts'

describe('what recognition holds of a person', () => {
  test(
    'is handed over whole, and stays without a name where a decision rests on it',
    inWorld(async (world) => {
      const added = accepted(
        await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
      )
      const [row] = await world.rows('select person_id from recognition_cases where id = $1', [
        added.caseId,
      ])
      const student = String(row!['person_id'])
      accepted(
        await world.as(people.registrarAu, (work) =>
          startDraft(work, {
            enrolmentId: transcript(mixedLines).enrolmentId,
            hostOrganisationId: organisations.pku,
            format: 'hand',
            document: null,
            isScan: false,
            origin: 'test',
            content: emptyTranscript(2),
          }),
        ),
      )
      await world.rows(
        `insert into incoming_mails (id, message_id, fingerprint, from_address, subject, body, automatic, received_at,
           about_kind, about_id)
         values ($1, '', 'x', 'li@pku.example', 'About her', 'text', false, $2, 'recognition-case', $3)`,
        [people.evaluatorPku, now, added.caseId],
      )
      await world.rows(
        `insert into incoming_mail_attachments (id, mail_id, name, declared_type, bytes)
         values ($1, $1, 'a.pdf', 'application/pdf', 'x')`,
        [people.evaluatorPku],
      )
      const handed = await world.as(people.registrarAu, (work) => exportPersonCases(work, student))
      assert.equal((handed['cases'] as unknown[]).length, 1)
      assert.equal((handed['lines'] as unknown[]).length, mixedLines.length)
      assert.equal((handed['mails'] as unknown[]).length, 1)

      await world.as(people.registrarAu, (work) => erasePersonDrafts(work, student))
      const [drafts] = await world.rows('select count(*)::int as n from transcript_drafts')
      const [cases] = await world.rows('select count(*)::int as n from recognition_cases')
      const [holder] = await world.rows('select holder from transcripts')
      assert.deepEqual([drafts!['n'], cases!['n'], holder!['holder']], [0, 1, {}])
      const [mails] = await world.rows('select count(*)::int as n from incoming_mails')
      assert.equal(mails!['n'], 0, 'what others wrote about the case goes too')
    }),
  )

  test(
    'follows the person when duplicates are merged',
    inWorld(async (world) => {
      const added = accepted(
        await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
      )
      const [before] = await world.rows('select person_id from recognition_cases')
      await world.as(people.registrarAu, (work) =>
        mergeAsTheHouseDoes(work, String(before!['person_id']), people.registrarAu),
      )
      const rows = await world.rows(
        `select c.person_id as of_case, t.person_id as of_transcript from recognition_cases c
         join transcripts t on t.id = c.transcript_id where c.id = $1`,
        [added.caseId],
      )
      assert.deepEqual(rows, [{ of_case: people.registrarAu, of_transcript: people.registrarAu }])
    }),
  )

  test(
    'tells a colleague where they were named, without the words, and names nobody who was erased',
    inWorld(async (world) => {
      const added = accepted(
        await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
      )
      const { coordinatorAu, evaluatorAu } = people
      for (const mentions of [[coordinatorAu, evaluatorAu], [coordinatorAu]]) {
        const text = `Look, all ${mentions.length}.`
        const said = { caseId: added.caseId, lineId: null, text, audience: 'staff' } as const
        accepted(
          await world.as(people.registrarAu, (work) => addComment(work, { ...said, mentions })),
        )
      }
      const mentionsOf = async (personId: string) => {
        const held = await world.as(people.registrarAu, (work) => exportPersonCases(work, personId))
        return held['mentions'] as Record<string, unknown>[]
      }
      const named = await mentionsOf(coordinatorAu)
      assert.equal(named.length, 2)
      assert.doesNotMatch(JSON.stringify(named), /Look/)
      await world.as(people.registrarAu, (work) =>
        mergePersonCases(work, coordinatorAu, evaluatorAu),
      )
      assert.deepEqual(await mentionsOf(coordinatorAu), [])
      assert.equal((await mentionsOf(evaluatorAu)).length, 2, 'of one that named both, once')
      await world.as(people.registrarAu, (work) => erasePersonDrafts(work, evaluatorAu))
      assert.deepEqual(await mentionsOf(evaluatorAu), [])
    }),
  )
})

/** The alliance moves the enrolments first, as it is told first of a merge. */
async function mergeAsTheHouseDoes(work: Work, from: string, into: string): Promise<void> {
  await alliance.mergePersons!(work, from, into)
  await mergePersonCases(work, from, into)
}
