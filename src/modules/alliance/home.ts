import type { Call, HomePart } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { organisationNames } from './queries/organisations.ts'
import { peopleOf } from './queries/people.ts'

/** The alliance on a coordinator's home: the people of her organisation who cannot sign in yet. */
export async function allianceHome({ work, may }: Pick<Call, 'work' | 'may'>): Promise<HomePart[]> {
  const grants = work.actor.kind === 'person' ? work.actor.grants : []
  const ids = [...new Set(grants.flatMap(({ organisationId }) => organisationId ?? []))].filter(
    (id) => may('alliance.person.invite', { organisation_id: id }),
  )
  const names = await organisationNames(work, ids)
  const lines: HomePart['lines'] = []
  for (const id of ids) {
    const { total } = await peopleOf(work, id, { access: 'none', page: 1, perPage: 1 })
    if (total === 0) continue
    lines.push({
      text: m('home.cannot-sign-in', { count: total }),
      detail: m('home.cannot-sign-in-at', {
        organisation: localised(names.get(id) ?? {}, work.language).text,
      }),
      href: `/organisations/${id}/people?access=none`,
    })
  }
  if (lines.length === 0) return []
  return [{ id: 'people', title: m('office.people'), figures: [], lines, all: null }]
}
