import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { dateInZone, Fraction, isUuid } from '#kernel/values'
import { equivalenceJudged, equivalenceRestored, equivalenceWithdrawn } from '../entries.ts'
import { m } from '../messages/index.ts'
import { coursesByCodes } from '../queries/courses.ts'
import {
  type EquivalenceRow,
  equivalenceById,
  homeText,
  hostText,
  requirementsOf,
  standingFor,
} from '../queries/equivalences.ts'
import { setKey, writeSet } from '../rules/set-notation.ts'
import type { Titles } from '../rules/types.ts'
import { exact } from '../stored.ts'
import { type Place, wrongWith } from './equivalence-faults.ts'
import {
  allHostCodes,
  cleaned,
  homeKeyOf,
  hostKeyOf,
  type JudgeEquivalence,
} from './equivalence-input.ts'

/** Why one judgement of several was not taken: its place, and what is wrong with which field. */
export interface EquivalenceProblem {
  index: number
  fields: Record<string, Message>
}

/** Records one judgement. The home course must stand in the current catalogue and carry credit. */
export async function judgeEquivalence(
  work: Work,
  input: JudgeEquivalence,
): Promise<{ equivalenceId: string } | Refusal> {
  const result = await judgeEquivalences(work, [input])
  if ('refusal' in result) return result
  const [problem] = result.problems
  if (!problem) return { equivalenceId: result.ids[0]! }
  return refuse(422, m('equivalence.refusal.check'), problem.fields)
}

/**
 * Records judgements of one pair of institutions, all of them or none: where one cannot be taken, each
 * problem names its place. Costs the same few queries for one and for a thousand.
 */
export async function judgeEquivalences(
  work: Work,
  given: readonly JudgeEquivalence[],
): Promise<{ ids: string[]; problems: EquivalenceProblem[] } | Refusal> {
  const inputs = given.map(cleaned)
  const first = inputs[0]
  if (!first) return { ids: [], problems: [] }
  const place = await placeOf(work, first, inputs)
  if ('refusal' in place) return place
  const problems: EquivalenceProblem[] = []
  const taken = new Set<string>()
  for (const [index, input] of inputs.entries()) {
    const fields = wrongWith(work, input, place)
    const key = JSON.stringify([hostKeyOf(input), homeKeyOf(input), input.degreeProgrammeId])
    if (taken.has(key)) fields['hostCourse'] ??= m('equivalence.fault.twice')
    taken.add(key)
    if (Object.keys(fields).length > 0) problems.push({ index, fields })
  }
  if (problems.length > 0) return { ids: [], problems }
  return { ids: await store(work, inputs, place), problems: [] }
}

async function placeOf(
  work: Work,
  pair: Pick<JudgeEquivalence, 'homeOrganisationId' | 'hostOrganisationId'>,
  inputs: readonly JudgeEquivalence[],
): Promise<Place | Refusal> {
  const { homeOrganisationId: home, hostOrganisationId: host } = pair
  const wrong = (field: string, message: Message) => refuse(422, message, { [field]: message })
  if (!isUuid(home)) return wrong('home', m('equivalence.fault.home'))
  if (!isUuid(host)) return wrong('host', m('equivalence.fault.host'))
  if (home === host) return wrong('host', m('equivalence.fault.same-institution'))
  const organisations = await work.read
    .selectFrom('organisations')
    .select(['id', 'origin', 'time_zone'])
    .where('id', 'in', [home, host])
    .execute()
  const own = organisations.find((each) => each.id === home)
  if (!own) return wrong('home', m('equivalence.fault.home'))
  if (organisations.length < 2) return wrong('host', m('equivalence.fault.host'))
  const hostCodes = inputs.flatMap(allHostCodes)
  const programmes = await work.read
    .selectFrom('degree_programmes')
    .select('id')
    .where('organisation_id', '=', home)
    .execute()
  return {
    homeOrganisationId: home,
    hostOrganisationId: host,
    today: dateInZone(work.now, own.time_zone),
    origin: own.origin,
    hostCourses: await coursesByCodes(work, host, hostCodes),
    homeCourses: await coursesByCodes(
      work,
      home,
      inputs.flatMap((each) => each.homeCourses),
    ),
    programmes: new Set(programmes.map((each) => each.id)),
    standing: await standingFor(work, { home, host, hostCodes }),
  }
}

async function store(
  work: Work,
  inputs: readonly JudgeEquivalence[],
  place: Place,
): Promise<string[]> {
  const judge = personOf(work.actor)
  if (judge === null) throw new Error('An equivalence is judged by a person')
  const made = inputs.map((input) => rowsOf(input, place, judge))
  const entries = made.map(({ row, hosts, homes }) =>
    equivalenceJudged({
      object: { kind: 'recognition-equivalence', id: row.id },
      organisationIds: [row.home_organisation_id],
      data: {
        host: writtenHosts(hosts),
        home: writeSet(homes.map((each) => [each.course_code])),
        credit: Fraction.sum(homes.map((each) => exact(each.credit))).toString(),
        share: row.content_share,
      },
    }),
  )
  await work.write(entries, async (tx) => {
    for (let start = 0; start < made.length; start += 200) {
      const part = made.slice(start, start + 200)
      await tx
        .insertInto('equivalences')
        .values(part.map(({ row }) => row))
        .execute()
      const hosts = part.flatMap((each) => each.hosts)
      if (hosts.length > 0) await tx.insertInto('equivalence_host_courses').values(hosts).execute()
      await tx
        .insertInto('equivalence_home_courses')
        .values(part.flatMap((each) => each.homes))
        .execute()
    }
  })
  return made.map(({ row }) => row.id)
}

