import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatDate, localised } from '#kernel/values'
import { Button, Form, Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'
import { titleOf } from './words.ts'

interface IssuerNoticeProps {
  call: Pick<Call, 't' | 'language' | 'href' | 'frame'>
  found: CasePageRow
  mayConfirm: boolean
}

/** Says on a case whose document names another issuer than the host so, and who has confirmed that it is the host's. */
export function IssuerNotice({ call, found, mayConfirm }: IssuerNoticeProps) {
  const { t, language, href } = call
  const issuer = titleOf(found.issuer.titles ?? {}, language).text
  const host = localised(found.host_names, language).text
  if (found.issuer_confirmed_at) {
    const by = found.issuer_confirmer ? displayName(found.issuer_confirmer, language) : '–'
    const day = formatDate(dateInZone(found.issuer_confirmed_at, found.home_time_zone), language)
    return (
      <Notice tone="info" title={t(m('issuer.names', { issuer, host }))}>
        <p>{t(m('issuer.confirmed', { by, day, host }))}</p>
      </Notice>
    )
  }
  return (
    <Notice
      tone="harm"
      title={t(m('issuer.title'))}
      action={
        mayConfirm && (
          <Form
            action={href(`/recognition/cases/${found.id}/issuer`)}
            csrf={call.frame.csrf}
            inline
          >
            <Button look="secondary">{t(m('issuer.confirm-button', { host }))}</Button>
          </Form>
        )
      }
    >
      <p>{t(m('issuer.names', { issuer, host }))}</p>
      <p>{t(m('issuer.before-decision'))}</p>
    </Notice>
  )
}
