import type { FormState, Scene } from '#kernel/http'
import { dateInZone, languages, timeZoneName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Content,
  Field,
  FieldSet,
  Form,
  Heading,
  Notice,
  Page,
  Section,
  Stack,
  Tabs,
  languageNames,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import { stageOf, timeInZone } from '../rules/timeline.ts'
import { decisionWays } from '../schema.ts'
import { LocalAsk } from './local-ask.tsx'
import { localText } from './scene.tsx'

/** The pages on which a call is written. */
export const editParts = ['edit', 'questions', 'audience', 'judging'] as const
export type EditPart = (typeof editParts)[number]

interface EditFrameProps {
  scene: Scene
  call: CallRow
  part: EditPart
  form: FormState
  /** What the draft still lacks. */
  lacks: readonly ('days' | 'questions' | 'seats' | 'merit')[]
  children: Content
}

/** What the pages that write a call have in common: where one is, what is lacking, and the way to publish. */
export function EditFrame(props: EditFrameProps) {
  const { scene, call, part, form, children } = props
  const { t, href } = scene
  return (
    <Page
      frame={scene.frame}
      title={t(m('edit.title'))}
      trail={[
        { href: href('/calls/office'), label: t(m('office.title')) },
        { href: href(`/calls/${call.id}`), label: localText(scene, call.titles) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Heading
        level={1}
        kicker={<Local language={scene.language} text={call.titles} />}
        actions={
          <ButtonLink href={href(`/calls/${call.id}`)} look="secondary">
            {t(m('edit.preview'))}
          </ButtonLink>
        }
      >
        {t(m('edit.title'))}
      </Heading>
      <Tabs
        label={t(m('edit.title'))}
        tabs={editParts.map((each) => ({
          href: href(`/calls/${call.id}/${each}`),
          label: t(m(`edit.part.${each}`)),
          current: each === part,
        }))}
      />
      <Stack gap="wide">
        {children}
        {call.state === 'draft' && <Publish {...props} />}
      </Stack>
    </Page>
  )
}

function Publish({ scene, call, lacks }: EditFrameProps) {
  const { t, href, frame } = scene
  return (
    <Section title={t(m('publish.title'))} id="publish" lead={t(m('publish.lead'))}>
      {lacks.length > 0 ? (
        <Notice tone="attention" title={t(m('publish.lacks'))}>
          <ul>
            {lacks.map((each) => (
              <li key={each}>{t(m(`lack.${each}`))}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Form
          action={href(`/calls/${call.id}/publication`)}
          csrf={frame.csrf}
          hidden={{ version: String(call.version) }}
        >
          <ButtonGroup>
            <Button>{t(m('publish.do'))}</Button>
          </ButtonGroup>
        </Form>
      )}
    </Section>
  )
}

interface EditTextsProps extends Omit<EditFrameProps, 'children' | 'part'> {}

/** The words, the days and the way of deciding. */
export function EditTextsPage(props: EditTextsProps) {
  const { scene, call, form } = props
  const { t, href, language, frame } = scene
  return (
    <EditFrame {...props} part="edit">
      <Form
        action={href(`/calls/${call.id}/edit`)}
        csrf={frame.csrf}
        hidden={{ version: form.values['version'] ?? String(call.version) }}
      >
        <LocalAsk
          scene={scene}
          form={form}
          name="title"
          legend={t(m('field.title'))}
          hint={t(m('field.title-hint'))}
          most={200}
          required
        />
        <LocalAsk
          scene={scene}
          form={form}
          name="summary"
          legend={t(m('field.summary'))}
          hint={t(m('field.summary-hint'))}
          rows={8}
        />
        <Field
          kind="checkboxes"
          language={language}
          name="languages"
          label={t(m('field.languages'))}
          hint={t(m('field.languages-hint'))}
          inline
          value={(form.values['languages'] ?? '').split(' ')}
          options={languages.map((each) => ({
            value: each,
            label: languageNames[each],
            labelLanguage: each,
          }))}
          error={form.errors['languages']}
        />
        <Moments {...props} />
        <Deciding {...props} />
        <ButtonGroup>
          <Button look={call.state === 'draft' ? 'secondary' : 'primary'}>
            {t(m('edit.save'))}
          </Button>
        </ButtonGroup>
      </Form>
    </EditFrame>
  )
}

/** How it is decided, and what follows from that. */
function Deciding({ scene, call, form }: EditTextsProps) {
  const { t, language } = scene
  return (
    <>
      <Field
        kind="radio"
        language={language}
        name="decide"
        label={t(m('field.decide'))}
        value={form.values['decide']}
        options={decisionWays.map((value) => ({
          value,
          label: t(m(`decide.${value}`)),
          hint: t(m(`decide.${value}-hint`)),
        }))}
        error={form.errors['decide']}
      />
      <Field
        kind="select"
        language={language}
        name="merit"
        label={t(m('field.merit'))}
        hint={t(m('field.merit-hint'))}
        value={form.values['merit']}
        options={call.definition.questions
          .filter(({ kind }) => kind === 'number')
          .map(({ id, label }) => ({ value: id, label: localText(scene, label) }))}
        required={false}
      />
      <Field
        kind="number"
        language={language}
        name="reply"
        label={t(m('field.reply-days'))}
        hint={t(m('field.reply-days-hint'))}
        inputmode="numeric"
        width="short"
        value={form.values['reply']}
        error={form.errors['reply']}
      />
    </>
  )
}

function Moments({ scene, call, form }: EditTextsProps) {
  const { t, language, now } = scene
  const zone = timeZoneName(call.time_zone, language, now)
  const isFixed = call.state !== 'draft' && stageOf(call, now) !== 'announced'
  return (
    <FieldSet legend={t(m('field.moments'))} hint={t(m('field.moments-hint', { zone }))}>
      {(['opens', 'closes', 'results'] as const).map((moment) => (
        <FieldSet key={moment} legend={t(m(`moment.${moment}`))} columns>
          <Field
            kind="date"
            language={language}
            name={moment}
            label={t(m('field.day'))}
            called={t(m(`moment.${moment}`))}
            value={form.values[moment]}
            error={form.errors[moment]}
            width="short"
          />
          <Field
            kind="time"
            language={language}
            name={`${moment}-time`}
            label={t(m('field.time'))}
            value={form.values[`${moment}-time`]}
            width="short"
          />
        </FieldSet>
      ))}
      {isFixed && <p class="hint">{t(m('refusal.opening-stands'))}</p>}
    </FieldSet>
  )
}

/** The values with which the form of a call begins. */
export function textValues(call: CallRow): Record<string, string> {
  const values: Record<string, string> = {
    languages: call.languages.join(' '),
    decide: call.decide_by,
    merit: call.merit_question ?? '',
    reply: String(call.reply_days),
  }
  for (const each of languages) {
    values[`title.${each}`] = call.titles[each] ?? ''
    values[`summary.${each}`] = call.summaries[each] ?? ''
  }
  const moments = [
    ['opens', call.opens_at, '09:00'],
    ['closes', call.closes_at, '23:59'],
    ['results', call.results_at, '10:00'],
  ] as const
  for (const [name, at, usual] of moments) {
    values[name] = at === null ? '' : dateInZone(at, call.time_zone)
    values[`${name}-time`] = at === null ? usual : timeInZone(at, call.time_zone)
  }
  return values
}
