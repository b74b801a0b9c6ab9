import { Button, ButtonGroup, Field, Fold, Form, Grid, Section } from '#ui'
import { m } from '../messages/index.ts'
import { neededSides, type Side, sides } from '../rules/sides.ts'
import { ListCard } from './round-list.tsx'
import type { RoundPageProps } from './round-props.ts'
import { listWord, wordOf } from './round-words.ts'
import { base } from './words.ts'

/** The lists that were given, and the form that takes them. */
export function Lists(props: RoundPageProps) {
  const { call, round, lists, refusal } = props
  const { t } = call
  const given = sides.filter((side) => lists[side])
  const isWhole = neededSides.every((side) => lists[side])
  return (
    <Section title={t(m(wordOf(round.kind, 'lists.title')))} id="lists" lead={t(m('lists.lead'))}>
      {given.length > 0 && (
        <Grid size="large">
          {given.map((side) => (
            <ListCard key={side} {...props} side={side} list={lists[side]!} />
          ))}
        </Grid>
      )}
      {isWhole ? (
        <Fold summary={t(m('lists.again'))} open={Boolean(refusal)}>
          <ListsForm {...props} />
        </Fold>
      ) : (
        <ListsForm {...props} />
      )}
    </Section>
  )
}

const placeNotes = [
  'method.hindrance.no-reserves',
  'method.hindrance.no-hosts',
  'lists.ties',
] as const
const mentorNotes = [
  'mentor-round.rule-wishes',
  'mentor-round.rule-named',
  'mentor-round.rule-fields',
] as const
const mentorLists = { applicants: 'students', places: 'mentors', pairs: 'pairs' } as const

/** Where a list to be filled in is fetched. */
function templateHref({ call, round }: RoundPageProps, side: Side, format: string): string {
  const list = round.kind === 'mentors' ? mentorLists[side] : side
  const of = round.kind === 'places' && side === 'pairs' ? 'couples' : null
  return call.href(`${base}/templates/${list}`, { of, format })
}

function ListsForm(props: RoundPageProps) {
  const { call, round, lists, refusal, values } = props
  const { t, language, href } = call
  const isWhole = neededSides.every((side) => lists[side])
  const isOfMentors = round.kind === 'mentors'
  return (
    <Form action={href(`${base}/rounds/${round.id}/lists`)} csrf={call.frame.csrf} files>
      {sides.map((side) => (
        <div key={side} class="stack">
          <Field
            kind="file"
            language={language}
            name={side}
            label={t(m(listWord(round.kind, side, 'file')))}
            hint={t(m(listWord(round.kind, side, 'hint')))}
            accept=".xlsx,.csv,.tsv,.txt"
            error={refusal?.fields[side]}
            required={false}
          />
          <p class="quiet">
            {t(m('list.template'))}{' '}
            {(['xlsx', 'csv'] as const).map((format, index) => (
              <>
                {index > 0 && ' · '}
                <a href={templateHref(props, side, format)}>{format.toUpperCase()}</a>
              </>
            ))}
          </p>
          <Fold summary={t(m('list.paste'))} open={Boolean(values[`${side}-paste`])}>
            <Field
              kind="textarea"
              language={language}
              name={`${side}-paste`}
              label={t(m(listWord(round.kind, side, 'paste')))}
              rows={5}
              pasteTable
              value={values[`${side}-paste`]}
              required={false}
            />
          </Fold>
          {side === 'pairs' && lists.pairs && (
            <Field
              kind="checkbox"
              language={language}
              name="without-pairs"
              value="yes"
              label={t(m(isOfMentors ? 'lists.without-pairs' : 'lists.without-couples'))}
            />
          )}
        </div>
      ))}
      <Fold summary={t(m(isOfMentors ? 'mentor-round.rule' : 'lists.more-columns'))}>
        <ul class="prose">
          {(isOfMentors ? mentorNotes : placeNotes).map((key) => (
            <li key={key}>{t(m(key))}</li>
          ))}
        </ul>
      </Fold>
      <ButtonGroup>
        <Button look={isWhole ? 'secondary' : 'primary'}>{t(m('list.submit'))}</Button>
      </ButtonGroup>
    </Form>
  )
}
