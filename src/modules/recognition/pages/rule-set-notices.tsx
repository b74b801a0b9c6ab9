import { dateInZone, displayName, formatDate } from '#kernel/values'
import { Button, Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { PastPreview } from '../service/preview-past.ts'
import { PastPreviewSection } from './past-preview.tsx'
import type { RuleSetFormPageProps } from './rule-set-form-props.ts'

/** The buttons outside the form send it too. */
export const formId = 'rule-set'

/** What the rules would have found on decided cases, with a button that sends the form again for all lines. */
export function Past({ call, past }: { call: RuleSetFormPageProps['call']; past: PastPreview }) {
  return (
    <PastPreviewSection
      call={call}
      preview={past}
      workbook={
        <Button form={formId} name="next" value="workbook" look="secondary" icon="download">
          {call.t(m('past.workbook'))}
        </Button>
      }
    />
  )
}

/** That this is unfinished, since when, and whether rules were published meanwhile. */
export function DraftNotice({
  call,
  draft,
}: RuleSetFormPageProps & { draft: NonNullable<RuleSetFormPageProps['draft']> }) {
  const { t, language } = call
  const day = formatDate(dateInZone(draft.updatedAt, 'Asia/Bangkok'), language, 'medium')
  const name = displayName(draft.updatedBy, language)
  return (
    <Notice tone={draft.overtakenBy === null ? 'info' : 'attention'}>
      <p>{t(m('rule-draft.notice', { day, name }))}</p>
      {draft.overtakenBy !== null && (
        <p>{t(m('rule-draft.overtaken', { version: draft.overtakenBy }))}</p>
      )}
    </Notice>
  )
}

/** How many open cases would come out differently. */
export function Preview({
  call,
  preview,
}: RuleSetFormPageProps & { preview: NonNullable<RuleSetFormPageProps['preview']> }) {
  const { t, href } = call
  return (
    <Notice
      tone={preview.changed.length > 0 ? 'attention' : 'info'}
      live
      title={t(m('rule-set.preview.title', { count: preview.changed.length }))}
    >
      <p>{t(m('rule-set.preview.of', { looked: preview.looked }))}</p>
      {preview.open > preview.looked && (
        <p>{t(m('rule-set.preview.limited', { open: preview.open, looked: preview.looked }))}</p>
      )}
      {preview.changed.length > 0 && (
        <p>
          {preview.changed.slice(0, 20).map((found, index) => (
            <span key={found.id}>
              {index > 0 && ' · '}
              {found.mayRead ? (
                <a href={href(`/recognition/cases/${found.id}`)}>{found.number}</a>
              ) : (
                found.number
              )}
            </span>
          ))}
        </p>
      )}
    </Notice>
  )
}
