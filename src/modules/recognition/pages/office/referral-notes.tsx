import type { Call } from '#kernel/http'
import { formatDate, localised } from '#kernel/values'
import { m } from '../../messages/index.ts'
import type { LineReferral } from '../../queries/office/referral-notes.ts'
import { SentenceWithName } from '../local-name.tsx'
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
  const said = ({ unitNames, verdict, dueOn }: LineReferral) => {
    const unit = localised(unitNames, language).text
    return verdict === null
      ? m('office.line-note.open', { unit, day: formatDate(dueOn, language) })
      : m('office.line-note.answered', { unit, verdict: t(verdictMessage(verdict)) })
  }
  return (
    <ul class="line-talk">
      {referrals.map((each) => (
        <li key={each.id}>
          <SentenceWithName sentence={t(said(each))} names={each.unitNames} language={language} />
        </li>
      ))}
    </ul>
  )
}
