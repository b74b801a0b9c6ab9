import type { Call } from '#kernel/http'
import { displayName, formatInstant } from '#kernel/values'
import { Button, Form, Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'

interface UndoNoticeProps {
  call: Pick<Call, 't' | 'language' | 'href' | 'frame' | 'now'>
  found: CasePageRow
  mayRetract: boolean
}

/** Says until when a decision can be taken back, with the button for whoever took it; the student is told after that. */
export function UndoNotice({ call, found, mayRetract }: UndoNoticeProps) {
  const { t, language, href } = call
  if (!found.released_at || found.released_at <= call.now) return null
  const until = formatInstant(found.released_at, found.home_time_zone, language, 'time')
  const by = found.decider ? displayName(found.decider, language) : '–'
  return (
    <Notice
      tone="done"
      live
      title={t(m(mayRetract ? 'undo.yours' : 'undo.theirs', { by, until }))}
      action={
        mayRetract && (
          <Form
            action={href(`/recognition/cases/${found.id}/decision/retraction`)}
            csrf={call.frame.csrf}
            inline
          >
            <Button look="secondary">{t(m('undo.button'))}</Button>
          </Form>
        )
      }
    >
      <p>{t(m('undo.meanwhile', { until }))}</p>
    </Notice>
  )
}
