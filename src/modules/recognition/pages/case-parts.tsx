import { formatInstant, formatList } from '#kernel/values'
import { Button, ButtonLink, Field, Fold, Form, Notice, Section, Timeline, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageProps } from './case-props.ts'
import { SentenceWithName } from './local-name.tsx'
import { CasePostings } from './office/case-postings.tsx'

/** What stands on the student's record. */
export function Postings({ call, found, postings }: CasePageProps) {
  return (
    postings && (
      <CasePostings
        call={call}
        state={found.posting_state}
        postings={postings}
        timeZone={found.home_time_zone}
      />
    )
  )
}

/** What happened, the newest first, with the same on a sheet of its own. */
export function Story(props: CasePageProps) {
  const { call, found } = props
  return (
    <Section
      title={call.t(m('page.case.story'))}
      actions={
        <ButtonLink look="quiet" small href={call.href(`/recognition/cases/${found.id}/timeline`)}>
          {call.t(m('timeline.link'))}
        </ButtonLink>
      }
    >
      <StoryTimeline {...props} />
    </Section>
  )
}

/** The entries of a case's story with who, when and why. */
export function StoryTimeline({
  call,
  found,
  story,
}: Pick<CasePageProps, 'found' | 'story'> & {
  call: Pick<CasePageProps['call'], 't' | 'language'>
}) {
  const { t, language } = call
  return (
    <Timeline
      label={t(m('page.case.story'))}
      entries={story.map((entry) => ({
        at: entry.at.toISOString(),
        when: formatInstant(entry.at, found.home_time_zone, language, 'medium'),
        what: entry.names ? (
          <SentenceWithName sentence={entry.what} names={entry.names} language={language} />
        ) : (
          entry.what
        ),
        who: entry.who,
        detail: entry.details.length > 0 && (
          <>
            {entry.details.map((detail, place) => (
              <p key={place}>{detail.isTyped ? <Typed>{detail.text}</Typed> : detail.text}</p>
            ))}
          </>
        ),
      }))}
    />
  )
}

/**
 * The decision; what is still awaited is settled with it. While lines wait for somebody's word, the next of them is what
 * is to be done first.
 */
export function Decision(props: CasePageProps) {
  const { call, found, lines, around, may, authenticity, signature } = props
  const { t, href } = call
  const awaited = around.evidence.filter(({ state }) => state === 'open').length
  const waiting = lines.filter(({ verdict }) => verdict === 'needs-decision')
  const next = may.evaluate ? waiting[0] : undefined
  const count = waiting.length
  return (
    <Section
      id="decision"
      title={t(m('page.case.decide'))}
      lead={t(count > 0 ? m('decide.lines-wait', { count }) : m('page.case.decide-hint'))}
      actions={
        next && (
          <ButtonLink icon="arrow" href={href(`/recognition/cases/${found.id}/lines/${next.id}`)}>
            {t(m('decide.next-line', { code: next.code }))}
          </ButtonLink>
        )
      }
    >
      <Doubts call={call} found={found} lines={lines} {...{ authenticity, signature }} />
      {awaited > 0 && (
        <Notice tone="attention">{t(m('page.case.still-awaited', { count: awaited }))}</Notice>
      )}
      <Form
        action={href(`/recognition/cases/${found.id}/decision`)}
        csrf={call.frame.csrf}
        hidden={{ basis: found.input_hash ?? '', seen: String(around.changes) }}
      >
        <Button icon="check" look={count > 0 ? 'secondary' : 'primary'}>
          {t(m('page.case.decide'))}
        </Button>
      </Form>
    </Section>
  )
}

/** What an evaluator should have looked at before they decide; it keeps nobody from it. */
function Doubts({
  call,
  found,
  lines,
  authenticity,
  signature,
}: Pick<CasePageProps, 'call' | 'found' | 'lines' | 'authenticity' | 'signature'>) {
  const { t, language, href } = call
  const off = lines.filter(({ engine, set }) =>
    [...engine.reasons, ...(set?.reasons ?? [])].some(
      ({ key }) => key === 'reason.grade.unreadable',
    ),
  )
  const isSigned = signature?.outcome === 'valid'
  const isUnchecked = authenticity !== null && authenticity.length === 0 && !isSigned
  const codes = formatList(
    off.slice(0, 10).map(({ code }) => code),
    language,
  )
  return (
    <>
      {off.length > 0 && (
        <Notice
          tone="attention"
          title={t(m('compact.off-scale', { count: off.length, codes }))}
          action={
            // Which scale an institution's grades are read on, by year of intake.
            <ButtonLink look="quiet" href={href('/recognition/schemes')}>
              {t(m('scheme.title'))}
            </ButtonLink>
          }
        >
          {t(m('compact.off-scale-hint'))}
        </Notice>
      )}
      {isUnchecked && (
        <Notice
          tone="attention"
          title={t(m('compact.unchecked'))}
          action={
            <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/authenticity`)}>
              {t(m('authentic.open'))}
            </ButtonLink>
          }
        >
          {t(m('compact.unchecked-hint'))}
        </Notice>
      )}
    </>
  )
}

export function Withdrawal({ call, found, refusal }: CasePageProps) {
  const { t, language, href } = call
  return (
    <Fold summary={t(m('page.case.withdraw'))}>
      <Form action={href(`/recognition/cases/${found.id}/withdrawal`)} csrf={call.frame.csrf}>
        <Field
          kind="text"
          language={language}
          name="reason"
          label={t(m('page.case.withdraw-reason'))}
          error={refusal?.fields['reason']}
          required
        />
        <Button look="harm">{t(m('page.case.withdraw'))}</Button>
      </Form>
    </Fold>
  )
}
