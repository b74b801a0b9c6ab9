import { dateInZone, displayName, formatDate } from '#kernel/values'
import { ButtonGroup, ButtonLink, Notice, Stack, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageProps } from './case-props.ts'

/** What is objected to, what is looked at again, and what the reader may do about a final decision. */
export function CaseAppeals(props: CasePageProps) {
  const { call, found, around, appealUntil, may } = props
  const { t, language, href } = call
  const path = `/recognition/cases/${found.id}`
  const appeals = may.seeAppeals ? around.appeals : []
  const open = appeals.find(({ state }) => state === 'open')
  const latest = appeals.findLast(({ state }) => state !== 'withdrawn')
  const hasHistory = around.reopenings.length > 0
  const mayAppeal = may.appeal && appealUntil !== null && !latestIsOf(props)
  if (!open && !latest && !hasHistory && !mayAppeal && !may.revise) return null
  return (
    <Stack gap="tight">
      <Reopened {...props} />
      {open && (
        <Notice
          tone="attention"
          title={t(m('appeal.notice-open'))}
          action={
            <ButtonLink look="secondary" href={href(`/recognition/appeals/${open.id}`)}>
              {t(m('appeal.see'))}
            </ButtonLink>
          }
        />
      )}
      {mayAppeal && (
        <Notice
          tone="info"
          title={t(m('appeal.can', { day: formatDate(appealUntil, language) }))}
          action={
            <ButtonLink look="secondary" href={href(`${path}/appeal`)}>
              {t(m('appeal.make'))}
            </ButtonLink>
          }
        >
          {t(m('appeal.make-lead'))}
        </Notice>
      )}
      <ButtonGroup>
        {latest && !open && (
          <ButtonLink look="quiet" href={href(`/recognition/appeals/${latest.id}`)}>
            {t(m('appeal.see'))}
          </ButtonLink>
        )}
        {hasHistory && (
          <ButtonLink look="quiet" href={href(`${path}/decisions`)}>
            {t(m('history.link'))}
          </ButtonLink>
        )}
        {may.revise && (
          <ButtonLink look="quiet" href={href(`${path}/revision`)}>
            {t(m('revision.open'))}
          </ButtonLink>
        )}
      </ButtonGroup>
    </Stack>
  )
}

/** Whether the decision that stands has been objected to already. */
function latestIsOf({ around, found }: CasePageProps): boolean {
  return around.appeals.some(
    ({ state, revision }) => state !== 'withdrawn' && revision === found.revision,
  )
}

/** That a decision is being looked at again, since when, by whom and why. */
function Reopened({ call, found, around, firstDecider, reader }: CasePageProps) {
  const { t, language } = call
  const last = around.reopenings.at(-1)
  if (found.state !== 'open' || !last) return null
  const day = formatDate(dateInZone(last.decidedAt, found.home_time_zone), language)
  return (
    <Notice tone="info" title={t(m('revision.running', { revision: found.revision }))}>
      <p>{t(m('revision.running-hint', { day, name: displayName(last.by, language) }))}</p>
      {firstDecider && (
        <p>
          {t(
            firstDecider.id === reader
              ? m('revision.not-you')
              : m('revision.another', { name: displayName(firstDecider.name, language) }),
          )}
        </p>
      )}
      {last.reasons !== '' && (
        <blockquote class="talk-text">
          <Typed>{last.reasons}</Typed>
        </blockquote>
      )}
    </Notice>
  )
}
