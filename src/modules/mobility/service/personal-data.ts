import { sql } from 'kysely'
import { type PersonalData, renamePerson, renamePersonOnce, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** What mobility tells of what it holds of a person. */
export const mobilityData: PersonalData = {
  part: m('stays.title'),
  async holds(work, personId) {
    const { stays, agreements, events, answers, contacts, acts } = await exportMobilityOf(
      work,
      personId,
    )
    return [
      { what: m('held.stays'), count: stays.length, stays: m('held.stays-stay') },
      { what: m('held.agreements'), count: agreements.length, stays: m('held.stays-stay') },
      { what: m('held.events'), count: events.length, stays: m('held.stays-stay') },
      { what: m('held.answers'), count: answers.length, stays: null },
      { what: m('held.contacts'), count: contacts.length, stays: null },
      { what: m('held.acts'), count: acts.length, stays: m('held.acts-stay') },
    ]
  },
  async hinders(work, personId) {
    const row = await work.read
      .selectFrom('mobilities')
      .select('id')
      .where('person_id', '=', personId)
      .where('state', 'in', ['pending', 'approved', 'live', 'returned'])
      .executeTakeFirst()
    return row ? [m('held.open-stay')] : []
  },
}

/** A contact is a person's by the address: others are offices, or people whom this house does not know. */
function isAddressOf(personId: string) {
  return sql<boolean>`lower(email) in (
    select lower(e.address) from person_emails e where e.person_id = ${personId})`
}

/** Everything that mobility holds of a person: their stays, where they are a contact, and what they did for others' stays. */
export async function exportMobilityOf(work: Work, personId: string) {
  const stays = await work.read
    .selectFrom('mobilities')
    .select(['id', 'sending_organisation_id', 'receiving_organisation_id', 'kind', 'state'])
    .select(['sending_year', 'sending_term', 'starts_on', 'ends_on', 'field', 'level'])
    .select(['nominated_at', 'answered_at', 'answer_note', 'cancelled_at', 'cancel_reason'])
    .select(['arrived_on', 'departed_on'])
    .where('person_id', '=', personId)
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  const agreements = await work.read
    .selectFrom('learning_agreements as a')
    .innerJoin('mobilities as x', 'x.id', 'a.mobility_id')
    .leftJoin('learning_agreement_versions as v', 'v.mobility_id', 'a.mobility_id')
    .select(['a.mobility_id', 'a.draft', 'a.state', 'a.agreed_version', 'a.agreed_on'])
    .select(['v.number', 'v.text', 'v.sent_at'])
    .where('x.person_id', '=', personId)
    .orderBy('a.mobility_id')
    .orderBy('v.number')
    .execute()
  const contacts = await work.read
    .selectFrom('mobility_contacts')
    .select(['sending_organisation_id', 'receiving_organisation_id', 'name', 'email'])
    .where(isAddressOf(personId))
    .orderBy('sending_organisation_id')
    .execute()
  const events = await work.read
    .selectFrom('mobility_events as v')
    .innerJoin('mobilities as x', 'x.id', 'v.mobility_id')
    .select(['v.mobility_id', 'v.kind', 'v.on_day', 'v.recorded_at'])
    .where('x.person_id', '=', personId)
    .where('v.kind', '<>', 'incident')
    .orderBy('v.recorded_at')
    .execute()
  const answers = await work.read
    .selectFrom('safety_answers')
    .select(['check_id', 'mobility_id', 'answer', 'note', 'answered_at'])
    .where('person_id', '=', personId)
    .orderBy('check_id')
    .execute()
  const { rows: acts } = await sql<{ act: string; mobility_id: string; at: Date }>`
    select 'nominated' as act, id as mobility_id, nominated_at as at from mobilities where nominated_by = ${personId}
    union all
    select 'answered', id, answered_at from mobilities where answered_by = ${personId}
    union all
    select 'cancelled', id, cancelled_at from mobilities
      where cancelled_by = ${personId} and person_id <> ${personId}
    union all
    select 'recorded', mobility_id, recorded_at from mobility_events where recorded_by = ${personId}
    union all
    select 'sent', mobility_id, sent_at from learning_agreement_versions where sent_by = ${personId}
    order by at`.execute(work.read as never)
  return { stays, agreements, events, answers, contacts, acts }
}

/** Takes out what was written in words, and the contacts. That somebody was there stays: seats and credit rest on it. */
export async function eraseMobilityOf(work: Work, personId: string): Promise<{ kept: Message[] }> {
  const { stays, acts } = await exportMobilityOf(work, personId)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('mobilities')
      .set({
        remark: '',
        cancel_reason: '',
        answer_note: sql<string>`case when state = 'rejected' then '–' else '' end`,
      })
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('mobility_events')
      .set({ note: sql<string>`case when kind = 'incident' then '–' else '' end` })
      .where(
        'mobility_id',
        'in',
        tx.selectFrom('mobilities').select('id').where('person_id', '=', personId),
      )
      .execute()
    await tx.deleteFrom('safety_answers').where('person_id', '=', personId).execute()
    await tx.deleteFrom('mobility_contacts').where(isAddressOf(personId)).execute()
  })
  return {
    kept: [
      ...(stays.length > 0 ? [m('held.stays-stay')] : []),
      ...(acts.length > 0 ? [m('held.acts-stay')] : []),
    ],
  }
}

/** Moves stays, and what was done for others', to the one who stays. */
export async function mergeMobilityOf(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await renamePersonOnce(
      tx,
      'safety_answers',
      { person: 'person_id', of: 'check_id' },
      from,
      into,
    )
    await renamePerson(
      tx,
      {
        safety_checks: ['asked_by'],
        mobility_events: ['recorded_by'],
        mobilities: ['person_id', 'nominated_by', 'answered_by', 'cancelled_by'],
      },
      from,
      into,
    )
  })
}
