import { formatDateRange } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Typed,
} from '#ui'
import { visitPapers } from '../documents/visits.ts'
import { m } from '../messages/index.ts'
import { isOpenVisit, mayAskPartner, visitOutcomes } from '../rules/visits.ts'
import { ContactFields } from './contact-fields.tsx'
import { Amend } from './visit-facts.tsx'
import { Costs, Members, Programme } from './visit-parts.tsx'
import { visitStateOf } from './visits.tsx'
import { type VisitPageProps, visitsBase } from './visit-props.ts'
import { base, Named, nameOf } from './words.tsx'

/** A visit: what is to be done now, who comes, what happens when, what it costs, its papers, and what came of it. */
export function VisitPage(props: VisitPageProps) {
  const { call, visit, form, may } = props
  const { t, href, language } = call
  const { comes_to_maker: comes } = visit
  return (
    <Page
      frame={call.frame}
      title={visit.title}
      trail={[
        { href: href(base), label: t(m('stays.title')) },
        { href: href(visitsBase), label: t(m('visits.title')) },
      ]}
      alert={
        form.message !== null && (
          <ErrorSummary language={language} message={form.message} fields={form.errors} />
        )
      }
    >
      <Stack gap="wide">
        <ObjectStrip
          language={language}
          kind={t(m(`visit-kind.${visit.kind}`))}
          title={<Typed>{visit.title}</Typed>}
          detail={t(
            m('stay.detail', {
              sending: nameOf(comes ? visit.partner : visit.maker, language),
              receiving: nameOf(comes ? visit.maker : visit.partner, language),
              dates: formatDateRange(visit.starts_on, visit.ends_on, language),
            }),
          )}
          state={visitStateOf(call, visit.state)}
        />
        <Now {...props} />
        {may.edit && isOpenVisit(visit.state) && <Amend {...props} />}
        {visit.purpose !== '' && (
          <Section title={t(m('visit.purpose'))} id="purpose">
            <Words text={visit.purpose} />
          </Section>
        )}
        <Members {...props} />
        <Programme {...props} />
        <Costs {...props} />
        <Papers {...props} />
        {may.edit && isOpenVisit(visit.state) && <Cancel {...props} />}
      </Stack>
    </Page>
  )
}

/** What somebody wrote, in whatever language, with its paragraphs. */
function Words({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((part) => part.trim() !== '')
        .map((part, index) => (
          <p key={index}>
            <Typed>{part}</Typed>
          </p>
        ))}
    </>
  )
}

function Now(props: VisitPageProps) {
  const { call, visit, may } = props
  const { t, language } = call
  const partner = nameOf(visit.partner, language)
  if (visit.state === 'draft') return <Ask {...props} />
  if (visit.state === 'asked' && may.answer) return <AnswerForm {...props} />
  if (visit.state === 'asked') {
    return <Notice tone="info" title={t(m('visit-now.asked', { partner }))} />
  }
  if (visit.state === 'refused' || visit.state === 'cancelled') {
    const words = visit.state === 'refused' ? visit.answer_note : visit.cancel_reason
    return (
      <>
        <Notice
          tone={visit.state === 'refused' ? 'harm' : 'info'}
          title={t(m(`visit-now.${visit.state}`, { partner }))}
        >
          {words !== '' && (
            <p>
              <Typed>{words}</Typed>
            </p>
          )}
          {may.edit && visit.state === 'refused' && <p>{t(m('visit-now.ask-again'))}</p>}
        </Notice>
        {mayAskPartner(visit) && <Ask {...props} />}
      </>
    )
  }
  if (visit.state === 'reported') {
    return (
      <Section title={t(m('visit.report'))} id="report">
        <p>{t(m(`visit-outcome.${visit.outcome ?? 'none'}`))}</p>
        <Words text={visit.report} />
      </Section>
    )
  }
  const isChanged = mayAskPartner(visit)
  return (
    <>
      {isChanged ? (
        <Notice tone="attention" title={t(m('visit-now.changed', { partner }))} />
      ) : (
        <Notice tone="done" title={t(m('visit-now.agreed'))} />
      )}
      {isChanged && <Ask {...props} />}
      {may.edit && <ReportForm {...props} />}
    </>
  )
}

