import { type Entry, subscribe } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import { type DateOnly, dateInZone } from '#kernel/values'
import {
  type DocumentEnd,
  documentEndOf,
  documentExpired,
  documentRefused,
  documentSigned,
  documentWithdrawn,
} from '#modules/signing'
import { mentorAddresses, mentorshipEnded } from '#modules/mentorship'
import { agreementReturned, agreementSigned } from '../entries.ts'
import { agreementOf, sentVersion } from '../queries/agreements.ts'
import { placementById, type PlacementRow, placementsOf } from '../queries/placements.ts'
import { aboutPlacement } from './about.ts'
import { agreementSubject } from './agreement.ts'
import { mentorsFor } from './mentors.ts'
import { closeLinksOf, passOn } from './passing-on.ts'

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
  subscribe({
    name: 'internships.follow-mentors',
    types: [mentorshipEnded.type],
    from: 'now',
    handle: followMentor,
  }),
]

/**
 * Follows the signing of an agreement: what all have signed counts, for the placement's days and hours too; what somebody
 * returned is a draft again, and what an office took back after all had signed counts no more. What is said of an earlier
 * version is over.
 */
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
  const isLatest = version === agreement.sentNumber
  if (entry.data['wasInForce'] === true) {
    const isOpen = agreement.state === 'signing' && !isLatest
    await writeReturn(work, placement, version, {
      ...(isOpen ? {} : { state: 'draft', returned_how: 'withdrawn' }),
      agreed_version: null,
      agreed_on: null,
    })
    return
  }
  if (!isLatest) return
  if (entry.type === documentSigned.type) {
    await writeSigned(work, placement, version, dateInZone(entry.recordedAt, placement.timeZone))
  } else if (agreement.state === 'signing') {
    const returnedHow = documentEndOf(entry.type)
    await writeReturn(work, placement, version, { state: 'draft', returned_how: returnedHow })
  }
}

async function writeReturn(
  work: Work,
  placement: PlacementRow,
  version: number,
  set: {
    state?: 'draft'
    returned_how?: DocumentEnd
    agreed_version?: null
    agreed_on?: null
  },
): Promise<void> {
  const how = set.returned_how ?? 'withdrawn'
  const news = agreementReturned({ ...aboutPlacement(placement), data: { version, how } })
  await work.write(news, (tx) =>
    tx
      .updateTable('internship_agreements')
      .set(set)
      .where('placement_id', '=', placement.id)
      .execute(),
  )
}

async function writeSigned(
  work: Work,
  placement: PlacementRow,
  version: number,
  agreedOn: DateOnly,
): Promise<void> {
  const text = await sentVersion(work, placement.id, version)
  if (!text) return
  await work.write(
    agreementSigned({ ...aboutPlacement(placement), data: { version } }),
    async (tx) => {
      await tx
        .updateTable('internship_agreements')
        .set({ state: 'signed', agreed_version: version, agreed_on: agreedOn, returned_how: null })
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
    },
  )
  await passOn(work, (await placementById(work, placement.id)) ?? placement)
}

/** A mentor who left a student, or had to leave, acts for their placements no more; one whose work is done may still judge it. */
async function followMentor(
  work: Work,
  { objectId, personId, data }: Pick<Entry, 'objectId' | 'personId' | 'data'>,
): Promise<void> {
  if (personId === null || data['reason'] === 'completed') return
  const left = await mentorAddresses(work, objectId)
  for (const placement of await placementsOf(work, personId)) {
    const { mentor, tutor } = await mentorsFor(work, placement)
    const stay = [mentor, tutor].map((each) => each?.email.toLowerCase())
    const gone = left.filter((each) => !stay.includes(each.toLowerCase()))
    await closeLinksOf(work, placement, gone)
  }
}
