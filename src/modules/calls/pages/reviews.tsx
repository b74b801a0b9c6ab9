import type { FormState, Scene } from '#kernel/http'
import { displayName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  EmptyState,
  Field,
  Fold,
  Form,
  Heading,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ReviewRow } from '../queries/reviews.ts'
import { saidConflicts } from '../schema-reviews.ts'
import { AnswerSections } from './answers.tsx'
import { type AnswerFile } from './application-words.tsx'
import { ReadReferences, type ShownReference } from './references.tsx'
import { instantOf, localText } from './scene.tsx'

/** What an application is called before a reviewer: its number where the call is blind, else the applicant's name. */
export function reviewedName(scene: Scene, review: ReviewRow): string {
  const number = scene.t(m('own.number', { number: review.number }))
  return review.blind ? number : `${displayName(review.name, scene.language)} · ${number}`
}

/** What waits for a reviewer, and what they gave. */
export function ReviewsPage({ scene, reviews }: { scene: Scene; reviews: readonly ReviewRow[] }) {
  const { t, href, language } = scene
  const columns: Column<ReviewRow>[] = [
    {
      key: 'application',
      label: t(m('own.kind')),
      primary: true,
      cell: (row) => reviewedName(scene, row),
    },
    {
      key: 'call',
      label: t(m('field.call')),
      cell: ({ titles }) => <Local language={scene.language} text={titles} />,
    },
    {
      key: 'until',
      label: t(m('moment.results')),
      kind: 'date',
      cell: (row) => instantOf(scene, row.results_at),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (row) => <Tag scene={scene} review={row} />,
    },
  ]
  return (
    <Page frame={scene.frame} title={t(m('reviews.title'))} wide>
      <Heading level={1} lead={t(m('reviews.lead'))}>
        {t(m('reviews.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('reviews.title'))}
        captionHidden
        columns={columns}
        rows={reviews}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`/reviews/${id}`)}
        rowLabel={(row) => reviewedName(scene, row)}
        keyboard
        empty={<EmptyState title={t(m('reviews.none'))} why={t(m('reviews.none-why'))} />}
      />
    </Page>
  )
}

function Tag({ scene, review }: { scene: Scene; review: ReviewRow }) {
  const isGiven = review.state === 'given'
  return (
    <StateTag tone={isGiven ? 'done' : 'attention'}>
      {scene.t(m(isGiven ? 'review.given' : 'review.open'))}
    </StateTag>
  )
}

interface ReviewPageProps {
  scene: Scene
  review: ReviewRow
  files: ReadonlyMap<string, AnswerFile>
  /** None where the call is blind: a reference names whom it is for. */
  references: readonly ShownReference[]
  form: FormState
}

/** One application before its reviewer: the answers, then points for every criterion. */
export function ReviewPage(props: ReviewPageProps) {
  const { scene, review, form } = props
  const { t, href, language } = scene
  const title = reviewedName(scene, review)
  const isOpen = review.call_state === 'published'
  return (
    <Page
      frame={scene.frame}
      title={title}
      trail={[{ href: href('/reviews'), label: t(m('reviews.title')) }]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={<Local language={scene.language} text={review.titles} />}
        title={title}
        state={{
          tone: review.state === 'given' ? 'done' : 'attention',
          label: t(m(review.state === 'given' ? 'review.given' : 'review.open')),
        }}
        next={t(m(isOpen ? 'review.next' : 'refusal.review-late'))}
        until={instantOf(scene, review.results_at)}
      />
      <Stack gap="wide">
        <AnswerSections
          scene={scene}
          definition={review.definition}
          answers={review.answers}
          files={props.files}
        />
        {review.definition.references && !review.blind && (
          <ReadReferences
            scene={scene}
            each={review.definition.references.each}
            references={props.references}
          />
        )}
        {isOpen && <PointsForm {...props} />}
        {isOpen && <Decline {...props} />}
      </Stack>
    </Page>
  )
}

function PointsForm({ scene, review, form }: ReviewPageProps) {
  const { t, href, frame, language } = scene
  return (
    <Section title={t(m('review.points'))} id="points" lead={t(m('review.points-lead'))}>
      <Form action={href(`/reviews/${review.id}`)} csrf={frame.csrf}>
        {review.definition.review?.criteria.map(({ id, label, most, weight }) => (
          <Field
            key={id}
            kind="number"
            language={language}
            name={`points.${id}`}
            label={localText(scene, label)}
            hint={t(m('review.points-of', { most, weight }))}
            inputmode="numeric"
            width="short"
            value={form.values[`points.${id}`]}
            error={form.errors[`points.${id}`]}
          />
        ))}
        <Field
          kind="textarea"
          language={language}
          name="remark"
          label={t(m('review.remark'))}
          hint={t(m('review.remark-hint'))}
          rows={5}
          value={form.values['remark']}
          error={form.errors['remark']}
          required={false}
        />
        <ButtonGroup>
          <Button>{t(m('review.give'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Decline({ scene, review, form }: ReviewPageProps) {
  const { t, href, frame, language } = scene
  return (
    <Fold summary={t(m('review.decline'))} open={form.errors['conflict'] !== undefined}>
      <Form action={href(`/reviews/${review.id}/decline`)} csrf={frame.csrf}>
        <Field
          kind="radio"
          language={language}
          name="conflict"
          label={t(m('review.between'))}
          hint={t(m('review.between-hint'))}
          options={saidConflicts.map((value) => ({ value, label: t(m(`conflict.${value}`)) }))}
          value={form.values['conflict']}
          error={form.errors['conflict']}
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('review.decline-do'))}</Button>
        </ButtonGroup>
      </Form>
    </Fold>
  )
}
