import { type Refusal, refuse, type Work } from '#kernel/database'
import { endAccessTokensOf } from './access-tokens.ts'
import { noticeLetter } from './letters.ts'
import { m } from './messages/index.ts'
import { endSessionsOf } from './sessions.ts'
import type { IdentitySettings, Perform } from './settings.ts'

/** How much of a person's ways in was ended. */
export interface EndedSignIns {
  sessions: number
  tokens: number
}

/**
 * Ends whatever a person is signed in by, their programs' tokens among it: a device was lost, a token was
 * published, and its owner is not there to do it. Passwords, passkeys and second factors stay, so that the
 * owner, who is told by mail, comes in again. Nobody does it to themselves here: they have a page of their own.
 */
export async function endSignInsOf(
  work: Work,
  settings: Pick<IdentitySettings, 'siteName' | 'deliver'>,
  personId: string,
): Promise<EndedSignIns | Refusal> {
  const owner = await work.read
    .selectFrom('persons as p')
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.is_primary', '=', true),
    )
    .select(['p.preferred_language', 'e.address'])
    .where('p.id', '=', personId)
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  if (!owner) return refuse(404, m('person.unknown'))
  const ended = await endWaysIn(work, personId, 'ended-by-office')
  if (owner.address !== null) {
    const { address, preferred_language: language } = owner
    const letter = noticeLetter('sign-ins-ended', settings, { address, personId, language })
    await settings.deliver(work, letter)
  }
  return ended
}

/** How many people are looked at in one transaction. */
const peopleAtOnce = 200

/**
 * Ends every sign-in and every token there is: a backup brings back those that were ended since it was taken,
 * and does not know which of them had leaked. Returns of how many people; begun again, it does the rest.
 */
export async function endEverySignIn(perform: Perform): Promise<number> {
  let people = 0
  for (;;) {
    const ended = await perform(async (work) => {
      const ids = await signedIn(work)
      for (const id of ids) await endWaysIn(work, id, 'restored')
      return ids.length
    })
    people += ended
    if (ended < peopleAtOnce) return people
  }
}

/** Ends every session, token and link by which somebody comes in; what they come in with anew stays. */
export async function endWaysIn(
  work: Work,
  personId: string,
  reason: string,
): Promise<EndedSignIns> {
  const sessions = await endSessionsOf(work, personId, { reason })
  const tokens = await endAccessTokensOf(work, personId, { reason })
  await endOpenLinks(work, personId)
  return { sessions, tokens }
}

/** Some of the people who have a session or a token that still opens something. */
async function signedIn(work: Work): Promise<string[]> {
  const tokens = work.read
    .selectFrom('access_tokens')
    .select('person_id')
    .where('ended_at', 'is', null)
    .where('expires_at', '>', work.now)
  const rows = await work.read
    .selectFrom('sign_in_sessions')
    .select('person_id')
    .where('ended_at', 'is', null)
    .where('expires_at', '>', work.now)
    .union(tokens)
    .limit(peopleAtOnce)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Ends every link still open for a person: after a reset, a merge or an erasure none may act any more. */
async function endOpenLinks(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('sign_in_links')
      .set({ used_at: work.now })
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .execute(),
  )
}
