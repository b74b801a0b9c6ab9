import { Button, ButtonGroup, Field, Fold, Form, Grid, Section } from '#ui'
import { m } from '../messages/index.ts'
import { sides } from '../rules/sides.ts'
import { ListCard } from './round-list.tsx'
import type { RoundPageProps } from './round-props.ts'
import { base } from './words.ts'

/** The lists that were given, and the form that takes them. */
export function Lists(props: RoundPageProps) {
  const { call, lists, refusal } = props
  const { t } = call
  const given = sides.filter((side) => lists[side])
  return (
    <Section title={t(m('lists.title'))} id="lists" lead={t(m('lists.lead'))}>
      {given.length > 0 && (
        <Grid size="large">
          {given.map((side) => (
            <ListCard key={side} {...props} side={side} list={lists[side]!} />
          ))}
        </Grid>
      )}
      {given.length === 2 ? (
        <Fold summary={t(m('lists.again'))} open={Boolean(refusal)}>
          <ListsForm {...props} />
        </Fold>
      ) : (
        <ListsForm {...props} />
      )}
    </Section>
  )
}

function ListsForm({ call, round, lists, refusal, values }: RoundPageProps) {
  const { t, language, href } = call
  const given = sides.filter((side) => lists[side])
  return (
    <Form action={href(`${base}/rounds/${round.id}/lists`)} csrf={call.frame.csrf} files>
      {sides.map((side) => (
        <div key={side} class="stack">
          <Field
            kind="file"
            language={language}
            name={side}
            label={t(m(`list.${side}.file`))}
            hint={t(m(`list.${side}.hint`))}
            accept=".xlsx,.csv,.tsv,.txt"
            error={refusal?.fields[side]}
            required={false}
          />
          <p class="quiet">
            {t(m('list.template'))}{' '}
            {(['xlsx', 'csv'] as const).map((format, index) => (
              <>
                {index > 0 && ' · '}
                <a href={href(`${base}/templates/${side}`, { format })}>{format.toUpperCase()}</a>
              </>
            ))}
          </p>
          <Fold summary={t(m('list.paste'))} open={Boolean(values[`${side}-paste`])}>
            <Field
              kind="textarea"
              language={language}
              name={`${side}-paste`}
              label={t(m(`list.${side}.paste`))}
              rows={5}
              pasteTable
              value={values[`${side}-paste`]}
              required={false}
            />
          </Fold>
        </div>
      ))}
      <Fold summary={t(m('lists.more-columns'))}>
        <ul class="prose">
          {(
            ['method.hindrance.no-reserves', 'method.hindrance.no-hosts', 'lists.ties'] as const
          ).map((key) => (
            <li key={key}>{t(m(key))}</li>
          ))}
        </ul>
      </Fold>
      <ButtonGroup>
        <Button look={given.length === 2 ? 'secondary' : 'primary'}>{t(m('list.submit'))}</Button>
      </ButtonGroup>
    </Form>
  )
}
