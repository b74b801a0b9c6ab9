import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { enqueue } from '#kernel/jobs'
import type { Language } from '#kernel/values'
import { statementArchiveJob } from '../jobs.ts'
import { m } from '../messages/index.ts'
import type { ArchiveFilter } from '../queries/archives.ts'

/** More statements than this are packed in several archives. */
export const mostStatements = 2000
/** Which statements, in which languages, named for a reader of which. */
export interface PackStatements {
  filter: ArchiveFilter
  languages: readonly [Language, Language]
  namedIn: Language
  origin: string
}

/** Packs the statements of decided cases that the actor may read into one archive, in the background. */
export async function packStatements(
  work: Work,
  input: PackStatements,
): Promise<{ archiveId: string } | Refusal> {
  const creator = personOf(work.actor)
  if (creator === null) return refuse(404, m('refusal.no-case'))
  const caseIds = await chosenCases(work, input.filter)
  if (caseIds.length === 0) return refuse(422, m('archive.refusal.none'))
  if (caseIds.length > mostStatements) {
    return refuse(422, m('archive.refusal.too-many', { limit: mostStatements }))
  }
  const id = randomUUIDv7()
  const [first, second] = input.languages
  await work.writeUnchronicled(async (tx) => {
    await tx
      .insertInto('statement_archives')
      .values({
        id,
        origin: input.origin,
        created_by: creator,
        home_organisation_id: input.filter.homeOrganisationId,
        filter: JSON.stringify(input.filter),
        first_language: first,
        second_language: second,
        named_in: input.namedIn,
        statements: caseIds.length,
        file_id: null,
        created_at: work.now,
        finished_at: null,
      })
      .execute()
    for (let start = 0; start < caseIds.length; start += 500) {
      await tx
        .insertInto('statement_archive_cases')
        .values(
          caseIds.slice(start, start + 500).map((caseId, place) => ({
            archive_id: id,
            position: start + place,
            case_id: caseId,
          })),
        )
        .execute()
    }
  })
  await enqueue(work, statementArchiveJob, { archiveId: id })
  return { archiveId: id }
}

async function chosenCases(work: Work, filter: ArchiveFilter): Promise<string[]> {
  const decidedOn = sql<string>`(recognition_cases.decided_at at time zone home.time_zone)::date`
  const rows = await work.read
    .selectFrom('recognition_cases')
    .innerJoin('organisations as home', 'home.id', 'recognition_cases.home_organisation_id')
    .innerJoin('enrolments as e', 'e.id', 'recognition_cases.enrolment_id')
    .select('recognition_cases.id')
    .where(work.scope('recognition.statement.read', 'recognition_cases'))
    .where('recognition_cases.home_organisation_id', '=', filter.homeOrganisationId)
    .where((eb) =>
      eb.or([
        eb('recognition_cases.released_at', 'is', null),
        eb('recognition_cases.released_at', '<=', work.now),
      ]),
    )
    .$if(filter.hostOrganisationId !== null, (query) =>
      query.where('recognition_cases.host_organisation_id', '=', filter.hostOrganisationId!),
    )
    .$if(filter.degreeProgrammeId !== null, (query) =>
      query.where('recognition_cases.degree_programme_id', '=', filter.degreeProgrammeId!),
    )
    .$if(filter.intakeYear !== null, (query) =>
      query.where('e.intake_year', '=', filter.intakeYear!),
    )
    .$if(filter.from !== null, (query) =>
      query.where(decidedOn, '>=', sql<string>`${filter.from}::date`),
    )
    .$if(filter.to !== null, (query) =>
      query.where(decidedOn, '<=', sql<string>`${filter.to}::date`),
    )
    .orderBy('recognition_cases.number')
    .orderBy('recognition_cases.id')
    .limit(mostStatements + 1)
    .execute()
  return rows.map((row) => row.id)
}
