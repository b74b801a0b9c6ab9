import { subscribe, type Subscription } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import { indexDocuments, removeDocument, type SearchDocument } from '#kernel/search'
import { languages, type LocalText, type PersonName } from '#kernel/values'
import {
  appointmentEnded,
  enrolmentEnded,
  initiativeAdded,
  initiativeChanged,
  organisationAdded,
  organisationChanged,
  personAppointed,
  personEnrolled,
  programmeAdded,
  programmeChanged,
} from '../entries.ts'

/** Who finds a person: the offices of the organisation, those who advise there, and the person. */
const staffRoles = ['administrator', 'coordinator', 'registrar', 'evaluator', 'academic-mentor']

/** What is searched follows what happened: names of organisations, programmes and initiatives for all, of people for their offices. */
export const searchHandlers: readonly Subscription[] = [
  subscribe({
    name: 'alliance.search-public',
    types: [
      organisationAdded.type,
      organisationChanged.type,
      programmeAdded.type,
      programmeChanged.type,
      initiativeAdded.type,
      initiativeChanged.type,
    ],
    from: 'beginning',
    handle: (work, entry) => indexPublic(work, entry.objectKind, entry.objectId),
  }),
  subscribe({
    name: 'alliance.search-people',
    types: [
      personAppointed.type,
      appointmentEnded.type,
      personEnrolled.type,
      enrolmentEnded.type,
      'identity.person-changed',
      'identity.persons-merged',
      'identity.person-erased',
    ],
    from: 'beginning',
    handle: async (work, entry) => {
      if (entry.personId === null) return
      const former = entry.data['from']
      await indexPerson(work, entry.personId, typeof former === 'string' ? former : null)
    },
  }),
]

async function indexPublic(work: Work, kind: string, id: string): Promise<void> {
  const table = {
    organisation: 'organisations',
    'alliance-programme': 'alliance_programmes',
    initiative: 'initiatives',
  } as const
  const from = table[kind as keyof typeof table]
  if (from === undefined) return
  const row = await work.read
    .selectFrom(from)
    .select(['names', 'summary'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return
  const codes =
    from === 'organisations'
      ? await work.read
          .selectFrom(from)
          .select(['acronym as code', 'ror as other'])
          .where('id', '=', id)
          .executeTakeFirst()
      : from === 'alliance_programmes'
        ? await work.read
            .selectFrom(from)
            .select(['code', 'code as other'])
            .where('id', '=', id)
            .executeTakeFirst()
        : undefined
  const path = {
    organisations: 'members',
    alliance_programmes: 'programmes',
    initiatives: 'initiatives',
  }[from]
  const document: SearchDocument = {
    kind,
    objectId: id,
    visibility: { to: 'public' },
    title: row.names,
    names: [codes?.code, codes?.other].filter((name) => name !== null && name !== undefined),
    text: Object.values(row.summary).join(' '),
    href: `/${path}/${id}`,
  }
  await work.writeUnchronicled((tx) => indexDocuments(tx, [document]))
}

/** One document for each organisation that knows the person, so that each finds its own page of them. */
async function indexPerson(work: Work, personId: string, former: string | null): Promise<void> {
  const rows = await work.read
    .selectFrom('persons as p')
    .leftJoin('person_emails as m', (join) =>
      join.onRef('m.person_id', '=', 'p.id').on('m.is_primary', '=', true),
    )
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('appointments')
          .select(['person_id', 'organisation_id'])
          .where('organisation_id', 'is not', null)
          .union(eb.selectFrom('enrolments').select(['person_id', 'organisation_id']))
          .as('known'),
      (join) => join.onRef('known.person_id', '=', 'p.id'),
    )
    .innerJoin('organisations as o', 'o.id', 'known.organisation_id')
    .select(['p.name', 'p.state', 'm.address', 'o.id as organisation_id', 'o.names'])
    .where('p.id', '=', personId)
    .execute()
  const enrolments = await work.read
    .selectFrom('enrolments')
    .select(['organisation_id', 'student_number', 'degree_programme_id'])
    .where('person_id', '=', personId)
    .execute()
  await work.writeUnchronicled(async (tx) => {
    for (const { organisation_id } of rows) {
      if (former) await removeDocument(tx, 'person', `${former}@${organisation_id}`)
      await removeDocument(tx, 'person', `${personId}@${organisation_id}`)
    }
    const active = rows.filter((row) => row.state === 'active')
    await indexDocuments(
      tx,
      active.map((row) => ({
        kind: 'person',
        objectId: `${personId}@${row.organisation_id}`,
        visibility: {
          to: 'organisations',
          organisationIds: [row.organisation_id],
          roles: staffRoles,
          programmeIds: [
            ...new Set(
              enrolments
                .filter((each) => each.organisation_id === row.organisation_id)
                .map((each) => each.degree_programme_id),
            ),
          ],
          personIds: [personId],
        },
        title: titleOf(row.name),
        subtitle: row.names,
        names: [
          row.name.romanised,
          ...(row.address ? [row.address] : []),
          ...enrolments
            .filter((each) => each.organisation_id === row.organisation_id)
            .map((each) => each.student_number),
        ].filter(Boolean),
        href: `/organisations/${row.organisation_id}/people/${personId}`,
      })),
    )
  })
}

/** The name in its own script where a language reads it, and romanised elsewhere. */
function titleOf(name: PersonName): LocalText {
  const romanised = name.romanised || name.native || ''
  const native = name.native ?? romanised
  const script = /\p{Script=Thai}/u.test(native)
    ? 'th'
    : /\p{Script=Hangul}/u.test(native)
      ? 'ko'
      : /\p{Script=Han}/u.test(native)
        ? 'zh-Hans'
        : 'en'
  return Object.fromEntries(
    languages.map((language) => [language, language === script ? native : romanised]),
  )
}
