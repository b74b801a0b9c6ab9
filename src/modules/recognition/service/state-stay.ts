import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { stayStated } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, lockEnrolment } from '../queries/case-for-update.ts'
import { staysOf } from '../queries/stays.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import type { StayFacts } from '../rules/stay-types.ts'
import { evaluateInto } from './evaluate-case.ts'

/** What somebody of the office knows of a stay, and on what it rests. */
export interface StateStay {
  caseId: string
  /** The statement that the page showed, by its id; empty where there was none. */
  seen: string
  stay: StayFacts
  reason: string
}

/**
 * States the time abroad for an open case and evaluates the case again at once. Earlier statements are kept; a
 * colleague's that the page had not shown is not overwritten.
 */
export async function stateStay(
  work: Work,
  input: StateStay,
): Promise<{ caseId: string; changed: boolean } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.line.correct', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  const [latest] = await staysOf(work, found.id)
  if ((latest?.id ?? '') !== input.seen) return refuse(409, m('stay.refusal.meanwhile'))
  const { stay } = input
  if (stay.from !== null && stay.to !== null && stay.to < stay.from) {
    return refuse(422, m('stay.refusal.period'), { to: m('stay.refusal.period') })
  }
  if (latest && canonicalJson(latest.stay) === canonicalJson(stay)) {
    return refuse(422, m('stay.refusal.same'))
  }
  if (input.reason.trim() === '') {
    return refuse(422, m('stay.refusal.reason'), { reason: m('stay.refusal.reason') })
  }
  await lockEnrolment(work, found.enrolment_id)
  const entry = stayStated({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: {},
    personal: {
      reason: input.reason,
      before: latest ? JSON.parse(JSON.stringify(latest.stay)) : null,
      after: JSON.parse(JSON.stringify(stay)),
    },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('case_stays')
      .values({
        id: randomUUIDv7(),
        case_id: found.id,
        stay_from: stay.from,
        stay_to: stay.to,
        suspended: stay.suspended,
        last_term: stay.lastTerm,
        home_terms: JSON.stringify(stay.homeTerms),
        stated_by: by,
        stated_at: work.now,
        reason: input.reason,
      })
      .execute(),
  )
  const evaluated = await evaluateInto(work, { ...found, timeZone: found.time_zone })
  if (!evaluated.ok) return refuse(422, m('refusal.no-rules'))
  return { caseId: found.id, changed: evaluated.changed }
}
