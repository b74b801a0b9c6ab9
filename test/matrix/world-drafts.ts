import type { Database } from '#kernel/database'
import { idOf, insert } from './rows.ts'
import { enrolmentOf, places, subjects, viewers } from './viewers.ts'

/** A draft of the world. */
export interface WorldDraft {
  id: string
  label: string
  creator: string
  person: string
  organisation: string
  programme: string
  state: 'open' | 'taken' | 'discarded'
}

const by = (label: string) => viewers.find((viewer) => viewer.label === label)!.who.person!

/** Drafts of transcripts: a student's own in each state, and those that others began. */
export async function insertDrafts(database: Database, now: Date): Promise<WorldDraft[]> {
  const own = { creator: subjects.student, person: subjects.student }
  const specs = [
    { label: 'own, open', ...own, state: 'open' },
    { label: 'own, taken', ...own, state: 'taken' },
    { label: 'own, discarded', ...own, state: 'discarded' },
    ...[
      'coordinator here',
      'evaluator of another programme',
      'evaluator until yesterday',
      'stand-in',
    ].map((label) => ({
      label: `by ${label}`,
      creator: by(label),
      person: subjects.student,
      state: 'open',
    })),
  ] as const
  const drafts = specs.map((spec, number) => ({
    ...spec,
    id: idOf(11, number + 1),
    organisation: places.home,
    programme: places.right,
  })) as WorldDraft[]
  for (const draft of drafts) {
    await insert(database, 'transcript_drafts', [
      {
        id: draft.id,
        created_by: draft.creator,
        person_id: draft.person,
        enrolment_id: enrolmentOf(draft.person),
        home_organisation_id: draft.organisation,
        host_organisation_id: places.host,
        degree_programme_id: draft.programme,
        format: 'hand',
        content: { issuer: {}, holder: {}, issuedOn: null, lines: [], remarks: [], table: null },
        state: draft.state,
        created_at: now,
        updated_at: now,
      },
    ])
  }
  return drafts
}
