import { type FormState, freshForm, type Scene } from '#kernel/http'
import { languages } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  Card,
  EmptyState,
  Field,
  Fold,
  Form,
  Notice,
  Row,
  Section,
  Stack,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import { type Question, questionKinds } from '../rules/questions.ts'
import { EditFrame } from './edit.tsx'
import { LocalAsk } from './local-ask.tsx'

interface QuestionsPageProps {
  scene: Scene
  call: CallRow
  lacks: readonly ('days' | 'questions' | 'seats' | 'merit')[]
  /** The question whose form was refused; '' for a new one. */
  refusedAt: string | null
  form: FormState
}

/** The questions of a call in their order, each with its form, and one more. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { scene, call, form, refusedAt } = props
  const { t } = scene
  const { questions } = call.definition
  const isFixed = call.state !== 'draft'
  return (
    <EditFrame {...props} part="questions">
      {isFixed && <Notice tone="info">{t(m('refusal.asked-already'))}</Notice>}
      <Section title={t(m('questions.title'))} id="questions" lead={t(m('questions.lead'))}>
        {questions.length === 0 ? (
          <EmptyState title={t(m('questions.none'))} why={t(m('questions.none-why'))} />
        ) : (
          <Stack>
            {questions.map((question, place) => (
              <Card key={question.id}>
                <p class="kicker">
                  {t(m(`kind.${question.kind}`))}
                  {question.kind !== 'step' && !question.required && ` · ${t(m('call.optional'))}`}
                </p>
                <p>
                  <strong>
                    <Local language={scene.language} text={question.label} />
                  </strong>
                </p>
                {!isFixed && (
                  <>
                    <Fold summary={t(m('questions.change'))} open={refusedAt === question.id}>
                      <QuestionForm
                        {...props}
                        question={question}
                        form={refusedAt === question.id ? form : freshForm(valuesOf(question))}
                      />
                    </Fold>
                    <Moves {...props} question={question} place={place} />
                  </>
                )}
              </Card>
            ))}
          </Stack>
        )}
      </Section>
      {!isFixed && (
        <Section title={t(m('questions.add'))} id="add">
          <QuestionForm
            {...props}
            question={null}
            form={refusedAt === '' ? form : freshForm({ kind: 'text', required: 'yes' })}
          />
        </Section>
      )}
    </EditFrame>
  )
}

function Moves({
  scene,
  call,
  question,
  place,
}: QuestionsPageProps & { question: Question; place: number }) {
  const { t, href, frame } = scene
  const last = call.definition.questions.length - 1
  return (
    <Form
      action={href(`/calls/${call.id}/questions`)}
      csrf={frame.csrf}
      inline
      hidden={{ version: String(call.version), question: question.id }}
    >
      <Row>
        {place > 0 && (
          <Button look="quiet" small name="act" value="up">
            {t(m('questions.up'))}
          </Button>
        )}
        {place < last && (
          <Button look="quiet" small name="act" value="down">
            {t(m('questions.down'))}
          </Button>
        )}
        <Button look="quiet-harm" small name="act" value="remove">
          {t(m('questions.remove'))}
        </Button>
      </Row>
    </Form>
  )
}

type QuestionFormProps = QuestionsPageProps & { question: Question | null }

function QuestionForm(props: QuestionFormProps) {
  const { scene, call, question, form } = props
  const { t, href, frame, language } = scene
  const prefix = question?.id ?? 'new'
  return (
    <Form
      action={href(`/calls/${call.id}/questions`)}
      csrf={frame.csrf}
      hidden={{ version: String(call.version), question: question?.id ?? '', act: 'save' }}
    >
      <Field
        language={language}
        kind="select"
        id={`field-${prefix}-kind`}
        name="kind"
        label={t(m('field.kind'))}
        hint={t(m('field.kind-hint'))}
        noEmpty
        value={form.values['kind']}
        options={questionKinds.map((value) => ({ value, label: t(m(`kind.${value}`)) }))}
        error={form.errors['kind']}
      />
      <LocalAsk
        scene={scene}
        form={form}
        name="label"
        legend={t(m('field.question'))}
        most={300}
        required
        {...(question === null ? {} : { prefix })}
      />
      <Fold summary={t(m('questions.more'))} open={hasMore(form)}>
        <More {...props} prefix={prefix} />
      </Fold>
      <Field
        language={language}
        kind="checkbox"
        id={`field-${prefix}-required`}
        name="required"
        label={t(m('field.required'))}
        value="yes"
        checked={form.values['required'] === 'yes'}
      />
      <ButtonGroup>
        <Button look="secondary">{t(m(question ? 'edit.save' : 'questions.add'))}</Button>
      </ButtonGroup>
    </Form>
  )
}

/** What a question may have beside its words. */
function More({ scene, form, prefix }: QuestionFormProps & { prefix: string }) {
  const { t, language } = scene
  return (
    <>
      <LocalAsk
        scene={scene}
        form={form}
        name="hint"
        legend={t(m('field.hint'))}
        most={500}
        prefix={prefix}
      />
      <LocalAsk
        scene={scene}
        form={form}
        name="options"
        legend={t(m('field.options'))}
        hint={t(m('field.options-hint'))}
        rows={4}
        prefix={prefix}
      />
      <Field
        language={language}
        kind="number"
        id={`field-${prefix}-most`}
        name="most"
        label={t(m('field.most'))}
        hint={t(m('field.most-hint'))}
        inputmode="numeric"
        width="short"
        value={form.values['most']}
        error={form.errors['most']}
        required={false}
      />
    </>
  )
}

function hasMore({ values, errors }: FormState): boolean {
  return (
    errors['options'] !== undefined ||
    errors['most'] !== undefined ||
    ['choice', 'choices'].includes(values['kind'] ?? '')
  )
}

function valuesOf(question: Question): Record<string, string> {
  const values: Record<string, string> = {
    kind: question.kind,
    most: question.most === null ? '' : String(question.most),
    required: question.required ? 'yes' : '',
  }
  for (const each of languages) {
    values[`label.${each}`] = question.label[each] ?? ''
    values[`hint.${each}`] = question.hint[each] ?? ''
    const isWritten = question.options.some(({ label }) => (label[each] ?? '') !== '')
    values[`options.${each}`] = isWritten
      ? question.options.map(({ label }) => label[each] ?? '').join('\n')
      : ''
  }
  return values
}
