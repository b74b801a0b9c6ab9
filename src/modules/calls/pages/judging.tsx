import type { FormState, Scene } from '#kernel/http'
import { type Language, languages } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type EntryRow,
  EntryGrid,
  Field,
  Form,
  Notice,
  Section,
  languageNames,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import type { ReviewPlan } from '../rules/questions.ts'
import { mostReferences } from '../rules/references.ts'
import { EditFrame } from './edit.tsx'

/** The most criteria of a rubric. */
export const mostCriteria = 20

interface JudgingPageProps {
  scene: Scene
  call: CallRow
  lacks: readonly ('days' | 'questions' | 'seats' | 'merit')[]
  rows: readonly EntryRow[]
  form: FormState
}

/** By how many applications are reviewed, and by what: the criteria with their points and weights. */
export function JudgingPage(props: JudgingPageProps) {
  const { scene, call, form } = props
  const { t, href, frame, language } = scene
  const isFixed = call.state !== 'draft'
  return (
    <EditFrame {...props} part="judging">
      {isFixed && <Notice tone="info">{t(m('refusal.asked-already'))}</Notice>}
      <Form
        action={href(`/calls/${call.id}/judging`)}
        csrf={frame.csrf}
        hidden={{ version: String(call.version) }}
      >
        <Section title={t(m('judging.title'))} id="judging" lead={t(m('judging.lead'))}>
          <Field
            kind="number"
            language={language}
            name="each"
            label={t(m('judging.each'))}
            hint={t(m('judging.each-hint'))}
            inputmode="numeric"
            width="short"
            value={form.values['each']}
            error={form.errors['each']}
            required={false}
            disabled={isFixed}
          />
          <Field
            kind="checkbox"
            language={language}
            name="blind"
            label={t(m('judging.blind'))}
            hint={t(m('judging.blind-hint'))}
            value="yes"
            checked={form.values['blind'] === 'yes'}
            disabled={isFixed}
          />
          <Criteria {...props} isFixed={isFixed} />
        </Section>
        <References scene={scene} form={form} isFixed={isFixed} />
        <Appeals scene={scene} form={form} isFixed={isFixed} />
        {!isFixed && (
          <ButtonGroup>
            <Button look="secondary">{t(m('edit.save'))}</Button>
          </ButtonGroup>
        )}
      </Form>
    </EditFrame>
  )
}

/** By what is judged; of a call that is out there stands what was set, and no row to type in. */
function Criteria({
  scene,
  rows,
  isFixed,
}: Pick<JudgingPageProps, 'scene' | 'rows'> & { isFixed: boolean }) {
  const { t, language } = scene
  if (rows.length === 0) return <p>{t(m('judging.no-criteria'))}</p>
  const others = languages.filter((each) => each !== language)
  const name = (each: Language) => `${t(m('judging.criterion'))} (${languageNames[each]})`
  return (
    <EntryGrid
      caption={t(m('judging.title'))}
      name="criterion"
      language={language}
      most={mostCriteria}
      disabled={isFixed}
      columns={[
        ...[language, ...others].map((each) => ({
          name: each,
          label: name(each),
          size: each === language ? ('wide' as const) : ('normal' as const),
          maxlength: 200,
        })),
        { name: 'most', label: t(m('judging.most')), kind: 'number', size: 'narrow' },
        { name: 'weight', label: t(m('judging.weight')), kind: 'number', size: 'narrow' },
      ]}
      rows={rows}
    />
  )
}

/** In how many days a result may be appealed. */
function Appeals({
  scene,
  form,
  isFixed,
}: Pick<JudgingPageProps, 'scene' | 'form'> & { isFixed: boolean }) {
  const { t, language } = scene
  return (
    <Section title={t(m('appeal.title'))} id="appeal">
      <Field
        kind="number"
        language={language}
        name="appeal"
        label={t(m('judging.appeal'))}
        hint={t(m('judging.appeal-hint'))}
        inputmode="numeric"
        width="short"
        value={form.values['appeal']}
        error={form.errors['appeal']}
        required={false}
        disabled={isFixed}
      />
    </Section>
  )
}

/** How many references the call wants, and whether applicants may read them. */
function References({
  scene,
  form,
  isFixed,
}: Pick<JudgingPageProps, 'scene' | 'form'> & { isFixed: boolean }) {
  const { t, language } = scene
  return (
    <Section
      title={t(m('references.title'))}
      id="references"
      lead={t(m('judging.references-lead'))}
    >
      <Field
        kind="select"
        language={language}
        name="references"
        label={t(m('judging.references'))}
        value={form.values['references'] || '0'}
        options={Array.from({ length: mostReferences + 1 }, (_, count) => ({
          value: String(count),
          label: t(m('judging.references-count', { count })),
        }))}
        noEmpty
        width="medium"
        disabled={isFixed}
      />
      <Field
        kind="checkbox"
        language={language}
        name="referencesShown"
        label={t(m('judging.references-shown'))}
        hint={t(m('judging.references-hint'))}
        value="yes"
        checked={form.values['referencesShown'] === 'yes'}
        disabled={isFixed}
      />
    </Section>
  )
}

/** The criteria as rows: while they may be typed, with some empty ones. */
export function criterionRows(review: ReviewPlan | undefined, isFixed: boolean): EntryRow[] {
  const rows = (review?.criteria ?? []).map(({ label, most, weight }) => ({
    values: { ...label, most: String(most), weight: String(weight) },
    languages: Object.fromEntries(languages.map((each) => [each, each])),
  }))
  return isFixed ? rows : [...rows, ...Array.from({ length: 3 }, () => ({ values: {} }))]
}
