import type { Work } from '#kernel/database'
import type { FoundByName } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { formatDateRange, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { type FoundStay, staysOfNumber, visibleStays } from './queries/find.ts'

/** The kind under which stays are found and mails are filed with them. */
export const stayKind = 'mobility'

/** Whose stay it is stands on its page, where looking is recorded. */
function titleOf({ language }: Work, stay: FoundStay): Message {
  return m('found.stay', {
    host: localised(stay.receiving, language).text,
    dates: formatDateRange(stay.startsOn, stay.endsOn, language),
  })
}

/** The stays that a student's number finds in the search of the whole house. */
export async function findStaysByNumber(work: Work, typed: string): Promise<FoundByName[]> {
  const stays = await staysOfNumber(work, typed.trim().slice(0, 40))
  return stays.map((stay) => ({
    kind: stayKind,
    objectId: stay.id,
    title: titleOf(work, stay),
    subtitle: null,
    href: `/mobility/${stay.id}`,
  }))
}

/** Stays by their ids, as far as the actor may list them. */
export async function staysForMail(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, { title: Message; href: string }>> {
  const stays = await visibleStays(work, ids)
  return new Map(
    stays.map((stay) => [stay.id, { title: titleOf(work, stay), href: `/mobility/${stay.id}` }]),
  )
}
