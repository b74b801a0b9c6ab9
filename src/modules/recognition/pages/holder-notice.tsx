import type { Call } from '#kernel/http'
import { type DateOnly, formatDate } from '#kernel/values'
import { type Content, Notice, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { Holder, HolderDifference } from '../holder.ts'

interface HolderNoticeProps {
  call: Pick<Call, 't' | 'language'>
  holder: Holder
  student: { name: string; born: DateOnly | null }
  differences: readonly HolderDifference[]
  /** Who said that it is the same person, in a sentence; left out where nobody has. */
  confirmed?: string
  action?: Content
  children?: Content
}

/** Asks whether the transcript is this student's, where the document names somebody else, with both names. */
export function HolderNotice(props: HolderNoticeProps) {
  const { call, holder, differences, confirmed, action, children } = props
  const { t, language } = call
  const { name: student, born } = props.student
  if (differences.length === 0) return null
  const day = (holder.birthDate?.slice(0, 10) ?? '') as DateOnly
  const names = [holder.name, holder.alternativeName].filter(Boolean).join(' · ')
  return (
    <Notice
      tone={confirmed ? 'info' : 'harm'}
      title={t(m(confirmed ? 'holder.confirmed-title' : 'page.holder.title'))}
      action={action}
    >
      <Stack gap="tight">
        {differences.includes('name') && (
          <p>{t(m('page.holder.name', { holder: names, student }))}</p>
        )}
        {differences.includes('number') && (
          <p>
            {t(
              m('holder.number', {
                number: holder.number ?? holder.identifiers?.join(', ') ?? '',
                student,
              }),
            )}
          </p>
        )}
        {differences.includes('birth-date') && born && (
          <p>
            {t(
              m('holder.days', {
                day: formatDate(day, language, 'medium'),
                own: formatDate(born, language, 'medium'),
                student,
              }),
            )}
          </p>
        )}
        <p>{confirmed ?? t(m('page.holder.check'))}</p>
        {children}
      </Stack>
    </Notice>
  )
}
