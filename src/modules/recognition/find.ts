import type { Work } from '#kernel/database'
import type { FoundByName } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { localised, normaliseDigits } from '#kernel/values'
import { m } from './messages/index.ts'
import { visibleCases, visibleCasesNumbered } from './queries/find-cases.ts'

/** The cases that a number finds in the search of the whole house. */
export async function findCaseByNumber(work: Work, typed: string): Promise<FoundByName[]> {
  const cases = await visibleCasesNumbered(work, normaliseDigits(typed.trim().slice(0, 40)))
  return cases.map(({ id, number, host, home }) => ({
    kind: 'recognition-case',
    objectId: id,
    title: m('search-kind.case-number', { number }),
    // Whose case it is stands on its page, where looking is recorded.
    subtitle: m('search-kind.between', {
      host: localised(host, work.language).text,
      home: localised(home, work.language).text,
    }),
    href: `/recognition/cases/${id}`,
  }))
}

/** Cases by their ids, with their numbers, as far as the actor may see them. */
export async function casesNamed(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, { title: Message; href: string }>> {
  const cases = await visibleCases(work, ids)
  return new Map(
    cases.map(({ id, number }) => [
      id,
      { title: m('search-kind.case-number', { number }), href: `/recognition/cases/${id}` },
    ]),
  )
}
