import type { FormState, Scene } from '#kernel/http'
import { type Language, sortByText } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  Field,
  type FieldProps,
  FieldSet,
  FileList,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  ProgressBar,
  Stack,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import {
  type Destination,
  type FormStep,
  longestTexts,
  mostRanked,
  type Question,
} from '../rules/questions.ts'
import { graceEnd } from '../rules/timeline.ts'
import type { AnswerFile } from './application-words.tsx'
import { stepName } from './call.tsx'
import { instantOf, localText } from './scene.tsx'

/** The kinds of file that an applicant may send, and the largest. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.docx'

interface FillPageProps {
  scene: Scene
  application: ApplicationRow
  step: FormStep
  /** From 1. */
  place: number
  steps: number
  /** What stands in each field: what was typed, else what is saved. */
  given: Readonly<Record<string, readonly string[]>>
  files: ReadonlyMap<string, AnswerFile>
  inGrace: boolean
  form: FormState
}

/** One step of an application: a few questions on one screen, saved by either button. */
export function FillPage(props: FillPageProps) {
  const { scene, application, step, place, steps, form } = props
  const { t, href, frame, language } = scene
  const here = `/applications/${application.id}`
  const name = stepName(scene, step.title, place - 1)
  return (
    <Page
      frame={frame}
      title={name}
      trail={[
        { href: href('/calls'), label: t(m('browse.title')) },
        { href: href(here), label: localText(scene, application.titles) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Heading level={1} kicker={<Local language={scene.language} text={application.titles} />}>
        {name}
      </Heading>
      <Stack>
        <ProgressBar
          language={language}
          label={t(m('step.of', { number: place, steps }))}
          value={place - 1}
          max={steps}
          detail=""
        />
        {props.inGrace && (
          <Notice tone="attention">
            {t(m('fill.grace', { at: instantOf(scene, graceEnd(application.closes_at!)) }))}
          </Notice>
        )}
        <Form action={href(`${here}/steps/${place}`)} csrf={frame.csrf} files>
          {/* Enter presses the first button of a form, and that would be the one that removes a file. */}
          <button type="submit" name="go" value="next" hidden />
          {step.questions.map((question) => (
            <QuestionField key={question.id} {...props} question={question} />
          ))}
          <ButtonGroup>
            <Button name="go" value="next">
              {t(m(place < steps ? 'step.next' : 'step.to-check'))}
            </Button>
            <Button name="go" value="stay" look="secondary">
              {t(m('step.save'))}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    </Page>
  )
}

function QuestionField(props: FillPageProps & { question: Question }) {
  const { scene, question, given, form } = props
  const values = given[question.id] ?? []
  const hint = localText(scene, question.hint)
  if (question.kind === 'destinations') return <Wishes {...props} hint={hint} values={values} />
  if (question.kind === 'file') return <Files {...props} hint={hint} />
  const shared = {
    language: scene.language,
    name: question.id,
    label: localText(scene, question.label),
    error: form.errors[question.id],
    required: question.required ? undefined : (false as const),
    hint: hint || undefined,
  }
  const options = optionsOf(scene, question)
  const [value] = values
  switch (question.kind) {
    case 'long-text':
      return <LongText {...props} shared={shared} value={value} />
    case 'number':
      return <Field {...shared} kind="number" width="short" value={value} />
    case 'date':
      return <Field {...shared} kind="date" width="short" value={value} />
    case 'yes-no':
      return <Field {...shared} kind="radio" inline value={value} options={options} />
    case 'choice':
      return <Field {...shared} kind="radio" value={value} options={options} />
    case 'choices':
      return <Field {...shared} kind="checkboxes" value={values} options={options} />
    default:
      return (
        <Field
          {...shared}
          kind="text"
          maxlength={question.most ?? longestTexts.text}
          value={value}
        />
      )
  }
}

function LongText({
  scene,
  question,
  shared,
  value,
}: {
  scene: Scene
  question: Question
  shared: Pick<FieldProps, 'language' | 'name' | 'label' | 'error' | 'hint' | 'required'>
  value: string | undefined
}) {
  const most = question.most ?? longestTexts['long-text']
  const limit = scene.t(m('field.at-most', { most }))
  const hint = [shared.hint, limit].filter(Boolean).join(' ')
  return <Field {...shared} kind="textarea" hint={hint} rows={8} value={value} />
}

function optionsOf(scene: Scene, question: Question): Option[] {
  if (question.kind === 'yes-no') {
    return (['yes', 'no'] as const).map((value) => ({
      value,
      label: scene.t(m(`answer.${value}`)),
    }))
  }
  return question.options.map(({ id, label }) => ({ value: id, label: localText(scene, label) }))
}

type PartProps = FillPageProps & { question: Question; hint: string }

/** The destinations in the order of the wishes: one list of choices for each place in it. */
function Wishes({
  scene,
  question,
  application,
  values,
  hint,
  form,
}: PartProps & { values: readonly string[] }) {
  const { t, language } = scene
  const { destinations } = application.definition
  const most = Math.min(question.most ?? mostRanked, destinations.length)
  const options = destinationOptions(scene, destinations, language)
  return (
    <FieldSet
      legend={localText(scene, question.label)}
      hint={[hint, t(m('field.rank-hint'))].filter(Boolean).join(' ')}
    >
      {Array.from({ length: most }, (_, place) => (
        <Field
          key={place}
          id={place === 0 ? undefined : `field-${question.id}-${place + 1}`}
          language={language}
          kind="select"
          name={question.id}
          label={t(m('field.wish', { number: place + 1 }))}
          called={localText(scene, question.label)}
          value={values[place]}
          options={options}
          error={place === 0 ? form.errors[question.id] : undefined}
          required={place === 0 && question.required ? undefined : false}
        />
      ))}
    </FieldSet>
  )
}

function destinationOptions(
  scene: Scene,
  destinations: readonly Destination[],
  language: Language,
): Option[] {
  return sortByText(destinations, language, ({ name }) => localText(scene, name)).map((each) => ({
    value: each.id,
    label: scene.t(m('field.with-seats', { name: localText(scene, each.name), seats: each.seats })),
  }))
}

function Files({ scene, question, application, files, hint, form }: PartProps) {
  const { t, language } = scene
  const given = application.answers[question.id]
  const kept = Array.isArray(given) ? given.flatMap((id) => files.get(id) ?? []) : []
  return (
    <div>
      <Field
        language={language}
        kind="file"
        name={question.id}
        label={localText(scene, question.label)}
        hint={[hint, t(m('field.file-hint'))].filter(Boolean).join(' ')}
        accept={acceptedFiles}
        multiple
        error={form.errors[question.id]}
        required={question.required && kept.length === 0 ? undefined : false}
      />
      {kept.length > 0 && (
        <FileList
          label={localText(scene, question.label)}
          files={kept.map(({ id, name, href }) => ({
            name,
            href,
            action: (
              <Button
                look="quiet"
                small
                name="remove"
                value={`${question.id} ${id}`}
                formNoValidate
              >
                {t(m('field.remove-file'))}
              </Button>
            ),
          }))}
        />
      )}
    </div>
  )
}
