import type { FormState, Scene } from '#kernel/http'
import {
  Button,
  Card,
  type Content,
  EmptyState,
  Field,
  Fold,
  Form,
  FormAlert,
  Heading,
  Local,
  Page,
  Section,
  SingleActShell,
  Stack,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ProfileRow } from '../queries/profiles.ts'
import type { StudentRow } from '../queries/students.ts'
import type { WishingStudent, WishRequestRow } from '../queries/wishes.ts'
import { mentoringLanguages } from '../rules/fields.ts'
import { wishPlaces } from '../rules/wishes.ts'
import { type MentorKind, mentorKinds } from '../schema.ts'
import { dayOf, fieldWords, languageWords, nameWords } from './scene.tsx'

/** The name of the field in which one person is wished for, or ruled out. */
export const wishField = (id: string) => `wish-${id}`

/** Somebody whom one can wish for. */
interface Wishable {
  id: string
  name: string
  details: readonly Content[]
  more: string
}

interface WishesProps {
  scene: Scene
  student: StudentRow
  mentors: readonly ProfileRow[]
  form: FormState
}

/** A student's wishes: what they want to learn, whom they would like, and whom not. */
export function WishesPage({ scene, student, mentors, form }: WishesProps) {
  const { t, language, href, frame } = scene
  const own = href(`/mentoring/students/${student.id}`)
  return (
    <Page
      frame={frame}
      title={t(m('wishes.title'))}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        { href: own, label: nameWords(scene, student.name) },
      ]}
      alert={<FormAlert language={language} form={form} />}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={<Local language={language} text={student.titles} />}
          lead={
            student.wishes_until &&
            t(m('wishes.lead', { until: dayOf(scene, student.wishes_until) }))
          }
        >
          {t(m('wishes.title'))}
        </Heading>
        <p class="quiet">{t(m('wishes.reads'))}</p>
        {mentors.length === 0 ? (
          <EmptyState title={t(m('wishes.nobody'))} why={t(m('wishes.nobody-why'))} />
        ) : (
          <Form action={`${own}/wishes`} csrf={frame.csrf}>
            <AboutMe scene={scene} form={form} />
            {mentorKinds
              .filter((kind) => mentors.some((each) => each.kind === kind))
              .map((kind) => (
                <OfKind key={kind} scene={scene} kind={kind} mentors={mentors} form={form} />
              ))}
            <Button>{t(m('wishes.save'))}</Button>
          </Form>
        )}
      </Stack>
    </Page>
  )
}

function AboutMe({ scene, form }: { scene: Scene; form: FormState }) {
  const { t, language } = scene
  return (
    <>
      <Field
        language={language}
        kind="textarea"
        name="statement"
        label={t(m('wishes.statement'))}
        hint={t(m('wishes.statement-hint'))}
        value={form.values['statement'] ?? ''}
        error={form.errors['statement']}
        rows={4}
        maxlength={2000}
        required={false}
      />
      <Field
        language={language}
        kind="checkboxes"
        name="languages"
        label={t(m('wishes.languages'))}
        value={(form.values['languages'] ?? '').split(' ')}
        error={form.errors['languages']}
        options={mentoringLanguages.map((value) => ({
          value,
          label: languageWords(scene, [value]),
        }))}
        required
      />
    </>
  )
}

function OfKind({
  scene,
  kind,
  mentors,
  form,
}: Pick<WishesProps, 'scene' | 'mentors' | 'form'> & { kind: MentorKind }) {
  return (
    <Section title={scene.t(m(`kind.${kind}`))} id={`wishes-${kind}`}>
      <WishCards
        scene={scene}
        form={form}
        people={mentors
          .filter((each) => each.kind === kind)
          .map((each) => ({
            id: each.person_id,
            name: nameWords(scene, each.name),
            details: [
              <Local key="at" language={scene.language} text={each.organisation} />,
              fieldWords(scene, each.fields),
              languageWords(scene, each.languages),
            ],
            more: each.about,
          }))}
      />
    </Section>
  )
}

/** One card a person, with one choice: which wish they are, or never. */
function WishCards({
  scene,
  people,
  form,
}: {
  scene: Scene
  people: readonly Wishable[]
  form: FormState
}) {
  const { t, language } = scene
  const options = [
    ...wishPlaces.map((place) => ({
      value: String(place),
      label: t(m('wishes.place', { place })),
    })),
    { value: 'never', label: t(m('wishes.never')) },
  ]
  return (
    <Stack>
      {people.map(({ id, name, details, more }) => (
        <Card key={id} band={id} title={name}>
          {details
            .filter((each) => each !== '')
            .map((each, at) => (
              <p key={at} class={at === 0 ? undefined : 'quiet'}>
                {each}
              </p>
            ))}
          {more !== '' && (
            <Fold summary={t(m('wishes.about'))}>
              <Typed>{more}</Typed>
            </Fold>
          )}
          <Field
            language={language}
            kind="select"
            name={wishField(id)}
            label={t(m('wishes.choice', { name }))}
            value={form.values[wishField(id)] ?? ''}
            error={form.errors[wishField(id)]}
            options={options}
            required={false}
          />
        </Card>
      ))}
    </Stack>
  )
}

interface MentorWishesProps {
  scene: Scene
  asked: WishRequestRow
  students: readonly WishingStudent[]
  action: string
  form: FormState
}

/** The page of the link in a letter: which students a mentor would like, one form. */
export function MentorWishesByLinkPage(props: MentorWishesProps) {
  const { scene, form } = props
  return (
    <SingleActShell
      frame={scene.frame}
      title={scene.t(m('wishes.mentor-title'))}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <MentorWishes {...props} />
    </SingleActShell>
  )
}

/** The same for a mentor who is signed in. */
export function MentorWishesPage(props: MentorWishesProps) {
  const { scene, form } = props
  return (
    <Page
      frame={scene.frame}
      title={scene.t(m('wishes.mentor-title'))}
      trail={[{ href: scene.href('/mentoring'), label: scene.t(m('own.title')) }]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <MentorWishes {...props} />
    </Page>
  )
}

function MentorWishes({ scene, asked, students, action, form }: MentorWishesProps) {
  const { t, language, frame } = scene
  return (
    <Stack gap="wide">
      <Heading
        level={1}
        kicker={<Local language={language} text={asked.titles} />}
        lead={t(m('wishes.mentor-lead'))}
      >
        {t(m('wishes.mentor-title'))}
      </Heading>
      {students.length === 0 ? (
        <p>{t(m('wishes.mentor-none'))}</p>
      ) : (
        <Form action={action} csrf={frame.csrf}>
          <WishCards
            scene={scene}
            form={form}
            people={students.map((each) => ({
              id: each.id,
              name: nameWords(scene, each.name),
              details: [
                <Local key="at" language={language} text={each.organisation} />,
                each.degree_programme ? (
                  <Local key="studies" language={language} text={each.degree_programme} />
                ) : (
                  ''
                ),
                each.statement === '' ? '' : <Typed key="wants">{each.statement}</Typed>,
              ],
              more: '',
            }))}
          />
          <Button>{t(m('wishes.send'))}</Button>
        </Form>
      )}
    </Stack>
  )
}
