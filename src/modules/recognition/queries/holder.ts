import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly, PersonName } from '#kernel/values'
import { type Holder, type HolderDifference, holderDifferences } from '../holder.ts'

/** A student with what of them is compared with the holder of a document. */
export interface ComparedStudent {
  name: PersonName
  birthDate: DateOnly | null
  differences: HolderDifference[]
}

/**
 * A student compared with the holder whom a document names. Its numbers are looked up among those of the home and the
 * host institution: one that is another person's, and none of the student's, is a difference.
 */
export async function comparedStudent(
  work: Work,
  of: { personId: string; organisationIds: readonly string[] },
  holder: Holder,
): Promise<ComparedStudent> {
  const numbers = numbersOf(holder)
  const row = await work.read
    .selectFrom('persons as p')
    .select(['p.name', 'p.birth_date'])
    .select(isOthers(numbers, of.organisationIds).as('is_others_number'))
    .where('p.id', '=', of.personId)
    .executeTakeFirstOrThrow()
  const student = { name: row.name, birthDate: row.birth_date }
  return {
    ...student,
    differences: holderDifferences(holder, { ...student, isOthersNumber: row.is_others_number }),
  }
}

/** What of a holder may be a student number: what is called so, and the value of each identifier. */
function numbersOf({ number, identifiers = [] }: Holder): string[] {
  const values = identifiers.map((each) => each.split(' ').at(-1) ?? '')
  return [number ?? '', ...values].map((each) => each.trim()).filter((each) => each.length > 2)
}

function isOthers(numbers: readonly string[], organisationIds: readonly string[]) {
  if (numbers.length === 0) return sql<boolean>`false`
  const given = sql`e.student_number = any(${[...numbers]}::text[])`
  return sql<boolean>`exists (select from enrolments e
      where ${given} and e.person_id <> p.id and e.organisation_id = any(${[...organisationIds]}::uuid[]))
    and not exists (select from enrolments e where ${given} and e.person_id = p.id)`
}
