import type { Call } from '#kernel/http'
import { Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { Holder, HolderDifference } from '../holder.ts'

interface HolderNoticeProps {
  call: Pick<Call, 't'>
  holder: Holder
  student: string
  differences: readonly HolderDifference[]
}

/** Asks whether the transcript is this student's, where the document names somebody else. */
export function HolderNotice({ call, holder, student, differences }: HolderNoticeProps) {
  const { t } = call
  if (differences.length === 0) return null
  return (
    <Notice tone="harm" title={t(m('page.holder.title'))}>
      {differences.includes('name') && (
        <p>{t(m('page.holder.name', { holder: holder.name ?? '', student }))}</p>
      )}
      {differences.includes('birth-date') && <p>{t(m('page.holder.birth-date'))}</p>}
      <p>{t(m('page.holder.check'))}</p>
    </Notice>
  )
}
