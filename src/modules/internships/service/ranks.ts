import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { useActLink } from '#kernel/identity'
import { ranksGiven } from '../entries.ts'
import { rankByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import {
  hostsOfRound,
  roundById,
  roundHostById,
  type RoundHostRow,
  type RoundRow,
  type WishRow,
  wishesOfRound,
} from '../queries/rounds.ts'
import type { Rank } from '../rules/round.ts'
import { heldRound } from './rounds.ts'
import { mailRanker } from './ranker-mail.ts'

/** The applicants whom a host ranks: everybody who wishes for one of its positions. */
export async function applicantsOf(work: Work, host: RoundHostRow): Promise<WishRow[]> {
  const wishes = await wishesOfRound(work, host.roundId, { hostId: host.hostId })
  return wishes.filter(({ state }) => state === 'sent')
}

/** Whether ranks still count: from the end of the wishes until the round is matched, also after their day. */
export function takesRanks({ stage }: RoundRow): boolean {
  return stage === 'ranks' || stage === 'ready'
}

/**
 * Ranks whoever wishes for a host's positions, as often as the host likes until the round is matched: by the link of a mail,
 * by the host's own coordinator, or by the office on its behalf. Nobody ranks where they are among the applicants.
 */
export async function giveRanks(
  work: Work,
  input: { roundHostId: string; ranks: ReadonlyMap<string, Rank> },
): Promise<{ ranked: number } | Refusal> {
  const isLink = work.actor.kind === 'link'
  const action = isLink ? rankByLinkAction : 'internships.round.rank'
  const known = await roundHostById(work, input.roundHostId)
  if (!known || !work.may(action, known)) return refuse(404, m('refusal.no-round'))
  const round = await roundById(work, known.roundId, 'lock')
  const host = await roundHostById(work, known.id, 'lock')
  if (!round || !host) return refuse(404, m('refusal.no-round'))
  if (!takesRanks(round)) return refuse(409, m('refusal.ranks-over'))
  const applicants = await applicantsOf(work, host)
  const isOwn =
    !isLink && applicants.some(({ person_id }) => !work.may(action, { ...host, person_id }))
  if (isOwn) return refuse(409, m('refusal.own-round'))
  const used = await useActLink(work)
  if (used !== 'counted') return used
  const said = applicants.flatMap(({ id }) => {
    const rank = input.ranks.get(id)
    return rank === undefined ? [] : [{ id, rank }]
  })
  const by = isLink || work.may(action, { ...host, organisation_id: null }) ? 'host' : 'office'
  const entry = ranksGiven({
    object: { kind: 'internship-round-host', id: host.id },
    organisationIds: [host.organisation_id],
    data: { ranked: said.length, by },
  })
  const ids = applicants.filter(({ id }) => input.ranks.has(id)).map(({ id }) => id)
  await work.write(entry, async (tx) => {
    if (ids.length > 0) {
      await tx.deleteFrom('internship_ranks').where('application_id', 'in', ids).execute()
    }
    if (said.length > 0) {
      await tx
        .insertInto('internship_ranks')
        .values(
          said.map(({ id, rank }) => ({
            application_id: id,
            place: rank,
            said_by: by as 'host' | 'office',
            said_at: work.now,
          })),
        )
        .execute()
    }
    await tx
      .updateTable('internship_round_hosts')
      .set({ answered_at: work.now })
      .where('id', '=', host.id)
      .execute()
  })
  return { ranked: said.length }
}

/** Asks the hosts that have applicants and have not answered, the first time or again; by the clock, or by the office. */
export async function askHosts(work: Work, roundId: string): Promise<{ asked: number } | Refusal> {
  const isJob = work.actor.kind === 'system'
  const round = isJob ? await roundById(work, roundId, 'lock') : await heldRound(work, roundId)
  if (!round) return refuse(404, m('refusal.no-round'))
  if (isRefused(round)) return round
  if (!takesRanks(round)) return refuse(409, m('refusal.ranks-over'))
  const waiting = (await hostsOfRound(work, round.id)).filter(
    ({ answeredAt, wished }) => answeredAt === null && wished > 0,
  )
  if (waiting.length === 0) return refuse(409, m('refusal.all-ranked'))
  for (const host of waiting) await askHost(work, host, host.askedAt === null ? 'first' : 'again')
  return { asked: waiting.length }
}

/** Asks one host, and counts how often it was reminded. */
export async function askHost(
  work: Work,
  host: RoundHostRow,
  which: 'first' | 'again',
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_round_hosts')
      .set(which === 'first' ? { asked_at: work.now } : { reminders: host.reminders + 1 })
      .where('id', '=', host.id)
      .execute(),
  )
  await mailRanker(work, host, which)
}
