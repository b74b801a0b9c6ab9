import { sql } from 'kysely'
import { type HeldFile, type PersonalData, renamePerson, type Work } from '#kernel/database'
import { removeFile } from '#kernel/files'
import { provedAddressesOf } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { anyPaper } from '../queries/preparations.ts'
import { transcriptFiles } from './transcript.ts'
import { eraseVisitsOf, exportVisitsOf, mergeVisitsOf } from './visit-data.ts'

/** What mobility tells of what it holds of a person. */
export const mobilityData: PersonalData = {
  part: m('stays.title'),
  async holds(work, personId) {
    const all = await exportMobilityOf(work, personId)
    const { stays, agreements, events, preparations, contacts, acts, visits } = all
    const held = await ownedFiles(work, personId)
    const transcripts = held.filter(({ ownerKind }) => ownerKind === transcriptFiles).length
    return [
      { what: m('held.stays'), count: stays.length, stays: m('held.stays-stay') },
      { what: m('held.agreements'), count: agreements.length, stays: m('held.stays-stay') },
      { what: m('held.events'), count: events.length, stays: m('held.stays-stay') },
      { what: m('held.visits'), count: visits.length, stays: m('held.visits-stay') },
      { what: m('held.transcripts'), count: transcripts, stays: null },
      { what: m('held.papers'), count: held.length - transcripts, stays: null },
      { what: m('held.preparations'), count: preparations.length, stays: null },
      { what: m('held.contacts'), count: contacts.length, stays: null },
      { what: m('held.acts'), count: acts.length, stays: m('held.acts-stay') },
    ]
  },
  files: filesOfPerson,
  async hinders(work, personId) {
    const row = await work.read
      .selectFrom('mobilities')
      .select('id')
      .where('person_id', '=', personId)
      .where('state', 'in', ['pending', 'approved', 'live', 'returned'])
      // Of what was over before it was written down nobody has anything left to do.
      .where('imported_at', 'is', null)
      .executeTakeFirst()
    return row ? [m('held.open-stay')] : []
  },
}

/** The transcripts that came for a person's stays, and the papers that they handed in. */
async function filesOfPerson(work: Work, personId: string): Promise<HeldFile[]> {
  return (await ownedFiles(work, personId)).map(({ ownerKind: _kind, ...file }) => file)
}

async function ownedFiles(work: Work, personId: string) {
  const rows = await work.read
    .selectFrom('files')
    .select(['id', 'name', 'sha256', 'size_bytes', 'owner_kind as ownerKind'])
    .where((eb) =>
      eb.or([eb('owner_kind', '=', transcriptFiles), eb('owner_kind', 'like', `${anyPaper}%`)]),
    )
    .where(
      sql<boolean>`owner_id in (select id::text from mobilities where person_id = ${personId})`,
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, sha256, size_bytes: size, ownerKind }) => ({
    ownerKind,
    fileId: id,
    name,
    sha256,
    sizeBytes: Number(size),
  }))
}

/** A contact is a person's by an address that they have proved: others are offices, or people whom this house does not know. */
function isAddressOf(personId: string) {
  return sql<boolean>`lower(email) in ${provedAddressesOf(personId)}`
}

/** Everything that mobility holds of a person: their stays, where they are a contact, and what they did for others' stays. */
export async function exportMobilityOf(work: Work, personId: string) {
  const stays = await work.read
    .selectFrom('mobilities')
    .select(['id', 'sending_organisation_id', 'receiving_organisation_id', 'kind', 'state'])
    .select(['sending_year', 'sending_term', 'starts_on', 'ends_on', 'field', 'level'])
    .select(['nominated_at', 'answered_at', 'answer_note', 'cancelled_at', 'cancel_reason'])
    .select(['arrived_on', 'departed_on'])
    .select((eb) =>
      eb
        .selectFrom('mobility_selected as x')
        .select('x.wish')
        .whereRef('x.mobility_id', '=', 'mobilities.id')
        .as('selected_wish'),
    )
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
  const preparations = await work.read
    .selectFrom('mobility_preparations as v')
    .innerJoin('mobilities as x', 'x.id', 'v.mobility_id')
    .select(['v.mobility_id', 'v.item', 'v.name', 'v.phone', 'v.detail', 'v.valid_until'])
    .where('x.person_id', '=', personId)
    .orderBy('v.mobility_id')
    .orderBy('v.item')
    .execute()
  const acts = await actsOf(work, personId)
  const { visits, acts: visitActs } = await exportVisitsOf(work, personId)
  const allActs = [...acts, ...visitActs]
  return { stays, agreements, events, preparations, contacts, acts: allActs, visits }
}

/** What a person did for the stays of others. */
async function actsOf(work: Work, personId: string) {
  const { rows } = await sql<{ act: string; mobility_id: string; at: Date }>`
    select 'nominated' as act, id as mobility_id, nominated_at as at from mobilities where nominated_by = ${personId}
    union all
    select 'imported', id, imported_at from mobilities where imported_by = ${personId}
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
  return rows
}

/** Takes out what was written in words, the transcripts as they came, and the contacts. That somebody was there stays: seats and credit rest on it. */
export async function eraseMobilityOf(work: Work, personId: string): Promise<{ kept: Message[] }> {
  const { stays, acts, visits } = await exportMobilityOf(work, personId)
  await eraseVisitsOf(work, personId)
  const files = await filesOfPerson(work, personId)
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
    await tx
      .deleteFrom('mobility_preparations')
      .where(
        'mobility_id',
        'in',
        tx.selectFrom('mobilities').select('id').where('person_id', '=', personId),
      )
      .execute()
    await tx.deleteFrom('mobility_contacts').where(isAddressOf(personId)).execute()
  })
  for (const { fileId } of files) await removeFile(work, fileId)
  return {
    kept: [
      ...(stays.length > 0 ? [m('held.stays-stay')] : []),
      ...(visits.length > 0 ? [m('held.visits-stay')] : []),
      ...(acts.length > 0 ? [m('held.acts-stay')] : []),
    ],
  }
}

/** Moves stays, and what was done for others', to the one who stays. */
export async function mergeMobilityOf(work: Work, from: string, into: string): Promise<void> {
  await mergeVisitsOf(work, from, into)
  await work.writeUnchronicled(async (tx) => {
    await renamePerson(
      tx,
      {
        mobility_events: ['recorded_by'],
        mobilities: ['person_id', 'nominated_by', 'answered_by', 'cancelled_by', 'imported_by'],
      },
      from,
      into,
    )
  })
}
