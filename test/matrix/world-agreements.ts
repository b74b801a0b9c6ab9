import type { Site } from '../../src/app.ts'
import { idOf, insert } from './rows.ts'
import { places } from './viewers.ts'

/** A copy of an agreement at each school, and one that its school does not know of yet. */
export const agreementThings = {
  copies: { home: idOf(30, 1), other: idOf(30, 2) },
  hidden: idOf(30, 3),
} as const

const text = {
  terms: '',
  conditions: [
    {
      key: 'study',
      kind: 'study',
      sending: places.home,
      receiving: places.other,
      sendingUnit: '',
      receivingUnit: '',
      firstYear: '2026/2027',
      lastYear: '2028/2029',
      seats: 2,
      shared: false,
      amount: null,
      fields: [],
      languages: [{ language: 'en', level: 'B2' }],
      levels: [],
      blended: false,
      terms: '',
    },
  ],
}

/** An agreement that the home school has sent, and one that the other school writes and the home school does not see. */
export async function insertAgreements(site: Site, now: Date): Promise<void> {
  const { database } = site.house
  const agreement = (number: number, maker: string, state: string) => ({
    id: idOf(31, number),
    origin: 'matrix.example',
    kind: 'agreement',
    title: `Agreement ${number}`,
    state,
    made_by_organisation_id: maker,
    made_at: now,
    changed_at: now,
  })
  await insert(database, 'agreements', [
    agreement(1, places.home, 'proposed'),
    agreement(2, places.other, 'draft'),
  ])
  const copy = (id: string, of: number, organisation: string, position: number) => ({
    id,
    agreement_id: idOf(31, of),
    organisation_id: organisation,
    position,
    visible: true,
    draft: text,
    draft_at: now,
  })
  await insert(database, 'agreement_copies', [
    copy(agreementThings.copies.home, 1, places.home, 0),
    copy(agreementThings.copies.other, 1, places.other, 1),
    copy(idOf(30, 4), 2, places.other, 0),
    { ...copy(agreementThings.hidden, 2, places.home, 1), visible: false },
  ])
  for (const [number, id] of Object.values(agreementThings.copies).entries()) {
    await insert(database, 'agreement_versions', [
      {
        id: idOf(32, number + 1),
        copy_id: id,
        number: 1,
        text,
        hash: 'ab'.repeat(32),
        text_sha256: 'cd'.repeat(32),
        source: 'here',
        sent_at: now,
      },
    ])
    await database.execute(
      `update agreement_copies set sent_version_id = $1, first_year = '2026/2027', last_year = '2028/2029'
         where id = $2`,
      [idOf(32, number + 1), id],
    )
  }
}
