import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { LocalText, PersonName } from '#kernel/values'
import { holderDifferences } from '../../holder.ts'
import { keyOf } from '../home-course.ts'
import type { QueueFacts } from './queues.ts'

/** An open case of which rules and precedents have settled every line, and no person any. */
export interface ReadyCase {
  id: string
  number: string
  /** What its evaluation was made of: a decision must name it. */
  basis: string
  personId: string
  student: PersonName
  hostNames: LocalText
  programmeNames: LocalText
  credit: string | null
}

/** So many are decided together at most: what nobody reads is not decided. */
export const mostTogether = 50

/**
 * The cases that the actor may decide and of which nothing waits for a person, the most urgent first; of one queue where
 * one is named. Whatever the page of a case would warn of is decided there alone: a person's word on a line, something
 * that was asked for, another holder's name, a transcript that the student brought in or that one person alone typed, an
 * original said to be false, a home course that was recognised meanwhile, a decision that is looked at again. One query.
 */
export async function readyCases(work: Work, queue: QueueFacts | null): Promise<ReadyCase[]> {
  const rows = await work.read
    .selectFrom('recognition_cases')
    .innerJoin('transcripts as t', 't.id', 'recognition_cases.transcript_id')
    .innerJoin('persons as p', 'p.id', 'recognition_cases.person_id')
    .innerJoin('organisations as h', 'h.id', 'recognition_cases.host_organisation_id')
    .innerJoin('degree_programmes as g', 'g.id', 'recognition_cases.degree_programme_id')
    .select(['recognition_cases.id', 'recognition_cases.number', 'recognition_cases.person_id'])
    .select(['recognition_cases.input_hash', 'recognition_cases.recognised_credit', 'p.name'])
    .select(['h.names as host_names', 'g.names as programme_names', 't.holder', 'p.birth_date'])
    .where(work.scope('recognition.case.decide', 'recognition_cases'))
    .where('recognition_cases.state', '=', 'open')
    .where('recognition_cases.lines_open', '=', 0)
    .where('recognition_cases.input_hash', 'is not', null)
    .where(sql<boolean>`t.created_by is distinct from recognition_cases.person_id`)
    .where(isUntouched)
    .$if(queue !== null, (query) =>
      query
        .where('recognition_cases.home_organisation_id', '=', queue!.organisation_id)
        .where('recognition_cases.unit_id', 'is not distinct from', queue!.unit_id),
    )
    .orderBy('recognition_cases.due_on')
    .orderBy('recognition_cases.created_at')
    .orderBy('recognition_cases.id')
    .limit(mostTogether)
    .execute()
  const isHolder = ({ holder, name, birth_date: birthDate }: (typeof rows)[number]) =>
    holderDifferences(holder, { name, birthDate }).length === 0
  return rows.filter(isHolder).map((row) => ({
    id: row.id,
    number: row.number,
    basis: row.input_hash!,
    personId: row.person_id,
    student: row.name,
    hostNames: row.host_names,
    programmeNames: row.programme_names,
    credit: row.recognised_credit,
  }))
}

/** That no person has put their word on a line, nothing is asked of anybody, and nothing was found false. */
const isUntouched = sql<boolean>`
  recognition_cases.revision = 1
  and (t.format <> 'hand' or exists (
    select from transcript_checks k where k.transcript_id = t.id and k.voided_at is null and k.settled_at is not null
  ))
  and not exists (
    select from case_lines l where l.case_id = recognition_cases.id and l.changed_by is not null
  )
  and not exists (
    select from evidence_requests r where r.case_id = recognition_cases.id and r.state in ('open', 'answered')
  )
  and not exists (
    select from line_referrals f where f.case_id = recognition_cases.id and f.state = 'open'
  )
  and not exists (
    select from authenticity_records a
    where a.transcript_id = recognition_cases.transcript_id and a.outcome = 'not-genuine'
      and not exists (select from authenticity_records back where back.takes_back_id = a.id)
  )
  and not exists (
    select from case_home_courses h
      join recognition_cases d on d.enrolment_id = recognition_cases.enrolment_id
        and d.state = 'decided' and d.id <> recognition_cases.id
      join case_home_courses taken on taken.case_id = d.id
        and ${keyOf('taken.course_code')} = ${keyOf('h.course_code')}
    where h.case_id = recognition_cases.id
  )
`

/** What a case is called, for whoever may read it; null for anybody else. */
export async function numberOfCase(work: Work, caseId: string): Promise<string | null> {
  const row = await work.read
    .selectFrom('recognition_cases')
    .select('number')
    .where('id', '=', caseId)
    .where(work.scope('recognition.case.read', 'recognition_cases'))
    .executeTakeFirst()
  return row?.number ?? null
}
