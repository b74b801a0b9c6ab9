import { isRefused, type Refusal, type Work } from '#kernel/database'
import { invite, personsById } from '#kernel/identity'
import { m } from '../messages/index.ts'
import { welcomeInvitation } from '../queries/invitations.ts'
import { peopleOf } from '../queries/people.ts'
import type { AllianceSettings } from '../settings.ts'
import { absent, faulty } from './refusals.ts'

/** The most that one form invites: each gets a mail. */
const mostAtOnce = 500

/**
 * Invites people whom the organisation has entered to sign in, in their own language. Whoever can sign in already, has no
 * address or is invited is passed over. Gives back how many were invited.
 */
export async function welcomePeople(
  work: Work,
  settings: AllianceSettings,
  organisationId: string,
  personIds: readonly string[],
): Promise<{ invited: number } | Refusal> {
  const facts = { organisation_id: organisationId }
  if (!work.may('alliance.person.invite', facts)) return absent()
  if (personIds.length === 0) return faulty('keys', 'fault.nothing-chosen')
  const organisation = await work.read
    .selectFrom('organisations')
    .select('names')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!organisation) return absent()
  const { rows } = await peopleOf(work, organisationId, {
    access: 'none',
    when: 'all',
    chosen: { of: 'persons', ids: personIds.slice(0, mostAtOnce) },
    page: 1,
    perPage: mostAtOnce,
  })
  const persons = await personsById(
    work,
    rows.map(({ id }) => id),
  )
  const { names } = organisation
  for (const { id, email } of rows) {
    const language = persons.get(id)?.preferredLanguage ?? work.language
    const args = { organisation: names[language] ?? names.en ?? Object.values(names)[0] ?? '' }
    const invited = await invite(work, settings.identity, {
      email: email ?? '',
      kind: welcomeInvitation,
      payload: { organisationId, names },
      language,
      subject: m('invitation.welcome.subject', args),
      text: m('invitation.welcome.text', args),
      organisationIds: [organisationId],
    })
    if (isRefused(invited)) return invited
  }
  return { invited: rows.length }
}
