import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatDate, clauses, type Language } from '#kernel/values'
import {
  BesideScan,
  Button,
  ButtonGroup,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  Notice,
  Page,
  Section,
  Stack,
  Timeline,
} from '#ui'
import { m } from '../messages/index.ts'
import { caseTrail } from './case-trail.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import { blindFields, type LineFacts, type LineField, lineFields } from '../rules/line-facts.ts'
import { teachingKinds } from '../rules/types.ts'
import { correctionLines, factText, fieldLabel } from './correction-words.ts'
import { evidenceOptions, kindOptions } from './learning-words.ts'

/** What the form for correcting a line shows. */
export interface CorrectionPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  line: CaseLine
  /** The line as its transcript has it now. */
  facts: LineFacts
  seen: string
  values: Record<string, string>
  /** The scan or PDF of the original, where a browser can show it. */
  original: { href: string; isImage: boolean } | null
  titleLanguage: Language | ''
  /** Out of the second person's check: credit and grade as they were typed first are not shown. */
  isBlind: boolean
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The page on which a line is corrected to what stands on the original, with the original beside it. */
export function CorrectionPage(props: CorrectionPageProps) {
  const { call, found, line, refusal, original } = props
  const { t, language } = call
  const title = t(m('correction.title', { code: line.code }))
  return (
    <Page
      frame={call.frame}
      title={title}
      wide={original !== null}
      trail={caseTrail(call, found)}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m(props.isBlind ? 'correction.blind-lead' : 'correction.lead'))}>
          {title}
        </Heading>
        {original ? (
          <BesideScan {...original} language={language} title={t(m('page.draft.scan'))}>
            <CorrectionForm {...props} />
          </BesideScan>
        ) : (
          <>
            <NoScan {...props} />
            <CorrectionForm {...props} />
          </>
        )}
        <Before {...props} />
      </Stack>
    </Page>
  )
}

/** The paper, or the file that no browser shows, is what is compared. */
function NoScan({ call, found }: CorrectionPageProps) {
  const { t, href } = call
  if (found.original_kind === null) {
    return <Notice tone="attention" title={t(m('correction.no-scan'))} />
  }
  return (
    <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/original`)}>
      {t(m('page.case.original'))}
    </ButtonLink>
  )
}

function CorrectionForm(props: CorrectionPageProps) {
  const { call, found, line, values, refusal, isBlind } = props
  const { t, language, href } = call
  const text = (name: string, width: 'short' | 'full', maxlength: number) => (
    <Field
      kind="text"
      language={language}
      name={name}
      width={width}
      maxlength={maxlength}
      label={t(fieldLabel(name as 'code'))}
      value={values[name]}
      error={refusal?.fields[name]}
    />
  )
  return (
    <Form
      action={href(`/recognition/cases/${found.id}/lines/${line.id}/correction`)}
      csrf={call.frame.csrf}
      hidden={{ seen: props.seen, ...(isBlind ? { blind: '1' } : {}) }}
    >
      {text('code', 'short', 60)}
      {text('title', 'full', 500)}
      {!isBlind && (
        <FieldSet legend={t(m('correction.result'))} columns>
          {text('credit', 'short', 20)}
          {text('grade', 'short', 60)}
          <Status {...props} />
        </FieldSet>
      )}
      <Hours {...props} />
      <FieldSet legend={t(m('correction.when'))} columns>
        {text('term', 'short', 60)}
        {text('completedOn', 'short', 40)}
      </FieldSet>
      <Learning {...props} />
      <Field
        kind="textarea"
        language={language}
        name="reason"
        rows={2}
        maxlength={500}
        required
        label={t(m('correction.reason'))}
        hint={t(m('correction.reason-hint'))}
        value={values['reason']}
        error={refusal?.fields['reason']}
      />
      <ButtonGroup>
        <Button>{t(m('correction.save'))}</Button>
        <ButtonLink
          look="quiet"
          href={href(
            `/recognition/cases/${found.id}${isBlind ? '/check' : `#line-${line.position + 1}`}`,
          )}
        >
          {t(m(isBlind ? 'correction.back-to-check' : 'correction.back'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

function Status({ call, values, refusal }: CorrectionPageProps) {
  const { t, language } = call
  return (
    <Field
      kind="select"
      language={language}
      name="status"
      label={t(fieldLabel('status'))}
      value={values['status']}
      noEmpty
      options={[
        { value: '', label: t(m('correction.status.unsaid')) },
        ...(['passed', 'failed', 'in-progress'] as const).map((status) => ({
          value: status,
          label: t(m(`correction.status.${status}`)),
        })),
      ]}
      error={refusal?.fields['status']}
    />
  )
}

/** Class hours: one field for each kind that the line has, lectures where it has none. */
function Hours({ call, facts, values, refusal }: CorrectionPageProps) {
  const { t, language } = call
  const given = teachingKinds.filter((kind) => facts.hours?.[kind])
  const kinds = given.length === 0 ? (['lecture'] as const) : given
  return (
    <FieldSet legend={t(fieldLabel('hours'))} columns>
      {kinds.map((kind) => (
        <Field
          key={kind}
          kind="text"
          language={language}
          name={`hours.${kind}`}
          width="short"
          inputmode="decimal"
          label={t(m(`correction.hours.${kind}`))}
          value={values[`hours.${kind}`]}
          error={refusal?.fields[`hours.${kind}`]}
        />
      ))}
    </FieldSet>
  )
}

/** How it was learnt, and which papers have been seen of it. */
function Learning({ call, values, refusal }: CorrectionPageProps) {
  const { t, language } = call
  return (
    <FieldSet legend={t(m('fact.learning'))} columns>
      <Field
        kind="select"
        language={language}
        name="kind"
        label={t(fieldLabel('kind'))}
        value={values['kind'] ?? ''}
        noEmpty
        options={[{ value: '', label: t(m('correction.status.unsaid')) }, ...kindOptions(t)]}
        error={refusal?.fields['kind']}
      />
      <Field
        kind="checkboxes"
        language={language}
        name="evidence"
        label={t(fieldLabel('evidence'))}
        required={false}
        value={(values['evidence'] ?? '').split(' ')}
        options={evidenceOptions(t)}
      />
    </FieldSet>
  )
}

/** How the line stands now, and what was corrected before; to whoever is blind nothing that says what was typed first. */
function Before({ call, found, line, facts, isBlind }: CorrectionPageProps) {
  const { t, language } = call
  const shown = lineFields.filter((field) => !isBlind || !isOneOf(blindFields, field))
  return (
    <Section title={t(m('correction.stands'))}>
      <DescriptionList
        items={shown.map((field) => ({
          term: t(fieldLabel(field)),
          value: factText(facts, field, t, language),
        }))}
      />
      {line.corrections.length > 0 && !isBlind && (
        <Timeline
          label={t(m('correction.earlier'))}
          entries={line.corrections.map((each) => ({
            at: each.at.toISOString(),
            when: formatDate(dateInZone(each.at, found.home_time_zone), language, 'medium'),
            what: clauses(correctionLines(each.before, each.after, t, language), language),
            who: displayName(each.by, language),
            detail: each.reason,
          }))}
        />
      )}
    </Section>
  )
}

function isOneOf(fields: readonly LineField[], field: LineField): boolean {
  return fields.includes(field)
}
