import type { FormState, Scene } from '#kernel/http'
import { displayName, formatDate } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  Field,
  FieldSet,
  Form,
  FormAlert,
  Heading,
  Page,
  Section,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ItemRow, Member, SittingRow } from '../queries/sittings.ts'
import { decisionReasons } from '../schema.ts'
import { sittingOutcomes } from '../schema-committee.ts'
import type { Standing } from '../service/sitting-outcomes.ts'
import { AnswerSections } from './answers.tsx'
import type { AnswerFile } from './application-words.tsx'
import { localText, reasonMessage } from './scene.tsx'
import { ItemOutcome, itemName, votesText } from './sitting-words.tsx'

interface ItemPageProps {
  scene: Scene
  sitting: SittingRow
  members: readonly Member[]
  item: ItemRow
  must: Standing
  files: ReadonlyMap<string, AnswerFile>
  mayRecord: boolean
  isNamed: boolean
  /** Who is ticked as having left. */
  left: readonly string[]
  form: FormState
}

/** One application before the committee: what was answered, and what the committee made of it. */
export function SittingItemPage(props: ItemPageProps) {
  const { scene, sitting, item, isNamed, mayRecord, form } = props
  const { t, href, language } = scene
  const title = itemName(scene, item, isNamed)
  const day = formatDate(sitting.held_on, language)
  return (
    <Page
      frame={scene.frame}
      title={title}
      trail={[{ href: href(`/sittings/${sitting.id}`), label: t(m('sitting.name', { day })) }]}
      alert={<FormAlert language={language} form={form} />}
    >
      <Heading
        level={1}
        kicker={localText(scene, sitting.titles)}
        lead={`${item.position} · ${t(m('own.number', { number: item.number }))}`}
      >
        {title}
      </Heading>
      <Stack gap="wide">
        {item.outcome !== null && (
          <p>
            <ItemOutcome scene={scene} item={item} /> {votesText(scene, item)}
          </p>
        )}
        {mayRecord && <Record {...props} />}
        <AnswerSections
          scene={scene}
          definition={sitting.definition}
          answers={item.answers}
          files={props.files}
        />
      </Stack>
    </Page>
  )
}

function Record(props: ItemPageProps) {
  const { scene, sitting, item, members, must, form } = props
  const { t, href, language, frame } = scene
  const standing = must.get(item.id) ?? []
  return (
    <Section title={t(m('sitting.record'))} id="record">
      <Form
        action={href(`/sittings/${sitting.id}/items/${item.id}`)}
        csrf={frame.csrf}
        hidden={{ seen: String(sitting.version) }}
      >
        <Field
          kind="radio"
          language={language}
          name="outcome"
          label={t(m('sitting.outcome'))}
          value={form.values['outcome'] ?? ''}
          error={form.errors['outcome']}
          options={sittingOutcomes.map((value) => ({
            value,
            label: t(m(`sitting.outcome.${value}`)),
          }))}
        />
        <Field
          kind="checkboxes"
          language={language}
          name="left"
          label={t(m('sitting.left'))}
          hint={t(m('sitting.left-hint'))}
          value={props.left}
          error={form.errors['left']}
          required={false}
          options={members
            .filter(({ isPresent }) => isPresent)
            .map(({ id: value, name }) => {
              const stands = standing.find(({ member }) => member.id === value)
              return {
                value,
                label: displayName(name, language),
                ...(stands ? { hint: t(m(`conflict.${stands.conflict}`)) } : {}),
              }
            })}
        />
        <OutcomeFields {...props} />
        <ButtonGroup>
          <Button>{t(m('sitting.record-do'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

/** Votes, destination, reason and a word for the applicant: the same for one application and for many. */
export function OutcomeFields({
  scene,
  sitting,
  form,
  isRow = false,
}: Pick<ItemPageProps, 'scene' | 'sitting' | 'form'> & { isRow?: boolean }) {
  const { t, language } = scene
  const { destinations } = sitting.definition
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
    required: false,
  })
  const votes = (['for', 'against', 'abstained'] as const).map((name) => (
    <Field
      key={name}
      {...shared(name)}
      kind="number"
      label={t(m(`sitting.${name}`))}
      inputmode="numeric"
      width="short"
    />
  ))
  return (
    <>
      {isRow ? (
        votes
      ) : (
        <FieldSet legend={t(m('sitting.votes'))} columns>
          {votes}
        </FieldSet>
      )}
      {destinations.length > 0 && (
        <Field
          {...shared('destination')}
          kind="select"
          label={t(m('decide.destination'))}
          hint={t(m('decide.destination-hint'))}
          options={destinations.map(({ id: value, name }) => ({
            value,
            label: localText(scene, name),
          }))}
        />
      )}
      <Field
        {...shared('reason')}
        kind="select"
        label={t(m('decide.reason'))}
        hint={t(m('decide.reason-hint'))}
        options={decisionReasons.map((value) => ({ value, label: t(reasonMessage(value)!) }))}
      />
      <Field
        {...shared('note')}
        kind="textarea"
        label={t(m('decide.note'))}
        hint={t(m('decide.note-hint'))}
        rows={2}
      />
    </>
  )
}
