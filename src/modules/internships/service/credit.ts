import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import type { ReceivedFile } from '#kernel/files'
import { dateInZone, Fraction } from '#kernel/values'
import { startPlacement } from '#modules/recognition'
import { creditAsked } from '../entries.ts'
import { m } from '../messages/index.ts'
import { evaluationsOf } from '../queries/evaluations.ts'
import { placementById } from '../queries/placements.ts'
import { countedMinutes } from '../rules/journal.ts'
import { placementState } from '../rules/stay.ts'
import { aboutPlacement } from './about.ts'

/**
 * Brings a placement that is over before recognition: a draft of one line with the hours that count, the certificate,
 * and the final evaluation of a mentor as evidence. What credit it earns is for the rules of home, and for whoever decides.
 */
export async function askForCredit(
  work: Work,
  input: { placementId: string; certificate: ReceivedFile; node: string },
): Promise<{ draftId: string } | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.manage', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const today = dateInZone(work.now, placement.timeZone)
  if (placementState(placement, today) !== 'ended') return refuse(409, m('refusal.still-runs'))
  const minutes = countedMinutes(placement)
  if (minutes === 0) {
    const isUnconfirmed = placement.minutes > 0
    return refuse(409, m(isUnconfirmed ? 'refusal.none-confirmed' : 'refusal.no-hours'))
  }
  const enrolment = await work.read
    .selectFrom('enrolments')
    .select('id')
    .where('person_id', '=', placement.person_id)
    .where('organisation_id', '=', placement.enrolled_organisation_id)
    .orderBy('starts_on', 'desc')
    .executeTakeFirst()
  if (!enrolment) return refuse(409, m('refusal.no-student'))
  const evaluations = await evaluationsOf(work, placement.id)
  const started = await startPlacement(work, {
    enrolmentId: enrolment.id,
    hostOrganisationId: placement.hostOrganisationId,
    host: placement.host,
    titles: placement.titles,
    hours: Fraction.of(BigInt(minutes), 60n),
    completedOn: placement.endedOn ?? placement.endsOn,
    isAssessed: evaluations.some(
      ({ round, party, givenAt }) => round === 'final' && party !== 'student' && givenAt !== null,
    ),
    file: input.certificate,
    origin: input.node,
  })
  if (isRefused(started)) return started
  const entry = creditAsked({ ...aboutPlacement(placement), data: { draftId: started.draftId } })
  await work.write(entry, async () => undefined)
  return started
}
