import { subscribe } from '#kernel/chronicle'
import { personById } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { completeTasksOf } from '#kernel/tasks'
import { localised } from '#kernel/values'
import { enqueue } from '#kernel/jobs'
import { issuerFit } from './issuer.ts'
import { lateCheckJob, suggestionModelJob } from './jobs.ts'
import { m } from './messages/index.ts'
import { creditText } from './pages/words.ts'
import { draftsWithoutHost } from './queries/drafts.ts'
import { recordOnCohort } from './service/record-on-cohort.ts'
import { possibleIssuer } from './queries/issuers.ts'
import { settingsOf } from './queries/settings.ts'

/** The kinds of notice that recognition gives. */
export const caseDecidedNotice = noticeKind(
  'recognition.case-decided',
  m('notice.kind.case-decided'),
  'immediate',
)

/** An institution that somebody's transcript waited for is among the organisations now. */
export const hostEnteredNotice = noticeKind(
  'recognition.host-entered',
  m('notice.kind.host-entered'),
  'immediate',
)

/** Tells whoever asked for an institution that it has been entered: the transcript waits for them now. */
export const tellWaitingDrafts = subscribe({
  name: 'recognition.tell-waiting-drafts',
  types: ['alliance.organisation-added'],
  from: 'now',
  async handle(work, entry) {
    const added = await possibleIssuer(work, entry.objectId)
    if (!added) return
    for (const draft of await draftsWithoutHost(work)) {
      const asked = { titles: { ...draft.content.issuer, asked: draft.content.askedHost ?? '' } }
      if (issuerFit(asked, added) !== 'same') continue
      await completeTasksOf(work, { object: { kind: 'recognition-draft', id: draft.id } })
      const reader = await personById(work, draft.created_by)
      if (!reader) continue
      const institution = localised(added.names, reader.preferredLanguage).text
      await notify(work, {
        personId: reader.id,
        kind: hostEnteredNotice,
        message: m('issuer.here-now', { institution }),
        href: `/recognition/drafts/${draft.id}`,
      })
    }
  },
})

/** Tells the student that their case is decided, once the decision is final and stands in the chain. */
export const tellStudent = subscribe({
  name: 'recognition.tell-student',
  types: ['recognition.decision-released'],
  from: 'now',
  async handle(work, entry) {
    if (entry.personId === null) return
    const reader = await personById(work, entry.personId)
    if (!reader) return
    await notify(work, {
      personId: reader.id,
      kind: caseDecidedNotice,
      message: m('notice.case-decided', {
        number: String(entry.data['number']),
        credit: creditText(String(entry.data['recognised']), reader.preferredLanguage),
      }),
      href: `/recognition/cases/${entry.objectId}`,
    })
  },
})

/** Records on the cohorts of alliance programmes what a final decision shows and recognises. */
export const recordDecision = subscribe({
  name: 'recognition.record-decision',
  types: ['recognition.decision-released'],
  from: 'beginning',
  handle: (work, entry) => recordOnCohort(work, entry.objectId),
})

/** Has suggestions learn from what an institution published, judged or decided. */
export const learnForSuggestions = subscribe({
  name: 'recognition.learn-for-suggestions',
  types: [
    'recognition.catalogue-published',
    'recognition.equivalence-judged',
    'recognition.equivalence-withdrawn',
    'recognition.equivalence-restored',
    'recognition.decision-released',
  ],
  from: 'now',
  async handle(work, entry) {
    for (const organisationId of entry.organisationIds) {
      await enqueue(work, suggestionModelJob, { organisationId }, { singletonKey: organisationId })
    }
  },
})

/**
 * Has the check asked for of cases that were open before their institution demanded it. From the beginning on: an
 * institution that demands it already has such cases too, and each of them is asked about once.
 */
export const askForLateChecks = subscribe({
  name: 'recognition.ask-for-late-checks',
  types: ['recognition.settings-changed'],
  from: 'beginning',
  async handle(work, entry) {
    const { demandsCheck } = await settingsOf(work, entry.objectId)
    if (!demandsCheck) return
    const organisationId = entry.objectId
    await enqueue(work, lateCheckJob, { organisationId }, { singletonKey: organisationId })
  },
})
