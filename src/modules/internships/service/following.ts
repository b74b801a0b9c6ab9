import { type Entry, subscribe } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import { dateInZone } from '#kernel/values'
import {
  documentExpired,
  documentRefused,
  documentSigned,
  documentWithdrawn,
} from '#modules/signing'
import { agreementReturned, agreementSigned } from '../entries.ts'
import { agreementOf, sentVersion } from '../queries/agreements.ts'
import { placementById } from '../queries/placements.ts'
import { aboutPlacement } from './about.ts'
import { agreementSubject } from './agreement.ts'

/** What internships do when a document of signing is signed, or ends otherwise. */
export const internshipHandlers = [
  subscribe({
    name: 'internships.follow-signing',
    types: [documentSigned, documentRefused, documentExpired, documentWithdrawn].map(
      ({ type }) => type,
    ),
    from: 'beginning',
    handle: followDocument,
  }),
]

/** Follows the signing of an agreement: what all have signed counts, for the placement's days and hours too. */
async function followDocument(
  work: Work,
  entry: Pick<Entry, 'type' | 'data' | 'recordedAt'>,
): Promise<void> {
  const subject = entry.data['subject'] as { kind: string; id: string } | null
  if (subject?.kind !== agreementSubject) return
  const placement = await placementById(work, subject.id, 'lock')
  const agreement = placement && (await agreementOf(work, placement.id, 'lock'))
  if (!placement || !agreement) return
  const version = Number(entry.data['version'])
  const about = aboutPlacement(placement)
  if (entry.type !== documentSigned.type) {
    if (agreement.state !== 'signing') return
    const how = endOf(entry.type)
    await work.write(agreementReturned({ ...about, data: { version, how } }), (tx) =>
      tx
        .updateTable('internship_agreements')
        .set({ state: 'draft', returned_how: how })
        .where('placement_id', '=', placement.id)
        .execute(),
    )
    return
  }
  const text = await sentVersion(work, placement.id, version)
  if (!text) return
  await work.write(agreementSigned({ ...about, data: { version } }), async (tx) => {
    await tx
      .updateTable('internship_agreements')
      .set({
        state: 'signed',
        agreed_version: version,
        agreed_on: dateInZone(entry.recordedAt, placement.timeZone),
        returned_how: null,
      })
      .where('placement_id', '=', placement.id)
      .execute()
    await tx
      .updateTable('internship_placements')
      .set({
        starts_on: text.startsOn,
        ends_on: text.endsOn,
        hours_per_week: text.hoursPerWeek,
      })
      .where('id', '=', placement.id)
      .execute()
  })
}

function endOf(type: string): 'refused' | 'expired' | 'withdrawn' {
  if (type === documentRefused.type) return 'refused'
  return type === documentExpired.type ? 'expired' : 'withdrawn'
}
