import { formatAcademicYear, formatNumber } from '#kernel/values'
import { Button, ButtonGroup, type Column, EmptyState, Form, Section, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { termsOf } from '../queries/organisations.ts'
import { type Office, OfficeFrame } from './office.tsx'
import { termName } from './organisation.tsx'
import { asker, type FormState, LocalAsk, period, type Scene } from './scene.tsx'

type Term = Awaited<ReturnType<typeof termsOf>>[number]

interface TermsProps {
  scene: Scene
  office: Office
  terms: readonly Term[]
  form: FormState
}

/** The terms of an organisation's years; partners match theirs against these by dates. */
export function TermsPage({ scene, office, terms, form }: TermsProps) {
  const ask = asker(scene, form)
  const { t, href, language } = scene
  return (
    <OfficeFrame scene={scene} office={office} tab="terms" title={t(m('office.terms'))} form={form}>
      <Table
        language={language}
        caption={t(m('office.terms'))}
        captionHidden
        columns={termColumns(scene)}
        rows={terms}
        rowKey={(term) => term.id}
        empty={<EmptyState title={t(m('term.none'))} why={t(m('term.none-why'))} />}
      />
      {office.may.terms && (
        <Section title={t(m('term.set'))} id="set-term" lead={t(m('term.set-lead'))}>
          <Form action={href(`/organisations/${office.id}/terms`)} csrf={scene.frame.csrf}>
            {ask('text', 'academicYear', m('field.academic-year'), {
              hint: m('hint.academic-year'),
              width: 'short',
            })}
            {ask('number', 'termNumber', m('field.term-number'), { width: 'short' })}
            {ask('number', 'termsInYear', m('field.terms-in-year'), { width: 'short' })}
            {ask('date', 'startsOn', m('field.first-day'), { width: 'short' })}
            {ask('date', 'endsOn', m('field.last-day'), { width: 'short' })}
            {ask('number', 'teachingWeeks', m('field.teaching-weeks'), {
              required: false,
              width: 'short',
            })}
            <LocalAsk
              scene={scene}
              form={form}
              name="names"
              legend={m('field.names')}
              hint={m('hint.term-names')}
            />
            <ButtonGroup>
              <Button>{t(m('term.set'))}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
    </OfficeFrame>
  )
}

function termColumns(scene: Scene): Column<Term>[] {
  const { t, language } = scene
  return [
    {
      key: 'term',
      label: t(m('field.term')),
      primary: true,
      cell: (term) => termName(scene, term),
    },
    {
      key: 'year',
      label: t(m('field.academic-year')),
      cell: (term) => formatAcademicYear(term.academic_year, language),
    },
    {
      key: 'period',
      label: t(m('field.period')),
      kind: 'date',
      cell: (term) => period(scene, term.starts_on, term.ends_on),
    },
    {
      key: 'weeks',
      label: t(m('field.teaching-weeks')),
      kind: 'number',
      cell: (term) =>
        term.teaching_weeks === null ? '–' : formatNumber(term.teaching_weeks, language),
    },
  ]
}
