import { displayName } from '#kernel/values'
import { ButtonGroup, ButtonLink } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageProps } from './case-props.ts'

/** Leads on to the case that waits longest, or back to the empty queue. */
export function NextCase({ call, next }: Pick<CasePageProps, 'call' | 'next'>) {
  const { t, language, href } = call
  if (!next) return null
  const { id, number, student } = next
  return (
    <ButtonGroup>
      <ButtonLink look="secondary" href={href(`/recognition/cases/${id}`)}>
        {t(m('page.case.next-case', { number, student: displayName(student, language) }))}
      </ButtonLink>
    </ButtonGroup>
  )
}
