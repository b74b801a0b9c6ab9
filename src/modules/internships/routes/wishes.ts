import { show } from '#ui'
import { isRefused, personOf, refuse, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { m } from '../messages/index.ts'
import { base } from '../pages/scene.tsx'
import { WishesPage } from '../pages/wishes.tsx'
import { enrolmentOf } from '../queries/applications.ts'
import { positionsIn } from '../queries/positions.ts'
import {
  ownPart,
  positionsOfRound,
  roundById,
  type RoundRow,
  runsOfRound,
  wishesOfRound,
} from '../queries/rounds.ts'
import { mostWishes } from '../rules/round.ts'
import { permissionsFor } from '../service/applications.ts'
import { reasonsFor, resultLines } from '../service/round-results.ts'
import { sayWishes, wishField } from '../service/wishes.ts'

const path = `${base}/rounds/:id/wishes`
const wish = {
  action: 'internships.round.wish',
  load: (work: Call['work'], { id }: Record<string, string>) => roundById(work, id ?? ''),
}

/** A student’s own wishes in a round, and what came of them. */
export const wishRoutes: readonly Route[] = [
  page<RoundRow>('GET', path, { ...wish, handle: (call) => wishesPage(call, null) }),
  page<RoundRow>('POST', path, { ...wish, perMinute: 20, handle: save }),
]

async function wishesPage(call: Call<RoundRow>, refusal: Refusal | null): Promise<Answer> {
  const { work, object: round } = call
  const personId = personOf(call.actor)
  if (!personId) return { kind: 'absent' }
  const positions = await positionsIn(work, round.id)
  const home = await enrolmentOf(work, personId, dateInZone(call.now, round.timeZone))
  const own = await wishesOfRound(work, round.id, { personId })
  const part = await ownPart(work, round.id, personId)
  const told = (await runsOfRound(work, round.id)).filter(({ toldAt }) => toldAt !== null)
  const places = await positionsOfRound(work, round.id)
  const [line] = resultLines({
    runs: told,
    students: part ? [part] : [],
    wishes: own,
    language: call.language,
  })
  const result = line?.run ? { line, reasons: reasonsFor(line.run, line, places) } : null
  const waiting = own.filter(({ state }) => state === 'sent')
  const values = {
    motivation: waiting[0]?.motivation ?? '',
    enrolledIn: [
      ...new Set(waiting.flatMap((each) => (each.enrolledThere ? [each.country] : []))),
    ].join(' '),
    ...Object.fromEntries(waiting.map((each, at) => [wishField(each.position_id), String(at + 1)])),
  }
  call.shows([])
  return show(
    WishesPage({
      call,
      round,
      positions,
      home,
      permissions: home ? await permissionsFor(work, positions, home) : new Map(),
      own,
      name: part?.name ?? null,
      result,
      form: refusal ? refusedForm(call, refusal) : freshForm(values),
    }),
    refusal,
  )
}

/** Which wish each position is, as typed; a place that is none is refused at its field. */
function wishesIn(call: Call<RoundRow>): Map<string, number> | Refusal {
  const wishes = new Map<string, number>()
  for (const name of Object.keys(call.form.values)) {
    if (!name.startsWith('wish-')) continue
    const typed = valueOf(call, name)
    if (typed === '') continue
    const place = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
    const none = m('refusal.no-wish')
    if (place < 1 || place > mostWishes) return refuse(422, none, { [name]: none })
    wishes.set(name.slice('wish-'.length), place)
  }
  return wishes
}

async function save(call: Call<RoundRow>): Promise<Answer> {
  const wishes = wishesIn(call)
  if (isRefused(wishes)) return wishesPage(call, wishes)
  const roundId = call.object.id
  const done = await call.perform((work) =>
    sayWishes(work, {
      roundId,
      wishes,
      motivation: valueOf(call, 'motivation').slice(0, 4000),
      enrolledIn: call.form.values['enrolledIn'] ?? [],
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return wishesPage(call, done)
  return call.redirect(`${base}/rounds/${roundId}/wishes`, m('flash.wished', { count: done.said }))
}
