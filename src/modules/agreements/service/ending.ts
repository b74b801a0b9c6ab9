import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { cancelTasks, openTask } from '#kernel/tasks'
import {
  academicYearFormIn,
  academicYearOf,
  type AcademicYearId,
  dateInZone,
  isAcademicYearId,
} from '#kernel/values'
import { endDeclared, endSettled } from '../entries.ts'
import { m } from '../messages/index.ts'
import { signingFault } from '../queries/signings.ts'
import { endsByConsent } from '../rules/agreement.ts'
import { endTask } from '../task-kinds.ts'
import {
  agreementForUpdate,
  agreementObject,
  askNobody,
  type AtWork,
  partnerIds,
} from './at-work.ts'
import { closeProposals } from './invitations.ts'
import { tellPartners } from './telling.ts'

/**
 * Ends an agreement before its time. With a notice of one academic year it ends by one partner's word; sooner only when
 * every other partner consents, and until then nothing changes.
 */
export async function declareEnd(
  work: Work,
  input: { copyId: string; lastYear: string; reason: string },
): Promise<{ ended: boolean } | Refusal> {
  const at = await agreementForUpdate(work, input.copyId, 'agreements.agreement.end')
  if (isRefused(at)) return at
  if (at.row.state !== 'in-force' && at.row.state !== 'changing') {
    return refuse(409, m('refusal.not-in-force'))
  }
  if (!isAcademicYearId(input.lastYear)) {
    return refuse(422, m('fault.year'), { lastYear: m('fault.year') })
  }
  if (at.whole.ends.some(({ outcome }) => outcome === null))
    return refuse(409, m('refusal.end-asked'))
  const signing = await signingFault(work, at.whole.id)
  if (signing) return signing
  const byConsent = endsByConsent(input.lastYear, yearAt(work, at))
  const id = randomUUIDv7()
  const entry = endDeclared({
    object: agreementObject(at.whole),
    organisationIds: partnerIds(at.whole),
    data: { lastYear: input.lastYear, byConsent },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('agreement_ends')
      .values({
        id,
        agreement_id: at.whole.id,
        organisation_id: at.own.organisationId,
        last_year: input.lastYear,
        reason: input.reason,
        by_consent: byConsent,
        declared_at: work.now,
        declared_by: personOf(work.actor),
        settled_at: null,
        outcome: null,
      })
      .execute(),
  )
  if (byConsent) await askForConsent(work, at)
  else {
    await settleEnd(work, at, { id, lastYear: input.lastYear, outcome: 'ended' })
    await tellPartners(work, at, 'ended')
  }
  return { ended: !byConsent }
}

/** The academic year that runs at an institution, as the years of its country do. */
function yearAt(work: Work, { own }: AtWork): AcademicYearId {
  return academicYearOf(dateInZone(work.now, own.timeZone), academicYearFormIn(own.country))
}

async function askForConsent(work: Work, { whole, own }: AtWork): Promise<void> {
  for (const copy of whole.copies) {
    if (copy.id === own.id) continue
    await openTask(work, {
      kind: endTask,
      assignee: { role: 'coordinator', organisationId: copy.organisationId },
      object: { kind: 'agreement-copy', id: copy.id },
      subject: m('task.end'),
      href: `/agreements/${copy.id}`,
      closesWithAct: true,
    })
  }
}

/** Consents to an end that another partner asks for, or declines it. The last consent ends the agreement. */
export async function answerEnd(
  work: Work,
  input: { copyId: string; endId: string; consent: boolean },
): Promise<{ ended: boolean } | Refusal> {
  const at = await agreementForUpdate(work, input.copyId, 'agreements.agreement.end')
  if (isRefused(at)) return at
  const end = at.whole.ends.find(({ id, outcome }) => id === input.endId && outcome === null)
  if (!end) return refuse(409, m('refusal.no-end'))
  const isOwn = end.organisationId === at.own.organisationId
  if (!input.consent || isOwn) {
    if (isOwn && input.consent) return refuse(409, m('refusal.answered'))
    const outcome = isOwn ? 'taken-back' : 'declined'
    await settleEnd(work, at, { ...end, outcome })
    if (!isOwn) await tellPartners(work, at, 'end-declined')
    return { ended: false }
  }
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('agreement_consents')
      .values({
        end_id: end.id,
        organisation_id: at.own.organisationId,
        consented_at: work.now,
        consented_by: personOf(work.actor),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  const consents = new Set([...end.consents, at.own.organisationId, end.organisationId])
  const ended = partnerIds(at.whole).every((id) => consents.has(id))
  if (ended) {
    await settleEnd(work, at, { ...end, outcome: 'ended' })
    await tellPartners(work, at, 'ended-by-all')
  } else await cancelTasks(work, endTaskOf(at.own.id))
  return { ended }
}

async function settleEnd(
  work: Work,
  at: AtWork,
  end: { id: string; lastYear: string; outcome: 'ended' | 'declined' | 'taken-back' },
): Promise<void> {
  const entry = endSettled({
    object: agreementObject(at.whole),
    organisationIds: partnerIds(at.whole),
    data: { outcome: end.outcome, lastYear: end.lastYear },
  })
  await work.write(entry, async (tx) => {
    await tx
      .updateTable('agreement_ends')
      .set({ settled_at: work.now, outcome: end.outcome })
      .where('id', '=', end.id)
      .execute()
    if (end.outcome !== 'ended') return
    await tx
      .updateTable('agreements')
      .set({ state: 'terminated', last_year: end.lastYear, changed_at: work.now })
      .where('id', '=', at.whole.id)
      .execute()
  })
  for (const copy of at.whole.copies) await cancelTasks(work, endTaskOf(copy.id))
  if (end.outcome !== 'ended') return
  await askNobody(work, at)
  for (const own of at.whole.copies) await closeProposals(work, { own })
}

function endTaskOf(copyId: string) {
  return { object: { kind: 'agreement-copy', id: copyId }, kinds: [endTask] }
}
