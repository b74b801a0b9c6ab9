import { show } from '#ui'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { rankByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { rankField, RankByLinkPage, RankPage } from '../pages/ranks.tsx'
import { base } from '../pages/scene.tsx'
import {
  positionsOfRound,
  roundById,
  roundHostById,
  type RoundHostRow,
  runsOfRound,
  studentsOfRound,
  wishesOfRound,
} from '../queries/rounds.ts'
import { type Rank, readRank } from '../rules/round.ts'
import { giveRanks, takesRanks } from '../service/ranks.ts'
import { type HostOutcome, outcomesAt } from '../service/round-results.ts'
import { overOf } from './over.ts'

const path = `${base}/round-hosts/:id`
const rank = {
  action: 'internships.round.rank',
  load: (work: Call['work'], { id }: Record<string, string>) => roundHostById(work, id ?? ''),
}

/** What a host says of its applicants, typed by its own coordinator or by the office on its behalf. */
export const rankRoutes: readonly Route[] = [
  page<RoundHostRow>('GET', path, { ...rank, handle: (call) => rankPage(call, null) }),
  page<RoundHostRow>('POST', path, { ...rank, perMinute: 30, handle: save }),
]

/** What a host may see: its own positions, who wishes for them and in no order, and what came of it once all are told. */
async function propsFor(call: Pick<Call, 'work'>, host: RoundHostRow) {
  const { work } = call
  const round = (await roundById(work, host.roundId))!
  const all = await positionsOfRound(work, round.id)
  const positions = all.filter(({ hostId }) => hostId === host.hostId)
  const wishes = await wishesOfRound(work, round.id, { hostId: host.hostId })
  const told = (await runsOfRound(work, round.id)).filter(({ toldAt }) => toldAt !== null)
  const people = new Map((await studentsOfRound(work, round.id)).map((each) => [each.id, each]))
  const outcomes = new Map<string, HostOutcome>()
  for (const run of told.toReversed()) {
    for (const { positionId } of positions) {
      for (const [student, outcome] of outcomesAt(run, positionId)) {
        const personId = people.get(student)?.person_id
        const wish = wishes.findLast(
          (each) => each.person_id === personId && each.position_id === positionId,
        )
        if (wish) outcomes.set(wish.id, outcome)
      }
    }
  }
  const applicants = wishes.filter(({ id, state }) => state === 'sent' || outcomes.has(id))
  return { round, host, positions, applicants, outcomes }
}

async function rankPage(call: Call<RoundHostRow>, refusal: Refusal | null): Promise<Answer> {
  const props = await propsFor(call, call.object)
  call.shows(props.applicants.map(({ person_id: id }) => id))
  const form = refusal ? refusedForm(call, refusal) : freshForm(ranksSaid(props.applicants))
  const action = call.href(`${base}/round-hosts/${call.object.id}`)
  return show(RankPage({ call, ...props, action, form }), refusal)
}

function ranksSaid(applicants: readonly { id: string; rank: Rank }[]) {
  return Object.fromEntries(
    applicants.map(({ id, rank: said }) => [
      rankField(id),
      said === null ? 'never' : String(said ?? ''),
    ]),
  )
}

/** The ranks that a form brings, by application; whoever applied since it was opened stands in none. */
function ranksIn(call: Pick<Call, 'form'>): Map<string, Rank> | Refusal {
  const ranks = new Map<string, Rank>()
  for (const name of Object.keys(call.form.values)) {
    if (!name.startsWith('rank-')) continue
    const read = readRank(valueOf(call, name))
    if (read === 'fault') {
      const none = m('refusal.no-rank')
      return refuse(422, none, { [name]: none })
    }
    ranks.set(name.slice('rank-'.length), read)
  }
  return ranks
}

function give(call: Call | ActCall, roundHostId: string) {
  const ranks = ranksIn(call)
  return isRefused(ranks) ? ranks : call.perform((work) => giveRanks(work, { roundHostId, ranks }))
}

async function save(call: Call<RoundHostRow>): Promise<Answer> {
  const { id } = call.object
  const done = await give(call as Call, id)
  if (isRefused(done)) return rankPage(call, done)
  return call.redirect(`${base}/round-hosts/${id}`, m('flash.ranked', { count: done.ranked }))
}

/** A host's tutor ranks by the link of a mail, in their language, and reads by it what came of it. */
export const rankByLink: Act = {
  action: rankByLinkAction,
  async show(call, refusal) {
    const host = await roundHostById(call.work, call.link.objectId)
    if (!host || !call.may(rankByLinkAction, host)) return outcome(call)
    const props = await propsFor(call, host)
    const isSaid = takesRanks(props.round) || props.outcomes.size > 0
    if (!isSaid) return outcome(call)
    call.shows(props.applicants.map(({ person_id: id }) => id))
    const form = refusal ? refusedForm(call, refusal) : freshForm(ranksSaid(props.applicants))
    return show(RankByLinkPage({ call, ...props, action: call.action, form }), refusal)
  },
  async perform(call) {
    return give(call, call.link.objectId)
  },
  outcome,
}

async function outcome(call: ActCall): Promise<ActOver> {
  const host = await roundHostById(call.work, call.link.objectId)
  call.shows([])
  return overOf(host?.answeredAt ? 'ranked' : null)
}
