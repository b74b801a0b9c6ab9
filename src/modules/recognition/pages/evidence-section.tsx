import type { Call } from '#kernel/http'
import { formatDate } from '#kernel/values'
import { ButtonLink, Notice, Section, Stack, StateTag, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'
import type { EvidenceRow } from '../queries/evidence.ts'
import { Answers, dueText } from './evidence.tsx'
import { askedMessage, askedName, evidenceState } from './evidence-words.ts'

interface EvidenceSectionProps {
  call: Pick<Call, 't' | 'language' | 'href' | 'now'>
  found: CasePageRow
  requests: readonly EvidenceRow[]
  mayAsk: boolean
}

/** What was asked for and sent, on the page of the case. */
export function EvidenceSection(props: EvidenceSectionProps) {
  const { call, found, requests, mayAsk } = props
  const { t, href } = call
  if (requests.length === 0 && !mayAsk) return null
  return (
    <Section
      title={t(m('evidence.section'))}
      id="evidence"
      actions={
        mayAsk && (
          <ButtonLink
            look="secondary"
            small
            href={href(`/recognition/cases/${found.id}/evidence/new`)}
          >
            {t(m('evidence.new'))}
          </ButtonLink>
        )
      }
    >
      {requests.length === 0 ? (
        <p class="quiet">{t(m('evidence.none'))}</p>
      ) : (
        <Stack gap="normal">
          {requests.map((request) => (
            <Request key={request.id} {...props} request={request} />
          ))}
        </Stack>
      )}
    </Section>
  )
}

function Request({ call, request }: EvidenceSectionProps & { request: EvidenceRow }) {
  const { t, language, href } = call
  const { tone, label } = evidenceState(request)
  return (
    <article class="evidence-request">
      <p>
        <a href={href(`/recognition/evidence/${request.id}`)}>
          {t(m(`evidence.kind.${request.kind}`))}
        </a>{' '}
        <span class="quiet">
          {[request.line?.code, t(m('evidence.from', { name: askedName(request, language) }))]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p>
        <StateTag tone={tone}>{t(label)}</StateTag>{' '}
        {request.state === 'open' && (
          <span class="quiet">
            {t(m('evidence.until', { day: formatDate(request.due_on, language) }))}
          </span>
        )}
      </p>
      {request.words !== '' && (
        <blockquote class="talk-text">
          <Typed>{request.words}</Typed>
        </blockquote>
      )}
      <Answers call={call} request={request} />
    </article>
  )
}

/** Tells the student on the page of their case what waits for them. */
export function AskedOfYou({
  call,
  requests,
  reader,
}: {
  call: EvidenceSectionProps['call']
  requests: readonly EvidenceRow[]
  reader: string | null
}) {
  const { t, language, href } = call
  return (
    <>
      {requests
        .filter(({ state, asked_person_id: asked }) => state === 'open' && asked === reader)
        .map((request) => (
          <Notice
            key={request.id}
            tone={request.overdue_at ? 'harm' : 'attention'}
            title={t(m('evidence.asked-of-you'))}
            action={
              <ButtonLink href={href(`/recognition/evidence/${request.id}`)}>
                {t(m('evidence.answer-now'))}
              </ButtonLink>
            }
          >
            <p>{t(askedMessage(request, language))}</p>
            <p>{t(m('evidence.until', { day: dueText(request, call.now, language) }))}</p>
          </Notice>
        ))}
    </>
  )
}
