import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { personOf, type Refusal, refuse, type Work, type Writer } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { dateInZone, Fraction, isUuid } from '#kernel/values'
import {
  equivalenceJudged,
  equivalenceRenewed,
  equivalenceRestored,
  equivalenceRevised,
  equivalenceWithdrawn,
} from '../entries.ts'
import { m } from '../messages/index.ts'
import { coursesByCodes } from '../queries/courses.ts'
import {
  type EquivalenceRow,
  equivalenceById,
  equivalencesForUpdate,
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
  if (inputs.length === 0) return { ids: [], problems: [] }
  const checked = await checkJudgements(work, inputs)
  if ('refusal' in checked) return checked
  const { place, problems } = checked
  if (problems.length > 0) return { ids: [], problems }
  return { ids: await store(work, inputs, place), problems: [] }
}

/** What is wrong with judgements of one pair of institutions, without recording any. */
export async function checkJudgements(
  work: Work,
  given: readonly JudgeEquivalence[],
): Promise<{ place: Place; problems: EquivalenceProblem[] } | Refusal> {
  const inputs = given.map(cleaned)
  const place = await placeOf(work, inputs[0]!, inputs)
  if ('refusal' in place) return place
  const problems: EquivalenceProblem[] = []
  const taken = new Map<string, JudgeEquivalence[]>()
  for (const [index, input] of inputs.entries()) {
    const fields = wrongWith(work, input, place)
    const key = JSON.stringify([hostKeyOf(input), homeKeyOf(input), input.degreeProgrammeId])
    const before = taken.get(key) ?? []
    if (before.some((other) => overlap(other, input))) {
      fields['hostCourse'] ??= m('equivalence.fault.twice')
    }
    taken.set(key, [...before, input])
    if (Object.keys(fields).length > 0) problems.push({ index, fields })
  }
  return { place, problems }
}

function overlap(a: JudgeEquivalence, b: JudgeEquivalence): boolean {
  const end = '9999-12-31'
  return a.validFrom <= (b.validTo ?? end) && b.validFrom <= (a.validTo ?? end)
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
    replaced: await equivalencesForUpdate(
      work,
      inputs.flatMap((each) => each.replaces ?? []),
    ),
  }
}

async function store(
  work: Work,
  inputs: readonly JudgeEquivalence[],
  place: Place,
): Promise<string[]> {
  const judge = personOf(work.actor)
  if (judge === null) throw new Error('An equivalence is judged by a person')
  const made = inputs.map((input) => ({
    ...rowsOf(input, place, judge),
    replaces: input.replaces ?? null,
  }))
  await work.write(
    made.flatMap((each) => entriesOf(each, place)),
    async (tx) => {
      await endThem(tx, made, { at: work.now, by: judge })
      for (let start = 0; start < made.length; start += 200) {
        const part = made.slice(start, start + 200)
        await tx
          .insertInto('equivalences')
          .values(part.map(({ row }) => row))
          .execute()
        const hosts = part.flatMap((each) => each.hosts)
        if (hosts.length > 0)
          await tx.insertInto('equivalence_host_courses').values(hosts).execute()
        await tx
          .insertInto('equivalence_home_courses')
          .values(part.flatMap((each) => each.homes))
          .execute()
      }
      await nameSuccessors(tx, made)
    },
  )
  return made.map(({ row }) => row.id)
}

type Made = ReturnType<typeof rowsOf> & { replaces: string | null }

/** A judgement in the place of another tells of both: what stands now, and what it was. */
function entriesOf({ row, hosts, homes, replaces }: Made, place: Place) {
  const said = (id: string, data: { host: string; home: string; credit: string }) => ({
    object: { kind: 'recognition-equivalence', id },
    organisationIds: [row.home_organisation_id],
    data: { ...data, share: row.content_share },
  })
  const data = {
    host: writtenHosts(hosts),
    home: writeSet(homes.map((each) => [each.course_code])),
    credit: Fraction.sum(homes.map((each) => exact(each.credit))).toString(),
  }
  const before = replaces ? place.replaced.get(replaces) : undefined
  if (!before) return [equivalenceJudged(said(row.id, data))]
  const object = { kind: 'recognition-equivalence', id: before.id }
  const organisationIds = [row.home_organisation_id]
  const same = hostText(before) === data.host && homeText(before) === data.home
  const change = {
    host: hostText(before),
    home: homeText(before),
    by: row.id,
    until: row.valid_to,
  }
  return [
    (same ? equivalenceRenewed : equivalenceRevised)({ object, organisationIds, data: change }),
    equivalenceJudged(said(row.id, data)),
  ]
}

/** Those whose place is taken stand no more: only then may another be the one mirror of the same equivalence. */
async function endThem(
  tx: Writer,
  made: readonly Made[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  const ids = made.flatMap((each) => each.replaces ?? [])
  if (ids.length === 0) return
  await tx
    .updateTable('equivalences')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', 'in', ids)
    .execute()
}

/** Names what stands now to those before, and gives it their evidence and their other direction. */
async function nameSuccessors(tx: Writer, made: readonly Made[]): Promise<void> {
  const replacing = made.filter((each) => each.replaces !== null)
  const pairs = sql`unnest(${replacing.map((each) => each.replaces)}::uuid[],
    ${replacing.map((each) => each.row.id)}::uuid[]) as pair (earlier, later)`
  if (replacing.length > 0) {
    await sql`update equivalences set replaced_by_id = pair.later from ${pairs}
      where equivalences.id = pair.earlier`.execute(tx)
    await sql`update equivalences set mirror_of_id = pair.later from ${pairs}
      where equivalences.mirror_of_id = pair.earlier`.execute(tx)
  }
  const ids = replacing.map((each) => each.replaces!)
  if (ids.length === 0) return
  const evidence = await tx
    .selectFrom('equivalence_evidence')
    .selectAll()
    .where('equivalence_id', 'in', ids)
    .execute()
  if (evidence.length === 0) return
  const successor = new Map(replacing.map((each) => [each.replaces!, each.row.id]))
  const copies = evidence.map((each) => ({
    ...each,
    id: randomUUIDv7(),
    equivalence_id: successor.get(each.equivalence_id)!,
  }))
  await tx.insertInto('equivalence_evidence').values(copies).execute()
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
  const before = input.replaces ? place.replaced.get(input.replaces) : undefined
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
      mirror_of_id: input.mirrorOf ?? null,
      reverse_asked_at: before?.reverseAskedAt ?? null,
      reverse_declined_at: before?.reverseDeclinedAt ?? null,
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
      is_block: input.package?.block !== null && input.package?.block !== undefined,
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
  if (found.replacedById !== null) return refuse(409, m('equivalence.refusal.replaced'))
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
