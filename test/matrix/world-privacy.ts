import type { Database } from '#kernel/database'
import { idOf, insert } from './rows.ts'
import { places, subjects } from './viewers.ts'

/** What people have asked about their data. */
export const privacyThings = {
  requests: { home: idOf(20, 1), other: idOf(20, 2), alliance: idOf(20, 3) },
  copy: idOf(20, 4),
  clauses: { home: idOf(20, 7), other: idOf(20, 8) },
  breaches: { home: idOf(20, 9), other: idOf(20, 10) },
  transfers: { home: idOf(20, 5), other: idOf(20, 6) },
} as const

/** What three people ask about their data, and a copy that was asked for on behalf of one. */
export async function insertRequests(database: Database, now: Date): Promise<void> {
  const asked = [
    [privacyThings.requests.home, places.home, subjects.student],
    [privacyThings.requests.other, places.other, subjects.studentElsewhere],
    [privacyThings.requests.alliance, null, subjects.studentOfWrong],
  ] as const
  await insert(
    database,
    'data_requests',
    asked.map(([id, organisation_id, person_id]) => ({
      id,
      person_id,
      organisation_id,
      kind: 'objection',
      asked_by: person_id,
      words: 'no',
      asked_at: now,
      due_on: '2026-12-22',
    })),
  )
  await insert(
    database,
    'transfer_clauses',
    [
      [privacyThings.clauses.home, places.home],
      [privacyThings.clauses.other, places.other],
    ].map(([id, exporter]) => ({
      id,
      origin: 'test',
      exporter_organisation_id: exporter,
      recipient_organisation_id: places.host,
      kind: 'agreement',
      signed_on: '2026-01-01',
      reference: 'x',
      entered_at: now,
    })),
  )
  await insert(
    database,
    'privacy_breaches',
    [
      [privacyThings.breaches.home, places.home],
      [privacyThings.breaches.other, places.other],
    ].map(([id, organisation]) => ({
      id,
      origin: 'test',
      organisation_id: organisation,
      title: 'x',
      words: 'x',
      known_at: now,
      countries: ['TH'],
      field_groups: ['grades'],
      risk: 'none',
      measures: '',
      entered_at: now,
    })),
  )
  await insert(
    database,
    'transfers',
    [
      [privacyThings.transfers.home, places.home],
      [privacyThings.transfers.other, places.other],
    ].map(([id, exporter]) => ({
      id,
      origin: 'test',
      exporter_organisation_id: exporter,
      recipient_organisation_id: places.host,
      country_from: 'TH',
      country_to: 'CN',
      purpose: 'exchange',
      method: 'file',
      basis: 'consent',
      article: 'x',
      field_groups: ['grades'],
      is_sensitive: false,
      person_count: 1,
      destination: 'x',
      at: now,
      year: 2026,
    })),
  )
  await insert(database, 'transfer_persons', [
    { transfer_id: privacyThings.transfers.home, person_id: subjects.student },
    { transfer_id: privacyThings.transfers.other, person_id: subjects.studentElsewhere },
  ])
  await insert(database, 'data_exports', [
    {
      id: privacyThings.copy,
      person_id: subjects.student,
      asked_by: subjects.principal,
      taken_down: 'at the counter',
      asked_at: now,
    },
  ])
}
