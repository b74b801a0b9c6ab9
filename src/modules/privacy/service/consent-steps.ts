import { randomUUIDv7 } from 'node:crypto'
import type { Work } from '#kernel/database'
import type { ConsentEventKind, ConsentState } from '../consent-schema.ts'
import {
  consentAwaitsGuardian,
  consentDeclined,
  consentGiven,
  consentWithdrawn,
} from '../entries.ts'
import type { ConsentRequestRow, ConsentRow } from '../queries/consents.ts'

/** Where rows of consent go, what the step is called, who took it, and the words that were before them. */
export interface ConsentStepTo {
  state: Exclude<ConsentState, 'asked'>
  kind: ConsentEventKind
  by: 'person' | 'guardian' | 'house'
  sha256: string | null
}

const entries = {
  given: consentGiven,
  declined: consentDeclined,
  withdrawn: consentWithdrawn,
  'awaiting-guardian': consentAwaitsGuardian,
}

/** Writes the steps of rows that go to one state, and tells of them together; nothing where there are none. */
export async function moveConsents(
  work: Work,
  request: ConsentRequestRow,
  rows: readonly ConsentRow[],
  to: ConsentStepTo,
): Promise<void> {
  if (rows.length === 0) return
  const draft = entries[to.state]({
    ...aboutConsent(request),
    data: { purpose: request.purpose, fieldGroups: rows.map((row) => row.field_group) },
  })
  await work.write(draft, async (tx) => {
    await tx
      .updateTable('consents')
      .set({ state: to.state, changed_at: work.now })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
    await tx
      .insertInto('consent_events')
      .values(rows.map(({ id }) => eventOf(work, id, to)))
      .execute()
  })
}

/** The row of one step. */
export function eventOf(
  work: Work,
  consentId: string,
  { kind, by, sha256 }: Pick<ConsentStepTo, 'kind' | 'by' | 'sha256'>,
) {
  return {
    id: randomUUIDv7(),
    consent_id: consentId,
    kind,
    at: work.now,
    by_whom: by,
    text_sha256: sha256,
  }
}

/** What the chronicle says an entry about a request is about. */
export function aboutConsent(
  request: Pick<
    ConsentRequestRow,
    'id' | 'person_id' | 'exporter_organisation_id' | 'recipient_organisation_id'
  >,
) {
  return {
    object: { kind: 'consent-request', id: request.id },
    organisationIds: [request.exporter_organisation_id, request.recipient_organisation_id],
    personId: request.person_id,
  }
}
