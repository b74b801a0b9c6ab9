import type { Call } from '#kernel/http'
import { displayName, type PersonName } from '#kernel/values'
import { m } from '../messages/index.ts'
import { ownCasesPath } from './own-cases.tsx'

/** The list that the reader comes from: the queue, or a student's own. */
export function listTrail(
  { t, href }: Pick<Call, 't' | 'href'>,
  isOwn: boolean,
): { href: string; label: string }[] {
  return isOwn
    ? [{ href: href(ownCasesPath), label: t(m('listing.own')) }]
    : [{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }]
}

/** The way to a page about a part of a case: the list, then the case by its number and student. */
export function caseTrail(
  call: Pick<Call, 't' | 'href' | 'language'>,
  found: { id: string; number: string; student: PersonName },
  isOwn = false,
): { href: string; label: string }[] {
  return [
    ...listTrail(call, isOwn),
    {
      href: call.href(`/recognition/cases/${found.id}`),
      label: `${found.number} ${displayName(found.student, call.language)}`,
    },
  ]
}
