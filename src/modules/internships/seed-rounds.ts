import { isRefused, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { actorOfLink, createActLink } from '#kernel/identity'
import { cast } from '#modules/alliance'
import { rankByLinkAction } from './link-actions.ts'
import { hostsOfRound, roundById, runsOfRound, wishesOfRound } from './queries/rounds.ts'
import { languageOfCountry } from './rules/agreement.ts'
import { by, dayFrom, hasApplied, seedHost, seedPosition } from './seed-making.ts'
import {
  autumnAnswers,
  autumnRanks,
  autumnRound,
  autumnSecond,
  roundHosts,
  type SeededRound,
  springRound,
} from './seed-rounds-parts.ts'
import { answerOffer } from './service/applications.ts'
import { giveRanks } from './service/ranks.ts'
import { keepRun, runRoundOf, runStart, tellRun } from './service/round-runs.ts'
import { endRound, openRound } from './service/rounds.ts'
import { sayWishes } from './service/wishes.ts'

const { people, organisations } = cast
const office = people.coordinatorAu
const dayMs = 86_400_000

/** A round that is over, with a place that was passed on, and one in which students still wish. */
export async function seedRounds(seeding: Seeding): Promise<void> {
  seeding.progress('internships: two rounds')
  for (const host of roundHosts) await seedHost(seeding, host)
  for (const round of [autumnRound, springRound]) {
    for (const position of round.positions) await seedPosition(seeding, position)
    await seedRound(seeding, round)
    for (const wish of round.wishes) await seedWishes(seeding, round, wish)
  }
  await seedRanks(seeding)
  await tell(seeding, { number: 1, daysAgo: 22, answerIn: autumnRound.answerIn })
  for (const answer of autumnAnswers) await answerAs(seeding, answer)
  await tell(seeding, { number: 2, daysAgo: 12, answerIn: -6 })
  await answerAs(seeding, { ...autumnSecond, answer: 'accepted' })
  await by(seeding, office, 5, (work) => endRound(work, autumnRound.id))
}

async function seedRound(seeding: Seeding, round: SeededRound): Promise<void> {
  await by(seeding, office, round.openedAgo, async (work) => {
    if (await roundById(work, round.id)) return true
    return openRound(work, {
      id: round.id,
      organisationId: organisations.au,
      titles: round.titles,
      positionIds: round.positions.map(({ id }) => id),
      wishesUntil: dayFrom(seeding, round.wishesIn),
      ranksUntil: dayFrom(seeding, round.ranksIn),
      answerBy: dayFrom(seeding, round.answerIn),
      node: seeding.services.node,
    })
  })
}

async function seedWishes(
  seeding: Seeding,
  round: SeededRound,
  { personId, daysAgo, positionIds, motivation }: SeededRound['wishes'][number],
): Promise<void> {
  if (await hasApplied(seeding, positionIds[0]!, personId)) return
  await by(seeding, personId, daysAgo, (work) =>
    sayWishes(work, {
      roundId: round.id,
      wishes: new Map(positionIds.map((id, at) => [id, at + 1])),
      motivation,
      enrolledIn: [],
      node: seeding.services.node,
    }),
  )
}

/** Each host's tutor ranks by a link like the one in the mail, in their own language. */
async function seedRanks(seeding: Seeding): Promise<void> {
  const { runner, now } = seeding
  const at = new Date(now.getTime() - 27 * dayMs)
  const hosts = await by(seeding, office, 27, (work) => hostsOfRound(work, autumnRound.id))
  for (const host of hosts) {
    if (host.answeredAt !== null) continue
    const language = languageOfCountry(host.country)
    const system = { actor: { kind: 'system', name: 'seed' } as const, now: at, language }
    const made = await runner.perform(system, async (work) => ({
      ranks: await ranksOf(work, host.hostId),
      link: await createActLink(work, {
        action: rankByLinkAction,
        objectId: host.id,
        personId: null,
        expiresAt: new Date(at.getTime() + dayMs),
        maxUses: 1,
      }),
    }))
    const actor = actorOfLink({
      id: made.link.linkId,
      action: rankByLinkAction,
      objectId: host.id,
      personId: null,
    })
    const done = await runner.perform({ actor, now: at, language }, (work) =>
      giveRanks(work, { roundHostId: host.id, ranks: made.ranks }),
    )
    if (isRefused(done)) throw new Error(`the seed is refused: ${done.message.key}`)
  }
}

async function ranksOf(work: Work, hostId: string): Promise<Map<string, number>> {
  const wishes = await wishesOfRound(work, autumnRound.id, { hostId })
  return new Map(
    wishes.map(({ id, position_id: positionId, person_id: personId }) => [
      id,
      autumnRanks.get(positionId)!.indexOf(personId) + 1,
    ]),
  )
}

/** Matches the round and tells everybody, once for each number. */
async function tell(
  seeding: Seeding,
  { number, daysAgo, answerIn }: { number: number; daysAgo: number; answerIn: number },
): Promise<void> {
  const roundId = autumnRound.id
  const runs = await by(seeding, office, daysAgo, (work) => runsOfRound(work, roundId))
  const known = runs.find((run) => run.number === number)
  if (known?.toldAt) return
  if (!known) {
    const inputs = await by(seeding, office, daysAgo, (work) => runStart(work, roundId))
    const certificate = await runRoundOf(inputs)
    if (isRefused(certificate)) throw new Error(`the seed is refused: ${certificate.message.key}`)
    await by(seeding, office, daysAgo, (work) => keepRun(work, { roundId, certificate }))
  }
  await by(seeding, office, daysAgo, (work) =>
    tellRun(work, {
      roundId,
      answerBy: dayFrom(seeding, answerIn),
      permissionNote: 'ตรวจสอบกับสถานกงสุลแล้ว ยื่นขอวีซ่าฝึกงานได้',
    }),
  )
}

async function answerAs(
  seeding: Seeding,
  { personId, positionId, daysAgo, answer }: (typeof autumnAnswers)[number],
): Promise<void> {
  await by(seeding, personId, daysAgo, async (work) => {
    const wishes = await wishesOfRound(work, autumnRound.id, { personId })
    const offered = wishes.find(
      (each) => each.position_id === positionId && each.state === 'offered',
    )
    if (!offered) return true
    const { node } = seeding.services
    return answerOffer(work, { applicationId: offered.id, answer, node })
  })
}
