import type { FormState } from '#kernel/http'
import { displayName, formatDate, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  DescriptionList,
  EntryGrid,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Section,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { datesOf, type PageCall } from './words.tsx'

interface ConfirmManyProps {
  call: PageCall
  kind: 'arrival' | 'departure'
  waiting: readonly StayRow[]
  given: readonly StayRow[]
  /** More wait than one page lists. */
  isMore: boolean
  action: string
  isFresh: boolean
  allTicked: boolean
  form: FormState
}

/** The page of the link by which a host confirms many: who is ticked, one day for all, and another beside whoever had another. */
export function ConfirmManyPage(props: ConfirmManyProps) {
  const { call, kind, waiting, given, isMore, action, allTicked, form } = props
  const { t, language, frame } = call
  const sending = localised(waiting[0]!.sending, language).text
  return (
    <SingleActShell frame={frame} title={t(m(`many.${kind}`))}>
      <Stack gap="wide">
        <Heading level={1} kicker={sending} lead={t(m(`many.${kind}-lead`, { sending }))}>
          {t(m(`many.${kind}`))}
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        {/* Before the days: it opens the page anew, and what was typed would be gone. */}
        {waiting.length > 1 && !allTicked && (
          <ButtonLink look="secondary" href={`${action}?all`}>
            {t(m('many.tick-all'))}
          </ButtonLink>
        )}
        <Form
          action={action}
          csrf={frame.csrf}
          hidden={Object.fromEntries(waiting.map(({ id }, place) => [`stays.${place}.id`, id]))}
        >
          <Field
            kind="date"
            language={language}
            name="onDay"
            label={t(m('many.day'))}
            value={form.values['onDay'] ?? ''}
            error={form.errors['onDay']}
          />
          <Students {...props} />
          {isMore && <p>{t(m('many.more'))}</p>}
          <Button>{t(m('many.confirm'))}</Button>
        </Form>
        {given.length > 0 && (
          <Section title={t(m('many.given'))} id="given">
            <DescriptionList
              items={given.map((stay) => ({
                term: displayName(stay.name, language),
                value: formatDate(
                  (kind === 'arrival' ? stay.arrived_on : stay.departed_on)!,
                  language,
                ),
              }))}
            />
          </Section>
        )}
      </Stack>
    </SingleActShell>
  )
}

function Students({ call, kind, waiting, form, isFresh, allTicked }: ConfirmManyProps) {
  const { t, language } = call
  const placeOf = placesAsSent(form)
  return (
    <EntryGrid
      language={language}
      caption={t(m(`many.${kind}`))}
      name="stays"
      takeLabel={t(m(`many.${kind}-take`))}
      headLabel={t(m('stay.student'))}
      columns={[{ name: 'onDay', label: t(m('many.own-day')), kind: 'date' }]}
      rows={waiting.map((stay) => {
        const sent = `stays.${placeOf.get(stay.id) ?? 'none'}`
        return {
          head: (
            <>
              {displayName(stay.name, language)}
              <br />
              <span class="hint">{datesOf(call, stay)}</span>
            </>
          ),
          taken: isFresh ? allTicked : (form.values[`${sent}.take`] ?? '') !== '',
          values: { onDay: form.values[`${sent}.onDay`] ?? '' },
          errors: { onDay: form.errors[`${sent}.onDay`] },
        }
      })}
    />
  )
}

/** At which place of the form that was sent each student stood: somebody may have left the list since. */
function placesAsSent({ values }: FormState): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(values).flatMap(([name, id]) => {
      const place = /^stays\.(\d+)\.id$/.exec(name)?.[1]
      return place === undefined ? [] : [[id, place] as const]
    }),
  )
}
