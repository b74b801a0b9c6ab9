import { subscribe } from '#kernel/chronicle'
import { personById } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { m } from './messages/index.ts'
import { creditText } from './pages/words.ts'
import { postedCase } from './queries/office/batches.ts'
import { endReferrals } from './service/office/referrals.ts'
import { refreshPosting } from './service/office/posting-state.ts'

/** The notice that recognised credit is on the student's record. */
export const creditPostedNotice = noticeKind(
  'recognition.credit-posted',
  m('notice.kind.credit-posted'),
  'immediate',
)

/** Lets a decided case wait for the registrar, and one that was withdrawn or opened again wait no more. */
export const waitForRegistrar = subscribe({
  name: 'recognition.wait-for-registrar',
  types: [
    'recognition.decision-released',
    'recognition.decision-retracted',
    'recognition.case-withdrawn',
    'recognition.revision-opened',
  ],
  from: 'beginning',
  handle: (work, entry) => refreshPosting(work, [entry.objectId]),
})

/** Ends what units were asked about a case once nobody needs their answer. */
export const endQuestions = subscribe({
  name: 'recognition.end-referrals',
  from: 'beginning',
  types: ['recognition.case-decided', 'recognition.case-withdrawn'],
  handle: (work, entry) => endReferrals(work, entry.objectId),
})

/** Tells the student once all credit of a decision stands on their record. */
export const tellPosted = subscribe({
  name: 'recognition.tell-posted',
  types: ['recognition.credit-posted'],
  from: 'now',
  async handle(work, entry) {
    if (entry.personId === null) return
    const reader = await personById(work, entry.personId)
    const posted = await postedCase(work, entry.objectId)
    if (!reader || !posted) return
    await notify(work, {
      personId: reader.id,
      kind: creditPostedNotice,
      message: m('notice.credit-posted', {
        number: posted.number,
        credit: creditText(posted.credit, reader.preferredLanguage),
      }),
      href: `/recognition/cases/${entry.objectId}`,
    })
  },
})
