import type { Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { type DateOnly, Fraction } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { ListedCourse } from '../queries/courses.ts'
import type { EquivalenceRow, StandingEquivalence } from '../queries/equivalences.ts'
import { courseKey } from '../rules/context.ts'
import {
  allHostCodes,
  homeKeyOf,
  hostKeyOf,
  type JudgeEquivalence,
  mostCoursesInSet,
} from './equivalence-input.ts'

/** What is known of a pair of institutions before judgements are checked. */
export interface Place {
  homeOrganisationId: string
  hostOrganisationId: string
  today: DateOnly
  origin: string
  hostCourses: ReadonlyMap<string, ListedCourse>
  homeCourses: ReadonlyMap<string, ListedCourse>
  programmes: ReadonlySet<string>
  standing: readonly StandingEquivalence[]
  /** Ids of those whose place is taken now. */
  replaced: ReadonlyMap<string, EquivalenceRow>
}

/** What is wrong with a judgement, by the field that it concerns; empty where it can be taken. */
export function wrongWith(
  work: Work,
  input: JudgeEquivalence,
  place: Place,
): Record<string, Message> {
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
  const host = wrongHostCourses(input)
  if (host) fields['hostCourse'] = host
  const home = wrongHomeCourses(input, place)
  if (home) fields['homeCourse'] = home
  if (input.package?.accept.isNegative()) fields['accept'] = m('equivalence.fault.accept')
  if (input.contentShare && outsideOne(input.contentShare)) {
    fields['contentShare'] = m('equivalence.fault.share')
  }
  if (input.validTo !== null && input.validTo < input.validFrom) {
    fields['validTo'] = m('equivalence.fault.period')
  }
  const before = input.replaces ? place.replaced.get(input.replaces) : null
  if (input.replaces && !canReplace(work, input, before)) {
    fields['hostCourse'] ??= m('equivalence.refusal.absent')
  }
  if (repeats(input, place)) fields['hostCourse'] ??= m('equivalence.fault.exists')
  return fields
}

function outsideOne(share: Fraction): boolean {
  return share.compare(Fraction.zero) < 0 || share.compare(Fraction.one) > 0
}

/** A judgement replaces one of the same pair that still stands and that the actor may change. */
function canReplace(
  work: Work,
  input: JudgeEquivalence,
  before: EquivalenceRow | null | undefined,
): boolean {
  return (
    before !== null &&
    before !== undefined &&
    before.withdrawnAt === null &&
    before.home_organisation_id === input.homeOrganisationId &&
    before.host_organisation_id === input.hostOrganisationId &&
    work.may('recognition.equivalence.edit', before)
  )
}

function wrongHostCourses(input: JudgeEquivalence): Message | null {
  const codes = allHostCodes(input)
  const whole = input.package
  const empty = codes.length === 0 && !whole?.any
  if (empty || input.hostCourses.some((each) => each.length === 0)) {
    return m('equivalence.fault.host-course')
  }
  if (codes.some((code) => code === '' || code.length > 60)) {
    return m('equivalence.fault.host-course')
  }
  if (codes.length > mostCoursesInSet) {
    return m('equivalence.fault.too-many-courses', { limit: mostCoursesInSet })
  }
  const repeated = firstRepeated(codes)
  return repeated === null ? null : m('equivalence.fault.repeated-course', { code: repeated })
}

function wrongHomeCourses(input: JudgeEquivalence, place: Place): Message | null {
  const block = input.package?.block
  if (block) {
    const named = block.code !== '' && block.code.length <= 60 && block.title !== ''
    return named && block.credit.compare(Fraction.zero) > 0 ? null : m('equivalence.fault.block')
  }
  if (input.homeCourses.length === 0) return m('equivalence.fault.home-course', { code: '–' })
  if (input.homeCourses.length > mostCoursesInSet) {
    return m('equivalence.fault.too-many-courses', { limit: mostCoursesInSet })
  }
  for (const code of input.homeCourses) {
    const home = place.homeCourses.get(code)
    if (!home) return m('equivalence.fault.home-course', { code: code || '–' })
    if (home.credit === null || home.credit.isZero()) {
      return m('equivalence.fault.no-credit', { code })
    }
  }
  const repeated = firstRepeated(input.homeCourses)
  return repeated === null ? null : m('equivalence.fault.repeated-course', { code: repeated })
}

function firstRepeated(codes: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const code of codes) {
    if (seen.has(courseKey(code))) return code
    seen.add(courseKey(code))
  }
  return null
}

function repeats(input: JudgeEquivalence, place: Place): boolean {
  const [hostKey, homeKey] = [hostKeyOf(input), homeKeyOf(input)]
  return place.standing.some(
    (each) =>
      !place.replaced.has(each.id) &&
      each.hostKey === hostKey &&
      each.homeKey === homeKey &&
      each.degree_programme_id === input.degreeProgrammeId &&
      each.valid_from <= (input.validTo ?? '9999-12-31') &&
      (each.valid_to ?? '9999-12-31') >= input.validFrom,
  )
}
