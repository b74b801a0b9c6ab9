import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { dateInZone, type DateOnly, Fraction, isUuid } from '#kernel/values'
import { equivalenceJudged, equivalenceRestored, equivalenceWithdrawn } from '../entries.ts'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { coursesByCodes, type ListedCourse } from '../queries/courses.ts'
import { type EquivalenceRow, equivalenceById, standingFor } from '../queries/equivalences.ts'

/** A person's judgement that a host course stands for a home course, one way. */
export interface JudgeEquivalence {
  homeOrganisationId: string
  hostOrganisationId: string
  hostCourseCode: string
  homeCourseCode: string
  /** Null: for every degree programme of the home institution. */
  degreeProgrammeId: string | null
  contentShare: Fraction | null
  validFrom: DateOnly
  validTo: DateOnly | null
  note: string
}

/** Why one judgement of several was not taken: its place, and what is wrong with which field. */
export interface EquivalenceProblem {
  index: number
  fields: Record<string, Message>
}

interface Place {
  homeOrganisationId: string
  hostOrganisationId: string
  today: DateOnly
  origin: string
  hostCourses: ReadonlyMap<string, ListedCourse>
  homeCourses: ReadonlyMap<string, ListedCourse>
  programmes: ReadonlySet<string>
  standing: Awaited<ReturnType<typeof standingFor>>
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
    const key = JSON.stringify([
      input.hostCourseCode,
      input.homeCourseCode,
      input.degreeProgrammeId,
    ])
    if (taken.has(key)) fields['hostCourse'] ??= m('equivalence.fault.twice')
    taken.add(key)
    if (Object.keys(fields).length > 0) problems.push({ index, fields })
  }
  if (problems.length > 0) return { ids: [], problems }
  return { ids: await store(work, inputs, place), problems: [] }
}

function cleaned(input: JudgeEquivalence): JudgeEquivalence {
  return {
    ...input,
    hostCourseCode: plainText(input.hostCourseCode),
    homeCourseCode: plainText(input.homeCourseCode),
    note: plainText(input.note),
  }
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
  const hostCodes = inputs.map((each) => each.hostCourseCode)
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
      inputs.map((each) => each.homeCourseCode),
    ),
    programmes: new Set(programmes.map((each) => each.id)),
    standing: await standingFor(work, { home, host, hostCodes }),
  }
}

function wrongWith(work: Work, input: JudgeEquivalence, place: Place): Record<string, Message> {
  const fields: Record<string, Message> = {}
  const facts = {
    home_organisation_id: input.homeOrganisationId,
    degree_programme_id: input.degreeProgrammeId,
  }
  if (!work.may('recognition.equivalence.edit', facts)) {
    const general = { ...facts, degree_programme_id: null }
    const elsewhere =
      input.degreeProgrammeId === null || !work.may('recognition.equivalence.edit', general)
    fields['programme'] = m(
      elsewhere ? 'equivalence.fault.not-yours' : 'equivalence.fault.programme',
    )
  }
  if (input.degreeProgrammeId !== null && !place.programmes.has(input.degreeProgrammeId)) {
    fields['programme'] ??= m('equivalence.fault.programme')
  }
  if (input.hostCourseCode === '' || input.hostCourseCode.length > 60) {
    fields['hostCourse'] = m('equivalence.fault.host-course')
  }
  const home = place.homeCourses.get(input.homeCourseCode)
  if (!home) {
    fields['homeCourse'] = m('equivalence.fault.home-course', { code: input.homeCourseCode || '–' })
  } else if (home.credit === null || home.credit.isZero()) {
    fields['homeCourse'] = m('equivalence.fault.no-credit', { code: input.homeCourseCode })
  }
  if (input.contentShare && outsideOne(input.contentShare)) {
    fields['contentShare'] = m('equivalence.fault.share')
  }
  if (input.validTo !== null && input.validTo < input.validFrom) {
    fields['validTo'] = m('equivalence.fault.period')
  }
  if (repeats(input, place)) fields['hostCourse'] ??= m('equivalence.fault.exists')
  return fields
}

function outsideOne(share: Fraction): boolean {
  return share.compare(Fraction.zero) < 0 || share.compare(Fraction.one) > 0
}

function repeats(input: JudgeEquivalence, place: Place): boolean {
  return place.standing.some(
    (each) =>
      each.host_course_code === input.hostCourseCode &&
      each.home_course_code === input.homeCourseCode &&
      each.degree_programme_id === input.degreeProgrammeId &&
      each.valid_from <= (input.validTo ?? '9999-12-31') &&
      (each.valid_to ?? '9999-12-31') >= input.validFrom,
  )
}

async function store(
  work: Work,
  inputs: readonly JudgeEquivalence[],
  place: Place,
): Promise<string[]> {
  const judge = personOf(work.actor)
  if (judge === null) throw new Error('An equivalence is judged by a person')
  const rows = inputs.map((input) => {
    const home = place.homeCourses.get(input.homeCourseCode)!
    return {
      id: randomUUIDv7(),
      origin: place.origin,
      home_organisation_id: input.homeOrganisationId,
      host_organisation_id: input.hostOrganisationId,
      host_course_code: input.hostCourseCode,
      host_course_titles: JSON.stringify(place.hostCourses.get(input.hostCourseCode)?.titles ?? {}),
      home_course_code: home.code,
      home_course_titles: JSON.stringify(home.titles),
      home_credit: home.credit!.toString(),
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
    }
  })
  const entries = rows.map((row) =>
    equivalenceJudged({
      object: { kind: 'recognition-equivalence', id: row.id },
      organisationIds: [row.home_organisation_id],
      data: {
        host: row.host_course_code,
        home: row.home_course_code,
        credit: row.home_credit,
        share: row.content_share,
      },
    }),
  )
  await work.write(entries, async (tx) => {
    for (let start = 0; start < rows.length; start += 500) {
      await tx
        .insertInto('equivalences')
        .values(rows.slice(start, start + 500))
        .execute()
    }
  })
  return rows.map((row) => row.id)
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
    data: { host: found.hostCode, home: found.homeCode },
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
    hostCodes: [found.hostCode],
  })
  const replaced = standing.some(
    (each) =>
      each.home_course_code === found.homeCode &&
      each.degree_programme_id === found.degree_programme_id &&
      each.valid_from <= (found.validTo ?? '9999-12-31') &&
      (each.valid_to ?? '9999-12-31') >= found.validFrom,
  )
  if (replaced) return refuse(409, m('equivalence.fault.exists'))
  const entry = equivalenceRestored({
    object: { kind: 'recognition-equivalence', id: found.id },
    organisationIds: [found.home_organisation_id],
    data: { host: found.hostCode, home: found.homeCode },
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
