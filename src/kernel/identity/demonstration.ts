import { refuse, type Refusal, type Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'
import { m } from './messages/index.ts'
import { type StartedSession, startSession } from './sessions.ts'
import type { Device, IdentitySettings } from './settings.ts'

/** Signs in as one of the invented people with one click: only in demonstration mode, only as a person made for it. */
export async function signInAsDemonstrationPerson(
  work: Work,
  settings: Pick<IdentitySettings, 'demonstration'>,
  input: { personId: string; device: Device; replaces?: string | null },
): Promise<StartedSession | Refusal> {
  if (!settings.demonstration) return refuse(404, m('demonstration.off'))
  const person = await work.read
    .selectFrom('persons')
    .select('id')
    .where('id', '=', input.personId)
    .where('demonstration', '=', true)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!person) return refuse(404, m('person.unknown'))
  return startSession(work, {
    personId: person.id,
    method: 'demonstration',
    factors: ['demonstration'],
    device: input.device,
    replaces: input.replaces ?? null,
  })
}

/** The invented people whom the sign-in page offers; none outside demonstration mode. */
export async function demonstrationPersons(
  work: Work,
  settings: Pick<IdentitySettings, 'demonstration'>,
): Promise<{ id: string; name: PersonName }[]> {
  if (!settings.demonstration) return []
  return work.read
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('demonstration', '=', true)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute()
}

/** Whether demonstration mode may run on this database: refused as soon as it holds one real person. Asked at start-up. */
export async function assertDemonstrationAllowed(work: Work): Promise<'allowed' | Refusal> {
  const real = await work.read
    .selectFrom('persons')
    .select('id')
    .where('demonstration', '=', false)
    .limit(1)
    .executeTakeFirst()
  return real ? refuse(409, m('demonstration.real-data')) : 'allowed'
}
