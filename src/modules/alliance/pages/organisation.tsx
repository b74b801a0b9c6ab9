import { formatAcademicYear, formatYear, timeZoneName } from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  Card,
  DescriptionList,
  EmptyState,
  Grid,
  Heading,
  Notice,
  Prose,
  Section,
  WovenBand,
} from '#ui'
import { m } from '../messages/index.ts'
import type { InitiativeRow } from '../queries/initiatives.ts'
import type { OrganisationPage } from '../queries/organisations.ts'
import {
  day,
  Framed,
  Named,
  nameText,
  period,
  place,
  type Scene,
  sectorNames,
  kindName,
} from './scene.tsx'

interface OrganisationProps {
  scene: Scene
  organisation: OrganisationPage
  initiatives: readonly InitiativeRow[]
  mayManage: boolean
}

/** The public page of an organisation: what it is, its units, its degree programmes, its year, what it shares in. */
export function OrganisationPublicPage({
  scene,
  organisation,
  initiatives,
  mayManage,
}: OrganisationProps) {
  const { t, href } = scene
  const title = nameText(scene, organisation.names)
  const summary = nameText(scene, organisation.summary)
  return (
    <Framed
      scene={scene}
      title={title}
      description={summary || undefined}
      trail={[{ href: href('/members'), label: t(m('members.title')) }]}
    >
      <WovenBand id={organisation.id} size="edge" />
      <Heading
        level={1}
        kicker={sectorNames(scene, organisation.sectors).join(' · ')}
        lead={place(scene, organisation)}
        actions={
          mayManage && (
            <ButtonGroup>
              <ButtonLink href={href(`/organisations/${organisation.id}`)} look="secondary">
                {t(m('office.open'))}
              </ButtonLink>
            </ButtonGroup>
          )
        }
      >
        <Named scene={scene} names={organisation.names} />
      </Heading>
      {organisation.invented && (
        <Notice tone="info" title={t(m('organisation.invented'))}>
          {t(m('organisation.invented-why'))}
        </Notice>
      )}
      {summary && (
        <Prose>
          <p>
            <Named scene={scene} names={organisation.summary} />
          </p>
        </Prose>
      )}
      <OrganisationFacts scene={scene} organisation={organisation} />
      <Programmes scene={scene} organisation={organisation} />
      <Terms scene={scene} organisation={organisation} />
      <Shares scene={scene} initiatives={initiatives} />
    </Framed>
  )
}

/** The facts of an organisation, as its public page and its office show them. */
export function OrganisationFacts({
  scene,
  organisation,
}: {
  scene: Scene
  organisation: OrganisationPage
}) {
  const { t, language } = scene
  const others = Object.entries(organisation.names).filter(
    ([, name]) => name !== nameText(scene, organisation.names),
  )
  const items = [
    ...(others.length > 0
      ? [
          {
            term: t(m('organisation.other-names')),
            value: (
              <ul>
                {others.map(([tag, name]) => (
                  <li key={tag} lang={tag}>
                    {name}
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(organisation.membership
      ? [
          {
            term: t(m(`membership.${organisation.membership.kind}`)),
            value: period(scene, organisation.membership.startsOn, null),
          },
        ]
      : []),
    ...(organisation.website
      ? [
          {
            term: t(m('field.website')),
            value: (
              <a href={organisation.website}>{organisation.website.replace(/^https?:\/\//, '')}</a>
            ),
          },
        ]
      : []),
    ...(organisation.ror
      ? [{ term: 'ROR', value: <a href={organisation.ror}>{organisation.ror.slice(16)}</a> }]
      : []),
    ...(organisation.establishedYear
      ? [
          {
            term: t(m('field.established')),
            value: formatYear(organisation.establishedYear, language),
          },
        ]
      : []),
    {
      term: t(m('field.time-zone')),
      value: timeZoneName(organisation.timeZone, language, scene.now),
    },
    { term: t(m('field.currency')), value: organisation.currency },
  ]
  return <DescriptionList items={items} columns />
}

function Programmes({ scene, organisation }: { scene: Scene; organisation: OrganisationPage }) {
  const { t } = scene
  const units = organisation.units.filter((unit) => unit.closed_on === null)
  if (units.length + organisation.degreeProgrammes.length === 0) return null
  return (
    <Section title={t(m('organisation.study'))} id="study">
      {units.length > 0 && (
        <ul>
          {units.map((unit) => (
            <li key={unit.id}>
              <Named scene={scene} names={unit.names} />{' '}
              <span class="quiet">{t(m(`unit.${unit.kind}`))}</span>
            </li>
          ))}
        </ul>
      )}
      {organisation.degreeProgrammes.length > 0 && (
        <DescriptionList
          items={organisation.degreeProgrammes.map((programme) => ({
            term: <Named scene={scene} names={programme.names} />,
            value: [t(m(`level.${programme.level}`)), programme.code].join(' · '),
          }))}
        />
      )}
    </Section>
  )
}

function Terms({ scene, organisation }: { scene: Scene; organisation: OrganisationPage }) {
  const { t, language } = scene
  const coming = organisation.terms.filter((term) => term.ends_on >= scene.today).toReversed()
  if (coming.length === 0) return null
  return (
    <Section title={t(m('organisation.calendar'))} id="calendar">
      <DescriptionList
        items={coming.map((term) => ({
          term: termName(scene, term),
          value: (
            <>
              {period(scene, term.starts_on, term.ends_on)}{' '}
              <span class="quiet">{formatAcademicYear(term.academic_year, language)}</span>
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** A term by its own name, else by its number in the year. */
export function termName(
  scene: Scene,
  term: {
    names: OrganisationPage['terms'][number]['names']
    term_number: number
    terms_in_year: number
  },
): string {
  const own = nameText(scene, term.names)
  if (own !== '') return own
  return scene.t(m('term.number', { number: term.term_number, total: term.terms_in_year }))
}

function Shares({ scene, initiatives }: { scene: Scene; initiatives: readonly InitiativeRow[] }) {
  const { t, href } = scene
  return (
    <Section title={t(m('initiatives.title'))} id="initiatives">
      {initiatives.length === 0 ? (
        <EmptyState
          title={t(m('organisation.no-initiatives'))}
          why={t(m('organisation.no-initiatives-why'))}
        />
      ) : (
        <Grid>
          {initiatives.map((initiative) => (
            <Card
              key={initiative.id}
              band={initiative.id}
              href={href(`/initiatives/${initiative.id}`)}
              title={<Named scene={scene} names={initiative.names} />}
              kicker={kindName(scene, initiative.kind)}
              meta={day(scene, initiative.startsOn)}
            />
          ))}
        </Grid>
      )}
    </Section>
  )
}
