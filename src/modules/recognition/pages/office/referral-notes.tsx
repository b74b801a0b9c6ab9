import type { Call } from '#kernel/http'
import { formatDate, localised } from '#kernel/values'
import { m } from '../../messages/index.ts'
import type { LineReferral } from '../../queries/office/referral-notes.ts'
import { verdictMessage } from '../words.ts'

/** What units were asked about the lines of a row, and what they answered. */
export function ReferralNotes({
  call: { t, language },
  referrals,
}: {
  call: Pick<Call, 't' | 'language'>
  referrals: readonly LineReferral[]
}) {
  if (referrals.length === 0) return null
  return (
    <ul class="line-talk">
      {referrals.map((each) => {
        const unit = localised(each.unitNames, language).text
        return (
          <li key={each.id}>
            {each.verdict === null
              ? t(m('office.line-note.open', { unit, day: formatDate(each.dueOn, language) }))
              : t(
                  m('office.line-note.answered', {
                    unit,
                    verdict: t(verdictMessage(each.verdict)),
                  }),
                )}
          </li>
        )
      })}
    </ul>
  )
}
