import type { Translate } from '#kernel/messages'
import {
  dateInZone,
  displayName,
  formatDate,
  clauses,
  formatNumber,
  labelled,
  type Language,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  Page,
  Section,
  Stack,
  Timeline,
} from '#ui'
import { m } from '../messages/index.ts'
import { caseTrail } from './case-trail.ts'
import { termArgument } from '../term-names.ts'
import { TableLinks } from './table-links.tsx'
import type { CaseFactsProps } from './case-facts-props.ts'
import { FactsMissing } from './case-facts-asked.tsx'
import { LearntCourses } from './case-facts-lines.tsx'
import type { StayFacts } from '../rules/stay-types.ts'

/** Terms of one transcript for which credit at home can be stated. */
export const mostTerms = 12

/** The page on which the office states the time abroad and how courses were learnt, with what was stated before. */
export function CaseFactsPage(props: CaseFactsProps) {
  const { call, found, refusal } = props
  const { t, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('case-facts.title'))}
      wide
      trail={caseTrail(call, found)}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading
          level={1}
          lead={t(m('case-facts.lead'))}
          actions={
            <ButtonGroup>
              <TableLinks
                call={call}
                href={(format) =>
                  call.href(`/recognition/cases/${found.id}/facts/table`, { format })
                }
              />
            </ButtonGroup>
          }
        >
          {t(m('case-facts.title'))}
        </Heading>
        <FactsMissing {...props} />
        <FactsForm {...props} />
        <Earlier {...props} />
      </Stack>
    </Page>
  )
}

function FactsForm(props: CaseFactsProps) {
  const { call, found, stated, values, refusal } = props
  const { t, language, href } = call
  const day = (name: 'from' | 'to') => (
    <Field
      kind="date"
      language={language}
      name={name}
      width="short"
      required={false}
      label={t(m(`stay.${name}`))}
      value={values[name] ?? ''}
      error={refusal?.fields[name]}
    />
  )
  return (
    <Form
      action={href(`/recognition/cases/${found.id}/facts`)}
      csrf={call.frame.csrf}
      hidden={{ seen: stated[0]?.id ?? '' }}
    >
      <FieldSet legend={t(m('stay.dates'))} columns>
        {day('from')}
        {day('to')}
      </FieldSet>
      <FieldSet legend={t(m('stay.studies'))} columns>
        <Answer props={props} name="suspended" label={t(m('stay.suspended'))} />
        <Answer props={props} name="lastTerm" label={t(m('stay.last-term'))} />
      </FieldSet>
      <HomeTerms {...props} />
      <LearntCourses {...props} />
      <Field
        kind="textarea"
        language={language}
        name="reason"
        rows={2}
        maxlength={500}
        required
        label={t(m('stay.reason'))}
        hint={t(m('stay.reason-hint'))}
        value={values['reason'] ?? ''}
        error={refusal?.fields['reason']}
      />
      <ButtonGroup>
        <Button>{t(m('correction.save'))}</Button>
        <ButtonLink look="quiet" href={href(`/recognition/cases/${found.id}`)}>
          {t(m('correction.back'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

function Answer({
  props: { call, values },
  name,
  label,
}: {
  props: CaseFactsProps
  name: 'suspended' | 'lastTerm'
  label: string
}) {
  const { t, language } = call
  return (
    <Field
      kind="select"
      language={language}
      name={name}
      label={label}
      value={values[name] ?? ''}
      noEmpty
      options={[
        { value: '', label: t(m('correction.status.unsaid')) },
        { value: 'yes', label: t(m('stay.yes')) },
        { value: 'no', label: t(m('stay.no')) },
      ]}
    />
  )
}

/** What was taken at home meanwhile, for each term of the transcript. */
function HomeTerms({ call, terms, values, refusal }: CaseFactsProps) {
  const { t, language } = call
  if (terms.length === 0) return null
  return (
    <FieldSet legend={t(m('stay.home-terms'))} hint={t(m('stay.home-terms-hint'))} columns>
      {terms.map((term, place) => (
        <div key={term}>
          <input type="hidden" name={`term.${place}`} value={term} />
          <Field
            kind="text"
            language={language}
            name={`credit.${place}`}
            width="short"
            inputmode="decimal"
            required={false}
            label={t(m('stay.home-term', { term: termArgument(term) }))}
            value={values[`home.${term}`] ?? ''}
            error={refusal?.fields[`credit.${place}`]}
          />
        </div>
      ))}
    </FieldSet>
  )
}

function Earlier({ call, found, stated }: CaseFactsProps) {
  const { t, language } = call
  if (stated.length === 0) return null
  return (
    <Section title={t(m('stay.stated'))}>
      <Timeline
        label={t(m('stay.stated'))}
        entries={stated.map((each) => ({
          at: each.at.toISOString(),
          when: formatDate(dateInZone(each.at, found.home_time_zone), language, 'medium'),
          what: clauses(stayLines(each.stay, t, language), language) || '–',
          who: displayName(each.by, language),
          detail: each.reason,
        }))}
      />
    </Section>
  )
}

/** What was stated of a stay, point by point. */
export function stayLines(stay: StayFacts, t: Translate, language: Language): string[] {
  const point = (label: string, value: string) => labelled(label, value, language)
  const answer = (value: boolean) => t(m(value ? 'stay.yes' : 'stay.no'))
  return [
    stay.from && point(t(m('stay.from')), formatDate(stay.from, language, 'medium')),
    stay.to && point(t(m('stay.to')), formatDate(stay.to, language, 'medium')),
    stay.suspended !== null && point(t(m('stay.suspended')), answer(stay.suspended)),
    stay.lastTerm !== null && point(t(m('stay.last-term')), answer(stay.lastTerm)),
    ...stay.homeTerms.map(({ term, credit }) =>
      point(
        t(m('stay.home-term', { term: termArgument(term) })),
        formatNumber(credit, language, 3),
      ),
    ),
  ].filter((each) => each !== null && each !== false)
}
