import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import { coursesByCodes, type ListedCourse } from '../queries/courses.ts'
import { organisationNames } from '../queries/suggestion-models.ts'
import type { HostCourse } from '../suggestions/learned.ts'
import type { Reason } from '../suggestions/reasons.ts'
import { hasTitle } from '../rules/titles.ts'
import { suggest } from '../suggestions/suggest.ts'
import { knowledgeOf } from './suggestion-knowledge.ts'

/** A home course that a host course may stand for, and why. */
export interface SuggestedCourse {
  course: ListedCourse
  /** Between 0 and 1: its part among all that were looked at. */
  share: number
  reasons: readonly Reason[]
}

/** Suggestions for several host courses of one home institution, in the order asked. */
export interface Suggestions {
  /** False until the institution's catalogue has been made ready after its publication. */
  ready: boolean
  lists: readonly (readonly SuggestedCourse[])[]
  /** Names of the institutions that reasons mention, by id. */
  institutions: ReadonlyMap<string, LocalText>
}

/**
 * The likeliest courses of an institution's current catalogue for host courses, with the reasons. What the institution
 * decided before is looked at only for those who may see its equivalences; for others the catalogues alone speak.
 * Where neither the transcript nor the host's catalogue says what a course is called, nothing is suggested.
 */
export async function suggestHomeCourses(
  work: Work,
  asked: { homeOrganisationId: string; hosts: readonly HostCourse[]; most: number },
): Promise<Suggestions> {
  const { homeOrganisationId: home, hosts, most } = asked
  const nothing = { ready: true, lists: hosts.map(() => []), institutions: new Map() }
  if (!isUuid(home)) return nothing
  const facts = { home_organisation_id: home, degree_programme_id: null }
  const knowledge = await knowledgeOf(work, home, {
    withDecisions: work.may('recognition.equivalence.list', facts),
  })
  if (knowledge === null) return { ...nothing, ready: false }
  if (hosts.length === 0) return nothing
  const found = (await withCatalogueTitles(work, hosts)).map((host) =>
    hasTitle(host.titles) ? suggest(knowledge, host, most) : [],
  )
  const codes = found.flatMap((list) => list.map(({ code }) => code))
  const courses = await coursesByCodes(work, home, codes)
  const lists = found.map((list) =>
    list.flatMap(({ code, share, reasons }) => {
      const course = courses.get(code)
      return course ? [{ course, share, reasons }] : []
    }),
  )
  return { ready: true, lists, institutions: await organisationNames(work, mentioned(lists)) }
}

/** A transcript has a title in one language; the host's own catalogue may have it in others. */
async function withCatalogueTitles(
  work: Work,
  hosts: readonly HostCourse[],
): Promise<HostCourse[]> {
  const institutions = [...new Set(hosts.map((host) => host.institution))].filter(isUuid)
  const catalogues = new Map<string, Map<string, ListedCourse>>()
  for (const institution of institutions) {
    const codes = hosts.flatMap((host) => (host.institution === institution ? [host.code] : []))
    catalogues.set(institution, await coursesByCodes(work, institution, codes))
  }
  return hosts.map((host) => {
    const known = catalogues.get(host.institution)?.get(host.code)
    return known ? { ...host, titles: { ...known.titles, ...host.titles } } : host
  })
}

function mentioned(lists: Suggestions['lists']): string[] {
  const ids = lists.flatMap((list) =>
    list.flatMap(({ reasons }) =>
      reasons.flatMap((reason) => (reason.kind === 'decided-title' ? [reason.institution] : [])),
    ),
  )
  return [...new Set(ids)]
}
