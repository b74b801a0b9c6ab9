import { show } from '#ui'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import type { ImportSource } from '#modules/alliance'
import { academicYearOf, dateInZone, isUuid, shiftAcademicYear } from '#kernel/values'
import type { SeatRowProblem } from '../formats/seat-rows.ts'
import { m } from '../messages/index.ts'
import { BalancePage } from '../pages/balance.tsx'
import { base, nameOf } from '../pages/words.ts'
import { institutions } from '../queries/partners.ts'
import { agreedCopies, usesOf } from '../queries/quotas.ts'
import { balanceOf } from '../rules/balance.ts'
import { conditionKinds } from '../rules/conditions.ts'
import { importSeats } from '../service/seats.ts'
import { shown } from './parts.ts'

const mostBytes = 4 * 1024 * 1024

/** The balance of places with each partner over the years, and the list by which used places come in. */
export const balanceRoutes: readonly Route[] = [
  page('GET', `${base}/balance`, {
    action: 'agreements.agreement.open',
    handle: (call) => balancePage(call, null, []),
  }),
  page('POST', `${base}/balance/seats`, {
    action: 'agreements.agreement.make',
    maxBytes: mostBytes + 1024 * 1024,
    perMinute: 30,
    handle: take,
  }),
]

async function balancePage(
  call: Call,
  refusal: Refusal | null,
  problems: readonly SeatRowProblem[],
): Promise<Answer> {
  const known = await institutions(call.work)
  const readable = known.filter(({ id }) =>
    call.may('agreements.agreement.read', { organisation_id: id, visible: true }),
  )
  const wanted = call.query.get('organisation') ?? ''
  const own = readable.find(({ id }) => isUuid(wanted) && id === wanted) ?? readable[0]
  const kind = conditionKinds.find((each) => each === call.query.get('kind')) ?? 'study'
  const current = academicYearOf(dateInZone(call.now, call.timeZone), {
    firstMonth: 8,
    id: 'two-years',
  })
  const years = Array.from({ length: 8 }, (_, place) => shiftAcademicYear(current, place - 3))
  const copies = own ? await agreedCopies(call.work, [own.id]) : []
  const uses = await usesOf(
    call.work,
    copies.map(({ agreementId }) => agreementId),
    null,
  )
  const rows = own
    ? balanceOf(
        own.id,
        kind,
        {
          copies: copies.map(({ text, ...copy }) => ({ ...copy, conditions: text.conditions })),
          uses,
        },
        years,
      )
    : []
  call.shows([])
  return show(
    BalancePage({
      call,
      own: own ? { id: own.id, name: nameOf(own.names, call.language) } : null,
      organisations: readable.map(({ id, names }) => ({
        value: id,
        label: nameOf(names, call.language),
      })),
      names: new Map(known.map((each) => [each.id, nameOf(each.names, call.language)])),
      kind,
      current,
      rows,
      mayRecord: call.may('agreements.agreement.make', {}),
      text: refusal ? (call.form.values['text']?.[0] ?? '') : '',
      refusal: shown(call, refusal),
      problems,
      mostBytes,
    }),
    refusal,
  )
}

async function take(call: Call): Promise<Answer> {
  const file = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  const text = call.form.values['text']?.[0] ?? ''
  if (!file && text.trim() === '') {
    const message = m('import.nothing')
    return balancePage(call, refuse(422, message, { text: message }), [])
  }
  const source: ImportSource = file ? { bytes: file.bytes, name: file.name } : { text }
  const result = await call.perform((work) => importSeats(work, source))
  if (isRefused(result)) {
    return balancePage(call, result, 'problems' in result ? (result.problems ?? []) : [])
  }
  return call.redirect(`${base}/balance`, m('flash.seats', { count: result.count }))
}
