import { countryName } from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  type MapPoint,
  PlaceMap,
} from '#ui'
import { sectorLabel } from '../sector-labels.ts'
import { m } from '../messages/index.ts'
import type { OrganisationFilter, OrganisationRow } from '../queries/organisations.ts'
import { sectors } from '../schema.ts'
import { Framed, nameLanguage, nameText, place, type Scene, sectorNames } from './scene.tsx'

interface MembersProps {
  scene: Scene
  organisations: readonly OrganisationRow[]
  /** The countries of all members, for the filter. */
  countries: readonly string[]
  filter: OrganisationFilter
  mayCreate: boolean
}

/** The public page of the alliance's members: a map of known places, and the same as a list. */
export function MembersPage({ scene, organisations, countries, filter, mayCreate }: MembersProps) {
  const { t, href } = scene
  const placed = organisations.flatMap((row) =>
    row.place ? [{ ...point(scene, row), ...row.place }] : [],
  )
  const unplaced = organisations.filter((row) => !row.place).map((row) => point(scene, row))
  return (
    <Framed scene={scene} title={t(m('members.title'))} description={t(m('members.lead'))}>
      <Heading
        level={1}
        lead={t(m('members.lead'))}
        actions={
          <ButtonGroup>
            {mayCreate && (
              <ButtonLink href={href('/organisations')} look="secondary">
                {t(m('members.manage'))}
              </ButtonLink>
            )}
            <ButtonLink
              icon="download"
              look="quiet"
              href={href('/members/table', {
                q: filter.q,
                sector: filter.sector,
                country: filter.country,
              })}
            >
              {t(m('action.download'))}
            </ButtonLink>
          </ButtonGroup>
        }
      >
        {t(m('members.title'))}
      </Heading>
      <MembersFilter scene={scene} countries={countries} filter={filter} />
      {organisations.length === 0 ? (
        <EmptyState
          title={t(m('members.none'))}
          why={t(m('members.none-why'))}
          action={<ButtonLink href={href('/members')}>{t(m('filter.clear'))}</ButtonLink>}
        />
      ) : (
        <PlaceMap
          language={scene.language}
          label={t(m('members.map'))}
          points={placed satisfies MapPoint[]}
          unplaced={unplaced}
        />
      )}
    </Framed>
  )
}

interface FilterProps {
  scene: Scene
  countries: readonly string[]
  filter: OrganisationFilter
}

function MembersFilter({ scene, countries, filter }: FilterProps) {
  const { t, href, language } = scene
  const { q, sector, country } = filter
  const active = [
    ...(q ? [{ href: href('/members', { sector, country }), label: q }] : []),
    ...(sector ? [{ href: href('/members', { q, country }), label: t(sectorLabel(sector)) }] : []),
    ...(country
      ? [{ href: href('/members', { q, sector }), label: countryName(country, language) }]
      : []),
  ]
  return (
    <FilterBar
      language={language}
      action={href('/members')}
      search={{ value: q, label: t(m('members.search')) }}
      active={active}
      clearHref={href('/members')}
    >
      <Field
        language={language}
        kind="select"
        name="sector"
        label={t(m('field.sector'))}
        value={sector}
        options={sectors.map((each) => ({ value: each, label: t(sectorLabel(each)) }))}
        autosubmit
      />
      <Field
        language={language}
        kind="select"
        name="country"
        label={t(m('field.country'))}
        value={country}
        options={countries.map((code) => ({ value: code, label: countryName(code, language) }))}
        autosubmit
      />
    </FilterBar>
  )
}

function point(scene: Scene, row: OrganisationRow): Omit<MapPoint, 'latitude' | 'longitude'> {
  const detail = [place(scene, row), ...sectorNames(scene, row.sectors)].join(' · ')
  return {
    id: row.id,
    label: nameText(scene, row.names),
    labelLanguage: nameLanguage(scene, row.names),
    href: scene.href(`/members/${row.id}`),
    detail: row.invented ? `${detail} · ${scene.t(m('organisation.invented'))}` : detail,
  }
}
