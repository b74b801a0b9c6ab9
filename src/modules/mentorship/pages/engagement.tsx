import type { FormState, Scene } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Field,
  FieldSet,
  Fold,
  Form,
  Heading,
  LanguageFields,
  languageNames,
  Notice,
  ObjectStrip,
  type Option,
  Page,
  Section,
  Stack,
  FormAlert,
  Local,
} from '#ui'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { EngagementRow } from '../queries/engagements.ts'
import type { ProfileRow } from '../queries/profiles.ts'
import { mentorKinds } from '../schema.ts'
import { dayOf, loadWords, localText, nameWords, periodOf } from './scene.tsx'

interface NewProps {
  scene: Scene
  organisations: readonly Option[]
  form: FormState
}

/** An office begins something in which students are mentored, where no other part of the house has begun it. */
export function NewEngagementPage({ scene, organisations, form }: NewProps) {
  const { t, language, href, frame } = scene
  const needs = (form.values['needs'] ?? mentorKinds.join(' ')).split(' ')
  return (
    <Page
      frame={frame}
      title={t(m('engagement.new'))}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        { href: href('/mentoring/students'), label: t(m('students.title')) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('engagement.new-lead'))}>
          {t(m('engagement.new'))}
        </Heading>
        <Form action={href('/mentoring/engagements/new')} csrf={frame.csrf}>
          <TitleFields scene={scene} form={form} />
          <Field
            language={language}
            kind="select"
            name="organisation"
            label={t(m('field.organisation'))}
            options={organisations}
            value={form.values['organisation'] ?? organisations[0]?.value}
            noEmpty={organisations.length === 1}
            error={form.errors['organisation']}
            required
          />
          <Field
            language={language}
            kind="checkboxes"
            name="needs"
            label={t(m('field.needs'))}
            hint={t(m('field.needs-hint'))}
            value={needs}
            error={form.errors['needs']}
            options={mentorKinds.map((value) => ({ value, label: t(m(`kind.${value}`)) }))}
            required
          />
          <Field
            language={language}
            kind="checkbox"
            name="tells"
            label={t(m('field.tells'))}
            hint={t(m('field.tells-hint'))}
            value="yes"
            checked={form.values['tells'] === 'yes'}
            required={false}
          />
          <PeriodFields scene={scene} form={form} />
          <Button>{t(m('engagement.open'))}</Button>
        </Form>
      </Stack>
    </Page>
  )
}

function PeriodFields({ scene, form }: Pick<NewProps, 'scene' | 'form'>) {
  const { t, language } = scene
  const fieldOf = (name: string) => ({ value: form.values[name] ?? '', error: form.errors[name] })
  return (
    <FieldSet legend={t(m('field.period'))} columns>
      <Field
        language={language}
        kind="date"
        name="from"
        label={t(m('field.from'))}
        required={false}
        {...fieldOf('from')}
      />
      <Field
        language={language}
        kind="date"
        name="until"
        label={t(m('field.until'))}
        required={false}
        {...fieldOf('until')}
      />
    </FieldSet>
  )
}

function TitleFields({ scene, form }: Pick<NewProps, 'scene' | 'form'>) {
  const { t, language } = scene
  return (
    <LanguageFields
      language={language}
      legend={t(m('field.title'))}
      hint={t(m('field.title-hint'))}
      isFilled={(each) => (form.values[`title.${each}`] ?? '') !== ''}
      isWrong={() => false}
      field={(each) => (
        <Field
          key={each}
          kind="text"
          language={language}
          name={`title.${each}`}
          label={<span lang={each}>{languageNames[each]}</span>}
          called={t(m('field.title'))}
          value={form.values[`title.${each}`] ?? ''}
          error={each === language ? form.errors['title'] : undefined}
          valueLanguage={each}
          maxlength={200}
          required={each === language ? undefined : false}
        />
      )}
    />
  )
}

/** How far the wishes are, and which mentors can still be asked for theirs. */
interface WishStanding {
  mentors: readonly ProfileRow[]
  said: number
  all: number
  asked: number
  answered: number
}

interface EngagementProps {
  scene: Scene
  engagement: EngagementRow
  wishes: WishStanding
  form: FormState
  refused: readonly { line: string; why: Message }[]
}