function writtenHosts(hosts: readonly { course_code: string; requirement: number | null }[]) {
  const courses = hosts.map(({ course_code: code, requirement }) => ({
    code,
    requirement,
    titles: {},
  }))
  return hostText({ hostCourses: courses })
}

function rowsOf(input: JudgeEquivalence, place: Place, judge: string) {
  const id = randomUUIDv7()
  const shared = { equivalence_id: id, home_organisation_id: input.homeOrganisationId }
  const required = input.hostCourses.flatMap((codes, requirement) =>
    codes.map((code) => ({ code, requirement })),
  )
  const further = (input.package?.further ?? []).map((code) => ({ code, requirement: null }))
  return {
    row: {
      id,
      origin: place.origin,
      home_organisation_id: input.homeOrganisationId,
      host_organisation_id: input.hostOrganisationId,
      package_accept: input.package?.accept.toString() ?? null,
      package_any: input.package?.any ?? false,
      degree_programme_id: input.degreeProgrammeId,
      content_share: input.contentShare?.toString() ?? null,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      judged_by: judge,
      judged_on: place.today,
      note: input.note.trim().slice(0, 2000),
      from_case_id: null,
      withdrawn_at: null,
      withdrawn_by: null,
    },
    hosts: [...required, ...further].map(({ code, requirement }, position) => ({
      ...shared,
      host_organisation_id: input.hostOrganisationId,
      position,
      requirement,
      course_code: code,
      titles: JSON.stringify(place.hostCourses.get(code)?.titles ?? {}),
    })),
    homes: homesOf(input, place).map((course, position) => ({
      ...shared,
      position,
      course_code: course.code,
      titles: JSON.stringify(course.titles),
      credit: course.credit.toString(),
    })),
  }
}

function homesOf({ homeCourses, package: whole }: JudgeEquivalence, place: Place) {
  if (whole?.block) {
    const { code, title, credit } = whole.block
    return [{ code, titles: { und: title } satisfies Titles, credit }]
  }
  return homeCourses.map((code) => {
    const { titles, credit, code: written } = place.homeCourses.get(code)!
    return { code: written, titles, credit: credit! }
  })
}

/** Withdraws an equivalence: later evaluations do not find it, decisions taken on it stand. */
export async function withdrawEquivalence(
  work: Work,
  id: string,
): Promise<EquivalenceRow | Refusal> {
  const found = await equivalenceById(work, id, 'lock')
  if (!found || !work.may('recognition.equivalence.edit', found)) return absent()
  if (found.withdrawnAt !== null) return refuse(409, m('equivalence.refusal.withdrawn'))
  const entry = equivalenceWithdrawn({
    object: { kind: 'recognition-equivalence', id: found.id },
    organisationIds: [found.home_organisation_id],
    data: { host: hostText(found), home: homeText(found) },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('equivalences')
      .set({ withdrawn_at: work.now, withdrawn_by: personOf(work.actor) })
      .where('id', '=', found.id)
      .execute(),
  )
  return found
}

/** Undoes a withdrawal, unless another equivalence has taken its place since. */
export async function restoreEquivalence(
  work: Work,
  id: string,
): Promise<EquivalenceRow | Refusal> {
  const found = await equivalenceById(work, id, 'lock')
  if (!found || !work.may('recognition.equivalence.edit', found)) return absent()
  if (found.withdrawnAt === null) return refuse(409, m('equivalence.refusal.stands'))
  const standing = await standingFor(work, {
    home: found.home_organisation_id,
    host: found.host_organisation_id,
    hostCodes: found.hostCourses.map((each) => each.code),
  })
  const replaced = standing.some(
    (each) =>
      each.hostKey === setKey(requirementsOf(found.hostCourses)) &&
      each.homeKey === setKey(found.homeCourses.map((course) => [course.code])) &&
      each.degree_programme_id === found.degree_programme_id &&
      each.valid_from <= (found.validTo ?? '9999-12-31') &&
      (each.valid_to ?? '9999-12-31') >= found.validFrom,
  )
  if (replaced) return refuse(409, m('equivalence.fault.exists'))
  const entry = equivalenceRestored({
    object: { kind: 'recognition-equivalence', id: found.id },
    organisationIds: [found.home_organisation_id],
    data: { host: hostText(found), home: homeText(found) },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('equivalences')
      .set({ withdrawn_at: null, withdrawn_by: null })
      .where('id', '=', found.id)
      .execute(),
  )
  return found
}

function absent(): Refusal {
  return refuse(404, m('equivalence.refusal.absent'))
}
