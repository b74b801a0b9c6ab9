import type { Work } from '#kernel/database'
import { nameOrder } from '#kernel/identity'
import type { DateOnly, PersonName } from '#kernel/values'

/** A person who acts for the alliance as a whole. */
export interface SecretariatMember {
  /** The appointment's. */
  id: string
  personId: string
  name: PersonName
  email: string | null
  startsOn: DateOnly
  endsOn: DateOnly | null
  appointedBy: PersonName | null
}

const appointing = { role: 'secretariat', organisation_id: null, person_id: null }

/** Who acts and who acted for the alliance as a whole, present ones first; one query. */
export async function secretariatMembers(work: Work): Promise<SecretariatMember[]> {
  if (!work.may('alliance.appointment.make', appointing)) return []
  const rows = await work.read
    .selectFrom('appointments as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.is_primary', '=', true),
    )
    .leftJoin('persons as by', 'by.id', 'a.appointed_by')
    .select([
      'a.id',
      'a.person_id',
      'a.starts_on',
      'a.ends_on',
      'p.name',
      'e.address',
      'by.name as appointed_by',
    ])
    .where('a.role', '=', 'secretariat')
    .where('p.state', '=', 'active')
    .orderBy('a.ends_on', (order) => order.desc().nullsFirst())
    .orderBy(nameOrder(work.language))
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.name,
    email: row.address,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    appointedBy: row.appointed_by,
  }))
}

/** Whether a person alone acts for the alliance now: without them nobody could appoint anybody to it. */
export async function isLastOfSecretariat(work: Work, personId: string): Promise<boolean> {
  const today = work.now.toISOString().slice(0, 10)
  const acting = await work.read
    .selectFrom('appointments as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select('a.person_id')
    .distinct()
    .where('a.role', '=', 'secretariat')
    .where('p.state', '=', 'active')
    .where('a.starts_on', '<=', today)
    .where((eb) => eb.or([eb('a.ends_on', 'is', null), eb('a.ends_on', '>=', today)]))
    .limit(2)
    .execute()
  return acting.length === 1 && acting[0]!.person_id === personId
}
