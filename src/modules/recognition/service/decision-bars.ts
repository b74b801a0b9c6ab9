import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import type { LockedCase } from '../queries/case-for-update.ts'
import { firstDeciderOf } from '../queries/first-decider.ts'
import { isIssuerInDoubt } from '../queries/issuers.ts'
import { settingsOf } from '../queries/settings.ts'
import { checkStateOf } from '../queries/transcript-checks.ts'

/**
 * What keeps a case from being decided whatever its lines say: an issuer in doubt; a typed transcript of which
 * differences wait, or which nobody else has checked where the institution demands it; after an appeal, that the actor took
 * the decision that is looked at again. Null where nothing does.
 */
export async function barToDecision(work: Work, found: LockedCase): Promise<Refusal | null> {
  const first = await firstDeciderOf(work, found)
  if (first && first.id === personOf(work.actor)) {
    return refuse(409, m('revision.refusal.same-decider'))
  }
  if (await isIssuerInDoubt(work, found.transcript_id)) {
    return refuse(422, m('refusal.issuer-in-doubt'))
  }
  const { state } = await checkStateOf(work, found.transcript_id)
  if (state === 'unsettled') return refuse(422, m('check.refusal.unsettled'))
  if (state !== 'unchecked') return null
  const { demandsCheck } = await settingsOf(work, found.home_organisation_id)
  return demandsCheck ? refuse(422, m('check.refusal.demanded')) : null
}
