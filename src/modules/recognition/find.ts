import type { Work } from '#kernel/database'
import type { FoundByName } from '#kernel/http'
import { localised, normaliseDigits } from '#kernel/values'
import { m } from './messages/index.ts'
import { visibleCasesNumbered } from './queries/find-cases.ts'

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
