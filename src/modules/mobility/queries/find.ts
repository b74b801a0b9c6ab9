import type { Work } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'
import { officesOf } from './choices.ts'

/** A stay as a search or a filed mail names it. */
export interface FoundStay {
  id: string
  receiving: LocalText
  startsOn: DateOnly
  endsOn: DateOnly
}

function found(work: Work) {
  return work.read
    .selectFrom('mobilities')
    .innerJoin('enrolments as e', 'e.id', 'mobilities.enrolment_id')
    .innerJoin('organisations as r', 'r.id', 'mobilities.receiving_organisation_id')
    .select(['mobilities.id', 'r.names as receiving'])
    .select(['mobilities.starts_on as startsOn', 'mobilities.ends_on as endsOn'])
    .where(work.scope('mobility.stay.list', 'mobilities'))
    .orderBy('mobilities.starts_on', 'desc')
    .orderBy('mobilities.id')
    .limit(50)
}

/** The stays of the student with a number of the actor's own institutions, as far as they may list them; one query. */
export function staysOfNumber(work: Work, number: string): Promise<FoundStay[]> {
  const own = officesOf(work)
  if (number === '' || own.length === 0) return Promise.resolve([])
  return found(work)
    .where('e.organisation_id', 'in', own)
    .where('e.student_number', '=', number)
    .execute()
}

/** Stays by their ids, as far as the actor may list them; one query. */
export function visibleStays(work: Work, ids: readonly string[]): Promise<FoundStay[]> {
  if (ids.length === 0) return Promise.resolve([])
  return found(work)
    .where('mobilities.id', 'in', [...ids])
    .execute()
}
