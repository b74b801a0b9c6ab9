import { localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { DocumentRow } from '../queries/documents.ts'
import type { StepRow } from '../queries/steps.ts'
import { QualifiedSection } from './attachments.tsx'
import type { DocumentPageProps } from './document-props.ts'
import { Further } from './further.tsx'
import { HistorySection } from './history.tsx'
import { PaperSection } from './paper.tsx'
import { SignersSection } from './signers.tsx'
import { Capacity, dayWords, documentState, freshForm, Hash, isPast, Title } from './words.tsx'

/** A document as its office sees it: what it is, who has it, what was done, and what can be done now. */
export function DocumentPage(props: DocumentPageProps) {
  const { call, document, refused } = props
  const { t, language, href, frame } = call
  const latest = props.steps.filter(({ version }) => version === document.version)
  const title = localised(document.titles, language).text
  return (
    <Page
      frame={frame}
      title={title}
      trail={[{ href: href('/signing/documents'), label: t(m('documents.title')) }]}
      alert={
        refused && (
          <ErrorSummary
            language={language}
            message={refused.form.message ?? undefined}
            fields={refused.form.errors}
          />
        )
      }
    >
      <Strip {...props} latest={latest} />
      <Stack gap="wide">
        <Outcome {...props} />
        <SignersSection
          call={call}
          document={document}
          steps={latest}
          organisations={props.organisations}
          form={refused?.which === 'signer' ? refused.form : freshForm()}
        />
        {props.may.manage && document.state === 'draft' && latest.length > 0 && <Send {...props} />}
        {props.may.manage && <PaperSection {...props} steps={latest} />}
        <What {...props} />
        <QualifiedSection {...props} />
        <HistorySection
          {...props}
          scan={(id) => href(`/signing/documents/${document.id}/scans/${id}`)}
          moreScans={(id) =>
            props.moreScans
              .filter(({ signatureId }) => signatureId === id)
              .map(({ fileId }) =>
                href(`/signing/documents/${document.id}/attachments`, { file: fileId }),
              )
          }
        />
        {props.may.manage && <Further {...props} />}
      </Stack>
    </Page>
  )
}

function Strip({ call, document, latest }: DocumentPageProps & { latest: readonly StepRow[] }) {
  const { t, language, href } = call
  const state = documentState(t, document.state)
  const asked = latest.filter((step) => step.state === 'asked')
  const names = asked.map((step, place) => (
    <>
      {place > 0 && ' · '}
      <Capacity t={t} language={language} step={step} />
    </>
  ))
  return (
    <ObjectStrip
      language={language}
      kind={t(m('document.kind'))}
      title={<Title titles={document.titles} language={language} />}
      detail={t(m('document.version', { version: document.version }))}
      state={state}
      next={t(m(`next.${document.state}`))}
      who={asked.length > 0 ? <>{names}</> : localised(document.organisation, language).text}
      {...(document.due_on !== null && document.state === 'open'
        ? {
            until: dayWords(call, document.due_on),
            late: isPast(call, document.due_on, document.time_zone),
          }
        : {})}
      actions={
        <ButtonGroup>
          <ButtonLink look="secondary" icon="file" href={href(fileOf(document))}>
            {t(m('document.open'))}
          </ButtonLink>
          {document.state !== 'draft' && (
            <ButtonLink
              look="secondary"
              icon="download"
              href={href(`/signing/documents/${document.id}/evidence`)}
              download
            >
              {t(m('evidence.open'))}
            </ButtonLink>
          )}
        </ButtonGroup>
      }
    />
  )
}

/** The address of a version's PDF; of the latest unless said. */
export function fileOf({ id }: Pick<DocumentRow, 'id'>, version?: number): string {
  return `/signing/documents/${id}/file${version === undefined ? '' : `?version=${version}`}`
}

/** Why it came back, or that a version counts while another is under way. */
function Outcome({ call, document, versions, steps }: DocumentPageProps) {
  const { t } = call
  const ends = versions.find(({ number }) => number === document.version)?.ends ?? []
  const end = ends.find(({ how }) => how === document.state)
  const refusal = steps.find(
    ({ version, state }) => version === document.version && state === 'refused',
  )
  const reason = refusal?.signature?.reason ?? end?.reason ?? ''
  const inForce = document.state === 'signed' ? null : document.in_force
  if (inForce === null && (!end || document.state === 'signed')) return null
  return (
    <Stack>
      {end && document.state !== 'signed' && (
        <Notice tone="attention" title={t(m(`ended.${end.how as 'refused'}`))}>
          <p>{t(m('ended.void'))}</p>
          {reason !== '' && (
            <p>
              {t(m('ended.reason'))} <Typed>{reason}</Typed>
            </p>
          )}
        </Notice>
      )}
      {inForce !== null && (
        <Notice tone="info">{t(m('document.still-in-force', { version: inForce }))}</Notice>
      )}
    </Stack>
  )
}

function Send({ call, document }: DocumentPageProps) {
  const { t, href, frame } = call
  return (
    <Section title={t(m('send.title'))} id="send" lead={t(m('send.lead'))}>
      <Form action={href(`/signing/documents/${document.id}/sending`)} csrf={frame.csrf}>
        <Button>{t(m('send.do'))}</Button>
      </Form>
    </Section>
  )
}

/** What exactly is signed, and what it claims. */
function What({ call, document, may }: DocumentPageProps) {
  const { t, href } = call
  return (
    <Section title={t(m('what.title'))} id="what">
      <DescriptionList
        items={[
          { term: t(m('what.hash')), value: <Hash sha256={document.sha256} /> },
          { term: t(m('what.of')), value: t(m(`what.${document.kind}`)) },
          ...(document.reason === ''
            ? []
            : [{ term: t(m('what.reason')), value: <Typed>{document.reason}</Typed> }]),
          ...(document.expires_on === null
            ? []
            : [{ term: t(m('new.expires')), value: dayWords(call, document.expires_on) }]),
          ...(document.href !== null && may.openSubject
            ? [
                {
                  term: t(m('what.about')),
                  value: <a href={href(document.href)}>{t(m('what.open-subject'))}</a>,
                },
              ]
            : []),
        ]}
      />
      <p class="quiet">{t(m('claim'))}</p>
    </Section>
  )
}
