import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Work } from '#kernel/database'
import type { Fraction, PersonName } from '#kernel/values'
import type { LineReading } from '../rules/second-reading.ts'
import type { Titles } from '../rules/types.ts'
import type { StandingReading } from '../schema-checks.ts'
import { exact } from '../stored.ts'

/** That a typed transcript was typed again, by whom, and what became of what differed. */
export interface CheckSummary {
  id: string
  checkedBy: PersonName
  checkedAt: Date
  /** Null while differences wait. */
  settledBy: PersonName | null
  settledAt: Date | null
  lines: number
  differences: number
}

/** One line as it was typed twice. */
export interface CheckedLine {
  position: number
  first: LineReading
  second: LineReading
  differs: boolean
  stands: StandingReading | null
  reason: string
}

/** A line of a case as far as somebody else who types it again may see it: what it is, and where. */
export interface LineToCheck {
  position: number
  lineId: string
  transcriptLineId: string
  code: string
  titles: Titles
  term: string | null
  /** What was typed first; not shown to whoever types it again. */
  reading: LineReading
}

/** The one check of a transcript that counts, as a row, by itself or as a part of another query. */
export function checkRow(work: Work, transcriptId: string) {
  return work.read
    .selectFrom('transcript_checks as k')
    .innerJoin('persons as checker', 'checker.id', 'k.checked_by')
    .leftJoin('persons as settler', 'settler.id', 'k.settled_by')
    .select(['k.id', 'k.checked_at', 'k.settled_at'])
    .select(['checker.name as checked_by', 'settler.name as settled_by'])
    .select([
      sql<number>`(select count(*)::int from transcript_check_lines l where l.check_id = k.id)`.as(
        'lines',
      ),
      sql<number>`(select count(*)::int from transcript_check_lines l where l.check_id = k.id and l.differs)`.as(
        'differences',
      ),
    ])
    .where('k.transcript_id', '=', transcriptId)
    .where('k.voided_at', 'is', null)
}

/** A check out of its row; its moments are texts where it came as JSON. */
export function readCheck(row: {
  id: string
  checked_by: PersonName
  checked_at: Date | string
  settled_by: PersonName | null
  settled_at: Date | string | null
  lines: number
  differences: number
}): CheckSummary {
  return {
    id: row.id,
    checkedBy: row.checked_by,
    checkedAt: new Date(row.checked_at),
    settledBy: row.settled_by,
    settledAt: row.settled_at === null ? null : new Date(row.settled_at),
    lines: row.lines,
    differences: row.differences,
  }
}

/** The check of a transcript with every line as it was typed twice, or null; one query. */
export async function checkOf(
  work: Work,
  transcriptId: string,
): Promise<{ summary: CheckSummary; lines: CheckedLine[] } | null> {
  const lines = work.read
    .selectFrom('transcript_check_lines as l')
    .select(['l.position', 'l.differs', 'l.stands', 'l.reason'])
    .select(['l.first_grade', 'l.second_grade'])
    .select([
      sql<string | null>`l.first_credit::text`.as('first_credit'),
      sql<string | null>`l.second_credit::text`.as('second_credit'),
    ])
    .where('l.check_id', '=', sql.ref<string>('k.id'))
    .orderBy('l.position')
  const row = await checkRow(work, transcriptId)
    .select(jsonArrayFrom(lines).as('typed'))
    .executeTakeFirst()
  if (!row) return null
  return {
    summary: readCheck(row),
    lines: row.typed.map((each) => ({
      position: each.position,
      first: { credit: exactly(each.first_credit), grade: each.first_grade },
      second: { credit: exactly(each.second_credit), grade: each.second_grade },
      differs: each.differs,
      stands: each.stands,
      reason: each.reason,
    })),
  }
}

/** The lines of a case in the order in which they stand on the original; one query. */
export async function linesToCheck(work: Work, caseId: string): Promise<LineToCheck[]> {
  const rows = await work.read
    .selectFrom('case_lines as l')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['l.id', 'l.position', 't.id as transcript_line_id', 't.code', 't.titles', 't.term'])
    .select(['t.credit', 't.grade'])
    .where('l.case_id', '=', caseId)
    .orderBy('l.position')
    .execute()
  return rows.map((row) => ({
    position: row.position,
    lineId: row.id,
    transcriptLineId: row.transcript_line_id,
    code: row.code,
    titles: row.titles,
    term: row.term,
    reading: { credit: exactly(row.credit), grade: row.grade },
  }))
}

/** How far a transcript is checked: one that was read from a file needs no second person. */
export type CheckState = 'not-typed' | 'unchecked' | 'unsettled' | 'checked'

/** How far the transcript of a case is checked by a second person, and who typed it. */
export async function checkStateOf(
  work: Work,
  transcriptId: string,
): Promise<{ state: CheckState; typedBy: string | null }> {
  const row = await work.read
    .selectFrom('transcripts as t')
    .leftJoin('transcript_checks as k', (join) =>
      join.onRef('k.transcript_id', '=', 't.id').on('k.voided_at', 'is', null),
    )
    .select(['t.format', 't.created_by', 'k.id', 'k.settled_at'])
    .where('t.id', '=', transcriptId)
    .executeTakeFirstOrThrow()
  const typedBy = row.created_by
  if (row.format !== 'hand' || typedBy === null) return { state: 'not-typed', typedBy }
  if (row.id === null) return { state: 'unchecked', typedBy }
  return { state: row.settled_at === null ? 'unsettled' : 'checked', typedBy }
}

/** Open cases of an institution whose typed transcript no second person has checked yet, the oldest first. */
export async function casesWithoutCheck(work: Work, organisationId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('transcripts as t', 't.id', 'c.transcript_id')
    .leftJoin('transcript_checks as k', (join) =>
      join.onRef('k.transcript_id', '=', 't.id').on('k.voided_at', 'is', null),
    )
    .select('c.id')
    .where('c.home_organisation_id', '=', organisationId)
    .where('c.state', '=', 'open')
    .where('t.format', '=', 'hand')
    .where('t.created_by', 'is not', null)
    .where('k.settled_at', 'is', null)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute()
  return rows.map(({ id }) => id)
}

function exactly(text: string | null): Fraction | null {
  return text === null ? null : exact(text)
}
