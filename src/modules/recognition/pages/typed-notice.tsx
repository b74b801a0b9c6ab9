import { dateInZone, displayName, formatDate } from '#kernel/values'
import { ButtonLink, Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageProps } from './case-props.ts'

type TypedNoticeProps = Pick<CasePageProps, 'call' | 'found' | 'around' | 'may' | 'isCheckDemanded'>

/** Of a typed transcript: who typed it, and whether somebody else has checked it, which is an open point until then. */
export function TypedNotice({ call, found, around, may, isCheckDemanded }: TypedNoticeProps) {
  const { t, language, href } = call
  const { check } = around
  const path = href(`/recognition/cases/${found.id}/check`)
  const typist = found.brought_in_by_name ? displayName(found.brought_in_by_name, language) : '–'
  if (check?.settledAt) {
    const day = formatDate(dateInZone(check.settledAt, found.home_time_zone), language, 'medium')
    const by = displayName(check.checkedBy, language)
    return (
      <Notice
        tone="info"
        title={t(m('check.done-by', { typist, by, day }))}
        action={
          <ButtonLink look="quiet" href={path}>
            {t(m('check.see'))}
          </ButtonLink>
        }
      >
        {t(m('check.result', { lines: check.lines, differences: check.differences }))}
      </Notice>
    )
  }
  if (found.state !== 'open') {
    return <Notice tone="info" title={t(m('check.never', { typist }))} />
  }
  return (
    <Notice
      tone="attention"
      title={t(check ? m('check.waits', { count: check.differences }) : m('check.nobody'))}
      action={
        <ButtonLink look="secondary" href={path}>
          {t(m(check ? 'check.settle-link' : may.check ? 'check.start' : 'check.see'))}
        </ButtonLink>
      }
    >
      <p>{t(m('check.nobody-hint', { typist }))}</p>
      {(isCheckDemanded || check) && <p>{t(m('check.before-decision'))}</p>}
    </Notice>
  )
}
