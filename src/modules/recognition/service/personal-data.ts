import { sql, type SqlBool } from 'kysely'
import { type HeldFile, type PersonalData, renamePerson, type Work } from '#kernel/database'
import { removeFile } from '#kernel/files'
import type { Message } from '#kernel/messages'
import { localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { appealFiles } from '../queries/appeals.ts'
import { evidenceFiles } from '../queries/evidence.ts'
import { eraseQuestions, exportQuestions, mergeQuestions } from './content-personal-data.ts'
import { eraseChecks, exportChecks, mergeChecks } from './checks-personal-data.ts'
import { eraseAppeals, exportAppeals, mergeAppeals } from './appeals-personal-data.ts'
import { eraseMails, exportMails } from './mails-personal-data.ts'
import { eraseMentions, exportMentions, mergeMentions } from './mentions-personal-data.ts'
import { eraseEvidence, exportEvidence, mergeEvidence } from './evidence-personal-data.ts'
import {
  erasePostings,
  mergeSeats,
  eraseReferrals,
  exportOffice,
  mergeReferrals,
} from './office/personal-data.ts'

/** What recognition tells of what it holds, and why an open case is decided or withdrawn before an erasure. */
export const recognitionData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const counts = await work.read
      .selectNoFrom((eb) => {
        const of = (table: 'transcripts' | 'recognition_cases') =>
          eb
            .selectFrom(table)
            .select((inner) => inner.fn.countAll<bigint>().as('count'))
            .where('person_id', '=', personId)
        return [
          of('transcripts').as('transcripts'),
          of('recognition_cases').as('cases'),
          eb
            .selectFrom('transcript_drafts')
            .select((inner) => inner.fn.countAll<bigint>().as('count'))
            .where('person_id', '=', personId)
            .where('state', '<>', 'taken')
            .as('drafts'),
          eb
            .selectFrom('evidence_requests as r')
            .innerJoin('recognition_cases as c', 'c.id', 'r.case_id')
            .select((inner) => inner.fn.countAll<bigint>().as('count'))
            .where((inner) =>
              inner.or([
                inner('c.person_id', '=', personId),
                inner('r.asked_person_id', '=', personId),
              ]),
            )
            .as('evidence'),
          eb
            .selectFrom('appeals as a')
            .innerJoin('recognition_cases as c', 'c.id', 'a.case_id')
            .select((inner) => inner.fn.countAll<bigint>().as('count'))
            .where('c.person_id', '=', personId)
            .as('appeals'),
        ]
      })
      .executeTakeFirstOrThrow()
    const originals = (await filesOfPerson(work, personId)).length
    const stays = m('held.stays')
    return [
      { what: m('held.transcripts'), count: Number(counts.transcripts), stays },
      { what: m('held.cases'), count: Number(counts.cases), stays },
      { what: m('held.drafts'), count: Number(counts.drafts), stays: null },
      { what: m('held.originals'), count: originals, stays: null },
      { what: m('held.evidence'), count: Number(counts.evidence), stays },
      { what: m('held.appeals'), count: Number(counts.appeals), stays },
    ]
  },
  files: filesOfPerson,
  async hinders(work, personId) {
    const open = await work.read
      .selectFrom('recognition_cases as c')
      .innerJoin('organisations as o', 'o.id', 'c.home_organisation_id')
      .select(['c.number', 'o.names'])
      .where('c.person_id', '=', personId)
      .where('c.state', '=', 'open')
      .orderBy('c.created_at')
      .execute()
    return open.map(({ number, names }) =>
      m('hinder.open-case', { number, organisation: localised(names, work.language).text }),
    )
  },
}

/** The originals and scans of a person's transcripts, taken or still under way, and what came as evidence on their cases. */
async function filesOfPerson(work: Work, personId: string): Promise<HeldFile[]> {
  const rows = await work.read
    .selectFrom('files as f')
    .select(['f.id', 'f.name', 'f.sha256', 'f.size_bytes'])
    .where(
      sql<SqlBool>`f.id in (
        select unnest(array[file_id, scan_file_id]) from transcripts where person_id = ${personId}
        union all
        select unnest(array[file_id, scan_file_id]) from transcript_drafts where person_id = ${personId}
        union all
        select a.file_id from authenticity_records a join transcripts t on t.id = a.transcript_id
          where t.person_id = ${personId})
        or f.owner_kind = ${evidenceFiles} and f.owner_id in (
          select a.id::text from evidence_answers a join evidence_requests r on r.id = a.request_id
          join recognition_cases c on c.id = r.case_id where c.person_id = ${personId})
        or f.owner_kind = ${appealFiles} and f.owner_id in (
          select a.id::text from appeals a
          join recognition_cases c on c.id = a.case_id where c.person_id = ${personId})`,
    )
    .orderBy('f.created_at')
    .orderBy('f.id')
    .execute()
  return rows.map(({ id, name, sha256, size_bytes }) => ({
    fileId: id,
    name,
    sha256,
    sizeBytes: Number(size_bytes),
  }))
}

