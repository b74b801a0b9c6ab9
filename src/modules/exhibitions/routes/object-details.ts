import { refuse, type Refusal } from '#kernel/database'
import { type Call, valueOf, localOf } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { heritageFrom, labelsFrom } from './community-details.ts'
import { dayOfYearFrom, makersFrom, yearFrom } from '../rules/object-form.ts'
import { rightsFrom } from '../rules/rights.ts'
import { accessKinds, objectKinds } from '../schema.ts'
import type { ObjectDetails } from '../service/objects.ts'

/** Of an object of which nothing is told yet. */
export const emptyDetails: ObjectDetails = {
  kind: 'object',
  inventory_number: null,
  titles: {},
  descriptions: {},
  makers: [],
  made_from: null,
  made_until: null,
  made_about: false,
  periods: {},
  places: {},
  materials: {},
  dimensions: null,
  provenances: {},
  credit_lines: {},
  rights_uri: null,
  rights_holder: null,
  access: 'open',
  season_from: null,
  season_until: null,
}

/** What the form of an object says, or every field that cannot be read. */
export function detailsFrom(call: Pick<Call, 'form'>): ObjectDetails | Refusal {
  const faults: Record<string, Message> = {}
  const read = <T>(
    name: string,
    from: (typed: string) => T | 'wrong',
    fault: Message,
  ): T | null => {
    const value = from(valueOf(call, name))
    if (value !== 'wrong') return value as T
    faults[name] = fault
    return null
  }
  const year = (name: string) => read(name, yearFrom, m('refusal.year'))
  const day = (name: string) => read(name, dayOfYearFrom, m('refusal.day-of-year'))
  const text = (name: string, most: number) => valueOf(call, name).slice(0, most) || null
  const chosen = <const T extends string>(name: string, known: readonly T[]): T =>
    known.find((each) => each === valueOf(call, name)) ?? known[0]!
  const details: ObjectDetails = {
    kind: chosen('kind', objectKinds),
    inventory_number: text('inventory', 100),
    titles: localOf(call, 'title'),
    descriptions: localOf(call, 'description'),
    makers: makersFrom(valueOf(call, 'makers')).slice(0, 50),
    made_from: year('made_from'),
    made_until: year('made_until'),
    made_about: valueOf(call, 'made_about') === 'yes',
    periods: localOf(call, 'period'),
    places: localOf(call, 'place'),
    materials: localOf(call, 'material'),
    dimensions: text('dimensions', 300),
    provenances: localOf(call, 'provenance'),
    credit_lines: localOf(call, 'credit'),
    rights_uri: rightsFrom(valueOf(call, 'rights_uri'))?.uri ?? null,
    rights_holder: text('rights_holder', 300),
    // What is not said is shown to nobody else.
    access: accessKinds.find((each) => each === valueOf(call, 'access')) ?? 'holder',
    season_from: day('season_from'),
    season_until: day('season_until'),
    heritage: heritageFrom(call, faults),
    community_labels: labelsFrom(call, faults),
  }
  const [first] = Object.values(faults)
  return first ? refuse(422, first, faults) : details
}
