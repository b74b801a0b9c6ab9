import type { FormState, Whereabouts } from '#kernel/http'
import { countryName, displayName, formatDateRange, formatInstant } from '#kernel/values'
import {
  Card,
  EmptyState,
  Field,
  FilterBar,
  FormAlert,
  Grid,
  Heading,
  type MapPoint,
  Page,
  PlaceMap,
  Section,
  Stack,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CareCheck } from '../queries/checks.ts'
import { keyOf, placesOf } from '../rules/who.ts'
import { Counts } from './checks.tsx'
import type { PageCall } from './scene.tsx'

interface WhoPageProps {
  call: PageCall
  there: readonly Whereabouts[]
  /** The countries in which somebody is. */
  countries: readonly string[]
  /** The country that is asked for; empty for all. */
  country: string
  checks: readonly CareCheck[]
  offices: readonly { value: string; label: string }[]
  form: FormState
}

/** Who is where now, on a map and as a list, and “are you safe?” to those of them who are chosen. */
export function WhoPage(props: WhoPageProps) {
  const { call, there, checks, form } = props
  const { t, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('who.title'))}
      wide
      alert={<FormAlert language={language} form={form.message === null ? null : form} />}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('who.lead'))}>
          {t(m('who.title'))}
        </Heading>
        {(props.countries.length > 1 || props.country !== '') && <Countries {...props} />}
        {there.length === 0 ? (
          <EmptyState title={t(m('who.nobody'))} why={t(m('who.nobody-why'))} />
        ) : (
          <>
            <People {...props} />
            <Places {...props} />
          </>
        )}
        {checks.length > 0 && <Before call={call} checks={checks} />}
      </Stack>
    </Page>
  )
}

function Countries({ call, countries, country }: WhoPageProps) {
  const { t, href, language } = call
  return (
    <FilterBar
      language={language}
      action={href('/care')}
      clearHref={href('/care')}
      active={
        country === '' ? [] : [{ href: href('/care'), label: countryName(country, language) }]
      }
    >
      <Field
        kind="select"
        language={language}
        name="country"
        label={t(m('who.country'))}
        required={false}
        value={country}
        options={countries.map((each) => ({ value: each, label: countryName(each, language) }))}
      />
    </FilterBar>
  )
}

/** The list, from which those are chosen who are asked: everybody, until somebody is left out. */
function People({ call, there, offices, form }: WhoPageProps) {
  const { t, href, language, frame } = call
  const { compare } = new Intl.Collator(language)
  const named = (each: Whereabouts) => displayName(each.name, language)
  const rows = there.toSorted(
    (a, b) => compare(named(a), named(b)) || (keyOf(a) < keyOf(b) ? -1 : 1),
  )
  const own = rows.filter(({ officeIds }) => offices.some(({ value }) => officeIds.includes(value)))
  const chosen = form.message === null ? own.map(keyOf) : (form.values['keys'] ?? '').split(' ')
  return (
    <Table<Whereabouts>
      language={language}
      caption={t(m('who.people', { count: new Set(there.map((each) => each.personId)).size }))}
      rows={rows}
      rowKey={keyOf}
      rowHref={({ href: to }) => href(to)}
      rowLabel={named}
      columns={[
        { key: 'name', label: t(m('who.name')), primary: true, cell: named },
        {
          key: 'place',
          label: t(m('who.place')),
          cell: ({ place, country }) => (
            <span>
              <Typed>{place}</Typed> · {countryName(country, language)}
            </span>
          ),
        },
        { key: 'by', label: t(m('who.by')), cell: ({ label }) => t(label) },
        {
          key: 'until',
          label: t(m('who.dates')),
          kind: 'date',
          cell: ({ startsOn, endsOn }) => formatDateRange(startsOn, endsOn, language),
        },
      ]}
      {...(offices.length > 0 && {
        select: {
          action: href('/care'),
          csrf: frame.csrf,
          selected: new Set(chosen),
          actions: [{ name: 'step', value: 'ask', label: t(m('who.ask')) }],
          question: <Question call={call} offices={offices} form={form} />,
        },
      })}
    />
  )
}

function Question({ call, offices, form }: Pick<WhoPageProps, 'call' | 'offices' | 'form'>) {
  const { t, language } = call
  return (
    <>
      {offices.length > 1 && (
        <Field
          kind="select"
          language={language}
          name="organisation"
          label={t(m('who.from'))}
          value={form.values['organisation'] ?? offices[0]!.value}
          options={offices}
          noEmpty
        />
      )}
      <Field
        kind="textarea"
        language={language}
        name="words"
        label={t(m('who.words'))}
        hint={t(m('who.words-hint'))}
        value={form.values['words'] ?? t(m('who.example'))}
        error={form.errors['words']}
        rows={3}
        maxlength={1000}
      />
    </>
  )
}

function Places({ call, there }: WhoPageProps) {
  const { t, href, language } = call
  const places = placesOf(there).map((each) => ({
    ...each,
    label: each.place,
    href: href('/care', { country: each.country }),
    detail: `${countryName(each.country, language)} · ${t(m('who.people', { count: each.people }))}`,
  }))
  const placed = places.flatMap((each): MapPoint[] =>
    each.latitude === null || each.longitude === null
      ? []
      : [{ ...each, latitude: each.latitude, longitude: each.longitude }],
  )
  return (
    <Section title={t(m('who.map'))} id="map">
      <PlaceMap
        language={language}
        label={t(m('who.map'))}
        points={placed}
        unplaced={places
          .filter(({ latitude }) => latitude === null)
          .map(({ id, label, detail, href: to }) => ({ id, label, detail, href: to }))}
      />
    </Section>
  )
}

function Before({ call, checks }: { call: PageCall; checks: readonly CareCheck[] }) {
  const { t, href, language } = call
  return (
    <Section title={t(m('who.before'))} id="before">
      <Grid>
        {checks.map((check) => (
          <Card
            key={check.id}
            title={formatInstant(check.asked_at, call.timeZone, language)}
            href={href(`/care/${check.id}`)}
            meta={<Counts call={call} check={check} />}
          >
            <p>
              <Typed>{check.words}</Typed>
            </p>
          </Card>
        ))}
      </Grid>
    </Section>
  )
}
