import type { Call, HomePart } from '#kernel/http'
import { dateInZone, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { allianceNumbers } from './queries/numbers.ts'
import { organisationNames } from './queries/organisations.ts'
import { peopleOf } from './queries/people.ts'

type HomeCall = Pick<Call, 'work' | 'may' | 'now' | 'timeZone'>

/** The alliance on somebody's home: whom a coordinator has to let in; its numbers for those who answer for all of it. */
export async function allianceHome(call: HomeCall): Promise<HomePart[]> {
  return [...(await peopleToLetIn(call)), ...(await numbersOfAll(call))]
}

/** Who answers for the whole, or pays for it: the others see what is their organisation's own. */
const readersOfNumbers: ReadonlySet<string> = new Set(['secretariat', 'officer', 'funder'])
/** Fewer people than these could be told apart. */
const fewestPeople = 5

async function numbersOfAll({ work, now, timeZone }: HomeCall): Promise<HomePart[]> {
  const grants = work.actor.kind === 'person' ? work.actor.grants : []
  if (!grants.some(({ role }) => readersOfNumbers.has(role))) return []
  const numbers = await allianceNumbers(work, dateInZone(now, timeZone))
  const figure = (name: keyof typeof numbers, href: string) => ({
    label: m(`home.numbers.${name}`),
    value: numbers[name],
    href,
  })
  const people = (['participants', 'completed'] as const)
    .filter((name) => numbers[name] >= fewestPeople)
    .map((name) => figure(name, '/programmes'))
  const figures = [
    figure('members', '/members'),
    figure('programmeYears', '/programmes'),
    ...people,
    figure('initiatives', '/initiatives'),
  ]
  return [{ id: 'numbers', title: m('home.numbers'), figures, lines: [], all: null }]
}

async function peopleToLetIn({ work, may }: HomeCall): Promise<HomePart[]> {
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