/** Puts students into an engagement, by their addresses or numbers, as they stand in a list. */
export function EngagementPage({ scene, engagement, wishes, form, refused }: EngagementProps) {
  const { t, language, href, frame } = scene
  const list = href('/mentoring/students', { engagement: engagement.id })
  return (
    <Page
      frame={frame}
      title={localText(scene, engagement.titles)}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        { href: href('/mentoring/students'), label: t(m('students.title')) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('field.engagement'))}
        title={<Local language={scene.language} text={engagement.titles} />}
        detail={periodOf(scene, engagement)}
        state={{
          tone: engagement.closed_at === null ? 'done' : 'neutral',
          label: t(
            m(engagement.closed_at === null ? 'engagement.is-open' : 'engagement.is-closed'),
          ),
        }}
        next={<a href={list}>{t(m('engagement.to-list'))}</a>}
      />
      <Stack gap="wide">
        {refused.length > 0 && (
          <Notice tone="attention" title={t(m('add.refused', { count: refused.length }))}>
            <ul>
              {refused.map(({ line, why }, index) => (
                <li key={index}>
                  <span lang="">{line}</span>: {t(why)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <AddStudents scene={scene} engagement={engagement} form={form} />
        {engagement.closed_at === null && (
          <>
            <Wishes scene={scene} engagement={engagement} wishes={wishes} form={form} />
            <CheckIns scene={scene} engagement={engagement} form={form} />
            {engagement.subject_kind === 'own' && <Finish scene={scene} id={engagement.id} />}
          </>
        )}
        <ButtonGroup>
          <ButtonLink href={href(`/mentoring/engagements/${engagement.id}/round`)}>
            {t(m('round.to'))}
          </ButtonLink>
          <ButtonLink href={list} look="secondary">
            {t(m('engagement.to-list'))}
          </ButtonLink>
        </ButtonGroup>
      </Stack>
    </Page>
  )
}

function AddStudents({
  scene,
  engagement,
  form,
}: Pick<EngagementProps, 'scene' | 'engagement' | 'form'>) {
  const { t, language, href, frame } = scene
  return (
    <Section title={t(m('add.title'))} id="add" lead={t(m('add.lead'))}>
      <Form action={href(`/mentoring/engagements/${engagement.id}/students`)} csrf={frame.csrf}>
        <Field
          language={language}
          kind="textarea"
          name="rows"
          label={t(m('add.rows'))}
          hint={t(m('add.rows-hint'))}
          value={form.values['rows'] ?? ''}
          error={form.errors['rows']}
          rows={8}
          pasteTable
          required
        />
        <Button>{t(m('add.do'))}</Button>
      </Form>
    </Section>
  )
}

/** Opens the wishes of students until a day, and asks mentors for theirs. */
function Wishes({
  scene,
  engagement,
  wishes,
  form,
}: Pick<EngagementProps, 'scene' | 'engagement' | 'wishes' | 'form'>) {
  const { t, language, href, frame } = scene
  const { mentors, said, all, asked, answered } = wishes
  const until = engagement.wishes_until
  return (
    <Section title={t(m('ask-wishes.title'))} id="wishes" lead={t(m('ask-wishes.lead'))}>
      {until !== null && (
        <p>
          {t(m('ask-wishes.standing', { until: dayOf(scene, until), said, all, asked, answered }))}
        </p>
      )}
      <Form action={href(`/mentoring/engagements/${engagement.id}/wishes`)} csrf={frame.csrf}>
        <Field
          language={language}
          kind="date"
          name="until"
          label={t(m('ask-wishes.until'))}
          hint={t(m('ask-wishes.until-hint'))}
          value={form.values['until'] ?? until ?? ''}
          error={form.errors['until']}
          required={false}
        />
        {mentors.length > 0 && (
          <Field
            language={language}
            kind="checkboxes"
            name="mentor"
            label={t(m('ask-wishes.mentors'))}
            value={(form.values['mentor'] ?? '').split(' ')}
            error={form.errors['mentor']}
            options={mentors.map((each) => ({
              value: each.person_id,
              label: nameWords(scene, each.name),
              hint: [
                t(m(`kind.${each.kind}`)),
                localText(scene, each.organisation),
                loadWords(scene, each),
              ].join(' · '),
            }))}
            required={false}
          />
        )}
        <Button look="secondary">{t(m('ask-wishes.do'))}</Button>
      </Form>
    </Section>
  )
}

/** Every how many weeks the three are asked how it goes. */
function CheckIns({
  scene,
  engagement,
  form,
}: Pick<EngagementProps, 'scene' | 'engagement' | 'form'>) {
  const { t, language, href, frame } = scene
  return (
    <Section title={t(m('check-in.history'))} id="check-ins">
      <Form action={href(`/mentoring/engagements/${engagement.id}/check-ins`)} csrf={frame.csrf}>
        <Field
          language={language}
          kind="text"
          name="weeks"
          label={t(m('check-in.weeks'))}
          hint={t(m('check-in.weeks-hint'))}
          value={form.values['weeks'] ?? String(engagement.check_in_weeks ?? '')}
          error={form.errors['weeks']}
          inputmode="numeric"
          width="short"
          required={false}
        />
        <Button look="secondary">{t(m('check-in.save'))}</Button>
      </Form>
    </Section>
  )
}

function Finish({ scene, id }: { scene: Scene; id: string }) {
  const { t, href, frame } = scene
  return (
    <Fold summary={t(m('engagement.close'))}>
      <p>{t(m('engagement.close-what'))}</p>
      <Form action={href(`/mentoring/engagements/${id}/closing`)} csrf={frame.csrf}>
        <Button look="harm">{t(m('engagement.close-do'))}</Button>
      </Form>
    </Fold>
  )
}
