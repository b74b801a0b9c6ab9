import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'

/** The host institutions of the cases that the actor may list: the choices of the filter. */
export async function hostsOfCases(work: Work): Promise<{ id: string; names: LocalText }[]> {
  return work.read
    .selectFrom('organisations as o')
    .select(['o.id', 'o.names'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('recognition_cases')
          .select('recognition_cases.id')
          .whereRef('recognition_cases.host_organisation_id', '=', 'o.id')
          .where(work.scope('recognition.case.list', 'recognition_cases')),
      ),
    )
    .orderBy('o.id')
    .execute()
}

/** The units that evaluate cases which the actor may list: the choices of the filter. */
export async function unitsOfCases(work: Work): Promise<{ id: string; names: LocalText }[]> {
  return work.read
    .selectFrom('units as u')
    .select(['u.id', 'u.names'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('recognition_cases')
          .select('recognition_cases.id')
          .whereRef('recognition_cases.unit_id', '=', 'u.id')
          .where(work.scope('recognition.case.list', 'recognition_cases')),
      ),
    )
    .orderBy('u.id')
    .execute()
}