function Ask({ call, visit, may, contact, form }: VisitPageProps) {
  const { t, href, frame, language } = call
  if (!may.edit) return null
  const to = (path: string) => href(`${visitsBase}/${visit.id}/${path}`)
  const partner = nameOf(visit.partner, language)
  return (
    <Section title={t(m('visit.ask-title'))} id="ask">
      {contact !== 'works-here' && (
        <>
          <Notice
            tone={contact ? 'info' : 'attention'}
            title={t(
              contact
                ? m('visit.mailed-to', { name: contact.name, email: contact.email })
                : m('contact.nobody', { host: partner }),
            )}
          />
          {contact === null && (
            <Form action={to('contact')} csrf={frame.csrf}>
              <ContactFields call={call} contact={contact} form={form} />
              <Button look="secondary">{t(m('visit.keep'))}</Button>
            </Form>
          )}
        </>
      )}
      <Form action={to('asking')} csrf={frame.csrf} hidden={{ basedOn: String(visit.edition) }}>
        <p>{t(m('visit.ask-lead', { partner }))}</p>
        <Button>{t(m('visit.ask'))}</Button>
      </Form>
    </Section>
  )
}

function AnswerForm({ call, visit, form }: VisitPageProps) {
  const { t, href, frame } = call
  return (
    <Section title={t(m('visit.answer-title'))} id="answer">
      <Form
        action={href(`${visitsBase}/${visit.id}/answer`)}
        csrf={frame.csrf}
        hidden={{ edition: String(visit.edition) }}
      >
        <VisitAnswerFields call={call} form={form} />
        <Button>{t(m('visit.answer'))}</Button>
      </Form>
    </Section>
  )
}

/** The answer of the partner: yes or no, with words; in its office and by link alike. */
export function VisitAnswerFields({ call, form }: Pick<VisitPageProps, 'call' | 'form'>) {
  const { t, language } = call
  return (
    <>
      <Field
        kind="radio"
        language={language}
        name="answer"
        value={form.values['answer'] ?? ''}
        error={form.errors['answer']}
        label={t(m('visit.answer-label'))}
        options={[
          { value: 'agreed', label: t(m('visit.agree')) },
          { value: 'refused', label: t(m('visit.refuse')) },
        ]}
      />
      <Field
        kind="textarea"
        language={language}
        name="note"
        value={form.values['note'] ?? ''}
        error={form.errors['note']}
        label={t(m('visit.note'))}
        hint={t(m('visit.note-hint'))}
        rows={3}
        maxlength={2000}
        required={false}
      />
    </>
  )
}

function ReportForm({ call, visit, form }: VisitPageProps) {
  const { t, href, frame, language } = call
  return (
    <Section title={t(m('visit.report'))} id="report">
      <p>{t(m('visit.report-lead'))}</p>
      <Form action={href(`${visitsBase}/${visit.id}/report`)} csrf={frame.csrf}>
        <Field
          kind="textarea"
          language={language}
          name="report"
          value={form.values['report'] ?? ''}
          error={form.errors['report']}
          label={t(m('visit.report-words'))}
          rows={6}
          maxlength={10_000}
        />
        <Field
          kind="select"
          language={language}
          name="outcome"
          value={form.values['outcome'] ?? ''}
          error={form.errors['outcome']}
          label={t(m('visit.outcome'))}
          options={visitOutcomes.map((value) => ({
            value,
            label: t(m(`visit-outcome.${value}`)),
          }))}
        />
        <Button>{t(m('visit.report-do'))}</Button>
      </Form>
    </Section>
  )
}

function Papers({ call, visit, parts }: VisitPageProps) {
  const { t, href } = call
  if (parts.members.length === 0) return null
  return (
    <Section title={t(m('visit.papers'))} id="papers">
      <ButtonGroup>
        {visitPapers
          .filter((paper) => paper !== 'programme' || parts.programme.length > 0)
          .map((paper) => (
            <ButtonLink
              key={paper}
              look="quiet"
              icon="download"
              href={href(`${visitsBase}/${visit.id}/papers/${paper}`)}
            >
              {t(m(`visit-paper.${paper}`))}
            </ButtonLink>
          ))}
      </ButtonGroup>
      <p class="quiet">
        {t(m('visit.hosted-by'))}{' '}
        <Named
          names={visit.comes_to_maker ? visit.maker : visit.partner}
          language={call.language}
        />
      </p>
    </Section>
  )
}

function Cancel({ call, visit, form }: VisitPageProps) {
  const { t, href, frame, language } = call
  return (
    <Fold summary={t(m('visit.cancel'))} open={form.errors['reason'] !== undefined}>
      <Form action={href(`${visitsBase}/${visit.id}/cancellation`)} csrf={frame.csrf}>
        <Field
          kind="textarea"
          language={language}
          name="reason"
          value={form.values['reason'] ?? ''}
          error={form.errors['reason']}
          label={t(m('visit.cancel-why'))}
          rows={2}
          maxlength={2000}
          required={visit.visible}
        />
        <Button look="harm">{t(m('visit.cancel'))}</Button>
      </Form>
    </Fold>
  )
}
