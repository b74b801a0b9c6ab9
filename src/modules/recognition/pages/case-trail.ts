import type { Call } from '#kernel/http'
import { displayName, type PersonName } from '#kernel/values'
import { m } from '../messages/index.ts'

/** The way to a page about a part of a case: the list, then the case by its number and student. */
export function caseTrail(
  { t, href, language }: Pick<Call, 't' | 'href' | 'language'>,
  found: { id: string; number: string; student: PersonName },
): { href: string; label: string }[] {
  return [
    { href: href('/recognition/cases'), label: t(m('page.cases.title')) },
    {
      href: href(`/recognition/cases/${found.id}`),
      label: `${found.number} ${displayName(found.student, language)}`,
    },
  ]
}
