import { subscribe } from '#kernel/chronicle'
import { personById } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { m } from './messages/index.ts'
import { creditText } from './pages/words.ts'

/** The kinds of notice that recognition gives. */
export const caseDecidedNotice = noticeKind(
  'recognition.case-decided',
  m('notice.kind.case-decided'),
  'immediate',
)

/** Tells the student that their case is decided, once the decision stands in the chain. */
export const tellStudent = subscribe({
  name: 'recognition.tell-student',
  types: ['recognition.case-decided'],
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
