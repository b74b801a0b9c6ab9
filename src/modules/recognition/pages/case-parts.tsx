import { formatInstant } from '#kernel/values'
import { Button, Field, Fold, Form, Section, Timeline, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageProps } from './case-props.ts'
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

/** What happened, the newest last. */
export function Story({ call, found, story }: CasePageProps) {
  const { t, language } = call
  return (
    <Section title={t(m('page.case.story'))}>
      <Timeline
        label={t(m('page.case.story'))}
        entries={story.map((entry) => ({
          at: entry.at.toISOString(),
          when: formatInstant(entry.at, found.home_time_zone, language, 'medium'),
          what: entry.what,
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
    </Section>
  )
}

export function Decision({ call, found }: CasePageProps) {
  const { t, href } = call
  return (
    <Section title={t(m('page.case.decide'))} lead={t(m('page.case.decide-hint'))}>
      <Form
        action={href(`/recognition/cases/${found.id}/decision`)}
        csrf={call.frame.csrf}
        hidden={{ basis: found.input_hash ?? '' }}
      >
        <Button icon="check">{t(m('page.case.decide'))}</Button>
      </Form>
    </Section>
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
