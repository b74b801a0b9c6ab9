import type { FormState, Scene } from '#kernel/http'
import { moneyToDecimal } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type EntryRow,
  EntryGrid,
  Field,
  FieldSet,
  Form,
  Notice,
  type Option,
  Section,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import { type Budget, budgetCurrencies, fundAfter } from '../rules/budget.ts'
import type { Destination } from '../rules/questions.ts'
import { studyLevels } from './application-words.tsx'
import { EditFrame } from './edit.tsx'
import { localText } from './scene.tsx'

/** The most destinations of one call. */
export const mostDestinations = 200

interface AudiencePageProps {
  scene: Scene
  call: CallRow
  organisations: readonly Option[]
  lacks: readonly ('days' | 'questions' | 'seats' | 'merit')[]
  rows: readonly EntryRow[]
  form: FormState
}

/** Who may apply, and for which seats. */
export function AudiencePage(props: AudiencePageProps) {
  const { scene, call } = props
  const { t, href, frame } = scene
  const isFixed = call.state !== 'draft'
  return (
    <EditFrame {...props} part="audience">
      {isFixed && <Notice tone="info">{t(m('refusal.asked-already'))}</Notice>}
      <Form
        action={href(`/calls/${call.id}/audience`)}
        csrf={frame.csrf}
        hidden={{ version: String(call.version) }}
      >
        <Section title={t(m('call.who'))} id="who" lead={t(m('audience.lead'))}>
          <Eligibility {...props} />
        </Section>
        <Section
          title={t(m('call.destinations'))}
          id="destinations"
          lead={t(m('audience.seats-lead'))}
        >
          <p class="hint">{t(m('budget.lead'))}</p>
          <Seats {...props} />
        </Section>
        {!isFixed && (
          <ButtonGroup>
            <Button look="secondary">{t(m('edit.save'))}</Button>
          </ButtonGroup>
        )}
      </Form>
    </EditFrame>
  )
}

function Eligibility(props: AudiencePageProps) {
  const { scene, call, form } = props
  const { t, language } = scene
  const disabled = call.state !== 'draft'
  return (
    <>
      <Field
        kind="checkbox"
        language={language}
        name="enrolled"
        label={t(m('rule.enrolled-here'))}
        value="yes"
        checked={form.values['enrolled'] === 'yes'}
        disabled={disabled}
      />
      <Field
        kind="checkboxes"
        language={language}
        name="levels"
        label={t(m('audience.levels'))}
        hint={t(m('audience.levels-hint'))}
        inline
        value={(form.values['levels'] ?? '').split(' ')}
        options={studyLevels.map((value) => ({ value, label: t(m(`level.${value}`)) }))}
        required={false}
        disabled={disabled}
      />
      <Field
        kind="number"
        language={language}
        name="years"
        label={t(m('audience.years'))}
        inputmode="numeric"
        width="short"
        value={form.values['years']}
        error={form.errors['years']}
        required={false}
        disabled={disabled}
      />
      <AnswerRules {...props} />
    </>
  )
}

/** Conditions on answers: at least a number, or yes. */
function AnswerRules({ scene, call, form }: AudiencePageProps) {
  const { t, language } = scene
  const disabled = call.state !== 'draft'
  const asked = call.definition.questions.filter(({ kind }) => ['number', 'yes-no'].includes(kind))
  if (asked.length === 0) return null
  return (
    <FieldSet legend={t(m('audience.answers'))} hint={t(m('audience.answers-hint'))}>
      {asked.map(({ id, kind, label }) =>
        kind === 'number' ? (
          <Field
            key={id}
            kind="number"
            language={language}
            name={`least.${id}`}
            label={t(m('audience.least', { question: localText(scene, label) }))}
            width="short"
            value={form.values[`least.${id}`]}
            error={form.errors[`least.${id}`]}
            required={false}
            disabled={disabled}
          />
        ) : (
          <Field
            key={id}
            kind="checkbox"
            language={language}
            name={`yes.${id}`}
            label={t(m('audience.yes', { question: localText(scene, label) }))}
            value="yes"
            checked={form.values[`yes.${id}`] === 'yes'}
            disabled={disabled}
          />
        ),
      )}
    </FieldSet>
  )
}

function Seats({ scene, call, organisations, rows }: AudiencePageProps) {
  const { t, language } = scene
  return (
    <EntryGrid
      caption={t(m('call.destinations'))}
      name="place"
      language={language}
      most={mostDestinations}
      disabled={call.state !== 'draft'}
      columns={[
        {
          name: 'organisation',
          label: t(m('audience.member')),
          kind: 'select',
          options: [{ value: '', label: t(m('audience.no-member')) }, ...organisations],
        },
        { name: 'name', label: t(m('audience.name')), size: 'wide', maxlength: 200 },
        { name: 'seats', label: t(m('field.seats')), kind: 'number', size: 'narrow', maxlength: 4 },
        { name: 'total', label: t(m('budget.total')), maxlength: 20 },
        { name: 'award', label: t(m('budget.award')), maxlength: 20 },
        {
          name: 'currency',
          label: t(m('budget.currency')),
          kind: 'select',
          options: budgetCurrencies.map((code) => ({ value: code, label: code })),
        },
      ]}
      rows={rows}
    />
  )
}

/** Destinations as rows to be typed, with some empty ones. */
export function destinationRows(destinations: readonly Destination[]): EntryRow[] {
  const rows = destinations.map(({ organisationId, name, seats, budget }) => ({
    values: {
      organisation: organisationId ?? '',
      name: organisationId === null ? (Object.values(name)[0] ?? '') : '',
      seats: budget ? '' : String(seats),
      ...fundValues(budget),
    },
    languages: { name: '' as const },
  }))
  const empty = { values: { organisation: '', name: '', seats: '', ...fundValues(undefined) } }
  return [...rows, ...Array.from({ length: destinations.length === 0 ? 5 : 3 }, () => empty)]
}

function fundValues(budget: Budget | undefined) {
  if (!budget) return { total: '', award: '', currency: budgetCurrencies[0] }
  const { total, award } = fundAfter(budget, 0)
  return {
    total: moneyToDecimal(total),
    award: moneyToDecimal(award),
    currency: budget.currency,
  }
}

/** The values with which the form of who may apply begins. */
export function audienceValues(call: CallRow): Record<string, string> {
  const values: Record<string, string> = {}
  for (const rule of call.definition.eligibility) {
    if (rule.kind === 'enrolled-here') values['enrolled'] = 'yes'
    if (rule.kind === 'level') values['levels'] = rule.levels.join(' ')
    if (rule.kind === 'years-studied') values['years'] = String(rule.atLeast)
    if (rule.kind === 'answer-yes') values[`yes.${rule.questionId}`] = 'yes'
    if (rule.kind === 'answer-at-least') values[`least.${rule.questionId}`] = rule.atLeast
  }
  return values
}
