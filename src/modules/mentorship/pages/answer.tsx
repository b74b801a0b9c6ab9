import type { FormState, Scene } from '#kernel/http'
import {
  Button,
  DescriptionList,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  SingleActShell,
  Stack,
  Typed,
  WovenBand,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { MentorshipRow } from '../queries/mentorships.ts'
import { dayOf, localText, nameWords, periodOf } from './scene.tsx'

interface AnswerProps {
  scene: Scene
  asked: MentorshipRow
  /** How many students the mentor has now, and how many they said they take. */
  load: { load: number; capacity: number } | null
  /** Where the form posts. */
  action: string
  form: FormState
}

/** The page of the link in a mentor's letter: who asks, for whom, what it takes, one form. */
export function AnswerByLinkPage(props: AnswerProps) {
  const { scene, form } = props
  const title = scene.t(m(`ask.title.${props.asked.kind}`))
  return (
    <SingleActShell
      frame={scene.frame}
      title={title}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Asked {...props} />
    </SingleActShell>
  )
}

/** The same for a mentor who is signed in. */
export function AnswerPage(props: AnswerProps) {
  const { scene, form, asked } = props
  return (
    <Page
      frame={scene.frame}
      title={scene.t(m(`ask.title.${asked.kind}`))}
      trail={[{ href: scene.href('/mentoring'), label: scene.t(m('own.title')) }]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Asked {...props} />
    </Page>
  )
}

function Asked(props: AnswerProps) {
  const { scene, asked, load } = props
  const { t } = scene
  // Their own students without this one, who is only asked for.
  const others = load === null ? 0 : load.load - 1
  return (
    <Stack gap="wide">
      <Heading
        level={1}
        kicker={localText(scene, asked.organisation)}
        lead={t(m(`ask.lead.${asked.kind}`))}
      >
        {t(m(`ask.title.${asked.kind}`))}
      </Heading>
      <WovenBand id={asked.mentee_id} />
      <Facts scene={scene} asked={asked} />
      {asked.message !== '' && (
        <Notice tone="info" title={t(m('ask.message'))}>
          <Typed>{asked.message}</Typed>
        </Notice>
      )}
      <section>
        <h2>{t(m('ask.what'))}</h2>
        <ul>
          <li>{t(m(`ask.what-meet.${asked.kind}`))}</li>
          <li>{t(m('ask.what-goals'))}</li>
          <li>{t(m('ask.what-together'))}</li>
        </ul>
      </section>
      {load !== null && others >= load.capacity && (
        <Notice tone="attention" title={t(m('ask.full', { capacity: load.capacity }))}>
          {t(m('ask.full-why', { load: others }))}
        </Notice>
      )}
      <AnswerForm {...props} />
    </Stack>
  )
}

function Facts({ scene, asked }: Pick<AnswerProps, 'scene' | 'asked'>) {
  const { t } = scene
  const period = periodOf(scene, asked)
  const programme = asked.degree_programme
  return (
    <DescriptionList
      items={[
        {
          term: t(m('field.student')),
          value: <strong>{nameWords(scene, asked.student)}</strong>,
        },
        ...(programme
          ? [
              {
                term: t(m('field.studies')),
                value: <Local language={scene.language} text={programme} />,
              },
            ]
          : []),
        {
          term: t(m('field.engagement')),
          value: <Local language={scene.language} text={asked.titles} />,
        },
        ...(period === null ? [] : [{ term: t(m('field.period')), value: period }]),
        { term: t(m('field.answer-by')), value: dayOf(scene, asked.answer_by) },
      ]}
    />
  )
}

function AnswerForm({ scene, action, form }: AnswerProps) {
  const { t, language } = scene
  return (
    <Form action={action} csrf={scene.frame.csrf}>
      <Field
        language={language}
        kind="radio"
        name="answer"
        label={t(m('ask.answer'))}
        value={form.values['answer'] ?? ''}
        error={form.errors['answer']}
        options={[
          { value: 'accept', label: t(m('ask.accept')), hint: t(m('ask.accept-hint')) },
          { value: 'decline', label: t(m('ask.decline')), hint: t(m('ask.decline-hint')) },
        ]}
        required
      />
      <Field
        language={language}
        kind="textarea"
        name="note"
        label={t(m('ask.note'))}
        hint={t(m('ask.note-hint'))}
        value={form.values['note'] ?? ''}
        error={form.errors['note']}
        rows={3}
        maxlength={2000}
        required={false}
      />
      <Button>{t(m('ask.send'))}</Button>
    </Form>
  )
}