/** What was brought in for a person, taken or still under way. */
async function transcriptsOf(work: Work, personId: string) {
  const transcripts = await work.read
    .selectFrom('transcripts')
    .select(['id', 'format', 'issued_on', 'holder', 'problems', 'created_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
  const drafts = await work.read
    .selectFrom('transcript_drafts')
    .select(['id', 'format', 'state', 'content', 'created_at', 'updated_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
  return { transcripts, drafts }
}

/** What recognition holds of a person, for the export that they may ask for: their transcripts, cases and verdicts. */
export async function exportPersonCases(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const cases = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('organisations as host', 'host.id', 'c.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .select([
      'c.id',
      'c.number',
      'c.state',
      'c.recognised_credit',
      'c.created_at',
      'c.decided_at',
      'host.names as host',
      'home.names as home',
    ])
    .where('c.person_id', '=', personId)
    .orderBy('c.created_at')
    .execute()
  const lines = await linesOfPerson(work, personId)
  const { transcripts, drafts } = await transcriptsOf(work, personId)
  const decisions = await decisionsOf(work, personId)
  const plans = await plansOf(work, personId)
  const office = await exportOffice(work, personId)
  const homeCourses = await homeCoursesOf(work, personId)
  const questions = await exportQuestions(work, personId)
  const evidence = await exportEvidence(work, personId)
  return {
    comments: await commentsFor(work, personId),
    mentions: await exportMentions(work, personId),
    transcripts,
    drafts,
    cases,
    lines,
    homeCourses,
    decisions,
    plans,
    ...office,
    stays: await staysOfPerson(work, personId),
    questions,
    evidence,
    ...(await exportAppeals(work, personId)),
    checks: await exportChecks(work, personId),
    ...(await exportMails(work, personId)),
  }
}

/** The decisions that a person may know of: the final ones. */
function decisionsOf(work: Work, personId: string) {
  return work.read
    .selectFrom('recognition_decisions as d')
    .innerJoin('recognition_cases as c', 'c.id', 'd.case_id')
    .leftJoin('decision_retractions as r', 'r.decision_id', 'd.id')
    .where('r.decision_id', 'is', null)
    .where((eb) => eb.or([eb('d.released_at', 'is', null), eb('d.released_at', '<=', work.now)]))
    .select(['c.number', 'd.revision', 'd.decided_at', 'd.recognised_credit', 'd.document'])
    .where('c.person_id', '=', personId)
    .orderBy('d.decided_at')
    .execute()
}

/** What was stated of a person's time abroad. */
function staysOfPerson(work: Work, personId: string) {
  return work.read
    .selectFrom('case_stays as s')
    .innerJoin('recognition_cases as c', 'c.id', 's.case_id')
    .select(['c.number', 's.stay_from', 's.stay_to', 's.suspended', 's.last_term'])
    .select(['s.home_terms', 's.stated_at', 's.reason'])
    .where('c.person_id', '=', personId)
    .orderBy('s.stated_at')
    .execute()
}

/** What a person means or meant to study abroad. */
function plansOf(work: Work, personId: string) {
  return work.read
    .selectFrom('recognition_plans as p')
    .innerJoin('organisations as host', 'host.id', 'p.host_organisation_id')
    .leftJoin('recognition_plan_courses as c', 'c.plan_id', 'p.id')
    .select([
      'p.id',
      'host.names as host',
      'p.created_at',
      'c.code',
      'c.titles',
      'c.credit',
      'c.kind',
      'c.term',
    ])
    .where('p.person_id', '=', personId)
    .orderBy('p.created_at')
    .orderBy('c.added_at')
    .execute()
}

/** The home courses that a person's cases recognise, those of sets too. */
function homeCoursesOf(work: Work, personId: string) {
  return work.read
    .selectFrom('case_home_courses as h')
    .innerJoin('recognition_cases as c', 'c.id', 'h.case_id')
    .select([
      'c.number',
      'h.line_position',
      'h.course_code',
      'h.titles',
      'h.credit',
      'h.recorded_grade',
    ])
    .where('c.person_id', '=', personId)
    .orderBy('c.created_at')
    .orderBy('h.line_position')
    .orderBy('h.position')
    .execute()
}

/**
 * Removes drafts, originals and scans, and whom the documents named; the lines and the decisions stay, because a
 * recognised credit must be provable as long as the degree is. They have no name any more once identity has erased the
 * person.
 */
export async function erasePersonDrafts(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const files = await filesOfPerson(work, personId)
  const kept = await work.writeUnchronicled(async (tx) => {
    await tx
      .deleteFrom('emrex_requests')
      .where((eb) =>
        eb.or([
          eb('created_by', '=', personId),
          eb(
            'enrolment_id',
            'in',
            eb.selectFrom('enrolments').select('id').where('person_id', '=', personId),
          ),
        ]),
      )
      .execute()
    await tx
      .deleteFrom('transcript_drafts')
      .where('person_id', '=', personId)
      .where('state', '<>', 'taken')
      .execute()
    await tx.deleteFrom('recognition_plans').where('person_id', '=', personId).execute()
    await tx
      .updateTable('transcript_drafts')
      .set({ file_id: null, scan_file_id: null, content: JSON.stringify({}) })
      .where('person_id', '=', personId)
      .execute()
    const transcripts = await tx
      .updateTable('transcripts')
      .set({ holder: JSON.stringify({}), file_id: null, scan_file_id: null })
      .where('person_id', '=', personId)
      .executeTakeFirst()
    return transcripts.numUpdatedRows > 0n
  })
  await eraseComments(work, personId)
  await eraseMentions(work, personId)
  await eraseMails(work, personId)
  await eraseAuthenticity(work, personId)
  await eraseChecks(work, personId)
  for (const { fileId } of files) await removeFile(work, fileId)
  await erasePostings(work, personId)
  await eraseReferrals(work, personId)
  await eraseQuestions(work, personId)
  await eraseEvidence(work, personId)
  await eraseAppeals(work, personId)
  return { kept: kept ? [m('erasure.kept-decisions')] : [] }
}

/**
 * Moves what a person judged and began to another; decisions keep the id that they were signed with. Transcripts,
 * drafts and cases follow their enrolment, by the keys of the database.
 */
export async function mergePersonCases(work: Work, from: string, into: string): Promise<void> {
  await mergeQuestions(work, from, into)
  await mergeEvidence(work, from, into)
  await mergeAppeals(work, from, into)
  await mergeChecks(work, from, into)
  await mergeReferrals(work, from, into)
  await mergeSeats(work, from, into)
  await mergeMentions(work, from, into)
  await work.writeUnchronicled((tx) =>
    renamePerson(
      tx,
      {
        transcript_drafts: ['created_by'],
        emrex_requests: ['created_by'],
        emrex_providers: ['added_by'],
        equivalences: ['judged_by'],
        recognition_cases: ['decided_by'],
        recognition_settings: ['changed_by'],
        case_lines: ['changed_by'],
        case_comments: ['author_id'],
        content_comparisons: ['created_by'],
        rule_set_drafts: ['created_by', 'updated_by'],
        posting_layouts: ['published_by'],
        posting_batches: ['created_by', 'sent_by'],
        posting_items: ['settled_by'],
      },
      from,
      into,
    ),
  )
}

/** Takes codes, places, notes and answers out of what was noted about a person's originals; that they were checked stays. */
async function eraseAuthenticity(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('authenticity_records')
      .set({ file_id: null, code: '', place: '', note: '' })
      .where('transcript_id', 'in', (eb) =>
        eb.selectFrom('transcripts').select('id').where('person_id', '=', personId),
      )
      .execute(),
  )
}

/** What was shared with a person about their cases, and what they said themselves. */
async function commentsFor(work: Work, personId: string) {
  return work.read
    .selectFrom('case_comments as k')
    .innerJoin('recognition_cases as c', 'c.id', 'k.case_id')
    .select(['c.number', 'k.audience', 'k.text', 'k.created_at'])
    .where((eb) =>
      eb.or([
        eb('k.author_id', '=', personId),
        eb.and([eb('c.person_id', '=', personId), eb('k.audience', '=', 'student')]),
      ]),
    )
    .orderBy('k.created_at')
    .execute()
}

/** Removes the words that were said about a person's cases, by whomever: they may hold anything about them. */
async function eraseComments(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('case_comments')
      .set({ text: null })
      .where('text', 'is not', null)
      .where('case_id', 'in', (eb) =>
        eb.selectFrom('recognition_cases').select('id').where('person_id', '=', personId),
      )
      .execute(),
  )
}

/** The lines of a person's cases with what stands on them and why. */
function linesOfPerson(work: Work, personId: string) {
  return work.read
    .selectFrom('case_lines as l')
    .innerJoin('recognition_cases as c', 'c.id', 'l.case_id')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select([
      'c.number',
      't.code',
      't.titles',
      't.credit',
      't.grade',
      't.kind',
      't.evidence',
      'l.verdict',
      'l.home_course_code',
      'l.home_credit',
      'l.recorded_grade',
      'l.change_reason',
      'l.second_reason',
      'l.credit_reason',
    ])
    .where('c.person_id', '=', personId)
    .orderBy('c.created_at')
    .orderBy('l.position')
    .execute()
}
