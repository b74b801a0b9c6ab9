// What commands are told by name or number, as rows.
import type { Work } from '#kernel/database'
import { isUuid } from '#kernel/values'

/** The organisations that an id, a ROR identifier or an acronym names. */
export function organisationsCalled(work: Work, called: string): Promise<{ id: string }[]> {
  const ror = /^(?:https?:\/\/ror\.org\/)?(0[a-z0-9]{8})$/i.exec(called)?.[1]
  return work.read
    .selectFrom('organisations')
    .select(['id'])
    .where((eb) =>
      eb.or([
        ...(isUuid(called) ? [eb('id', '=', called)] : []),
        ...(ror ? [eb('ror', 'like', `%${ror.toLowerCase()}`)] : []),
        eb(eb.fn<string>('lower', ['acronym']), '=', called.toLowerCase()),
      ]),
    )
    .execute()
}

/** The enrolments that an id or a student number names. */
export async function enrolmentsCalled(work: Work, called: string): Promise<{ id: string }[]> {
  return work.read
    .selectFrom('enrolments')
    .select('id')
    .where(isUuid(called) ? 'id' : 'student_number', '=', called)
    .execute()
}

/** The organisations that an id, an acronym or a name in any language names. */
export async function hostsCalled(work: Work, called: string): Promise<{ id: string }[]> {
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'acronym', 'names'])
    .execute()
  const wanted = called.trim().toLowerCase()
  return rows.filter(({ id, acronym, names }) =>
    [id, acronym, ...Object.values(names)].some((name) => name?.toLowerCase() === wanted),
  )
}

/** The open cases that the actor may list, the oldest first. */
export function openCases(work: Work): Promise<{ id: string; number: string }[]> {
  return casesInReach(work).where('recognition_cases.state', '=', 'open').execute()
}

/** The open cases that the actor may list of which the transcript was typed by hand, the oldest first. */
export function typedCases(work: Work): Promise<{ id: string; number: string }[]> {
  return casesInReach(work)
    .innerJoin('transcripts as t', 't.id', 'recognition_cases.transcript_id')
    .where('recognition_cases.state', '=', 'open')
    .where('t.format', '=', 'hand')
    .execute()
}

/** The cases that an id or a number names, of those that the actor may list. */
export function casesCalled(work: Work, called: string): Promise<{ id: string; number: string }[]> {
  return casesInReach(work)
    .where(isUuid(called) ? 'recognition_cases.id' : 'recognition_cases.number', '=', called)
    .execute()
}

function casesInReach(work: Work) {
  return work.read
    .selectFrom('recognition_cases')
    .select(['recognition_cases.id', 'recognition_cases.number'])
    .where(work.scope('recognition.case.list', 'recognition_cases'))
    .orderBy('recognition_cases.created_at')
    .orderBy('recognition_cases.id')
}

/** What a command says of a case: its number, credit and counts. */
export async function summaryOf(work: Work, caseId: string) {
  const row = await work.read
    .selectFrom('recognition_cases')
    .select(['number', 'recognised_credit', 'lines_recognised', 'lines_refused', 'lines_open'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row
    ? {
        number: row.number,
        credit: row.recognised_credit ?? '0',
        recognised: row.lines_recognised,
        refused: row.lines_refused,
        open: row.lines_open,
      }
    : null
}
