import { show } from '#ui'
import { isRefused, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { isCountry, localised } from '#kernel/values'
import { listOrganisations } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { WhoPage } from '../pages/who.tsx'
import { careChecks } from '../queries/checks.ts'
import { keyOf } from '../rules/who.ts'
import { askCare } from '../service/checks.ts'

/** Who is where now, and the question to those of them who are chosen. */
export const whoRoutes: readonly Route[] = [
  page('GET', '/care', { action: 'care.who.open', handle: (call) => whoPage(call, null) }),
  page('POST', '/care', { action: 'care.who.open', perMinute: 20, handle: ask }),
]

async function officesOf(call: Call) {
  const all = await listOrganisations(call.work)
  return all
    .filter(({ id }) => call.work.may('care.check.ask', { organisation_id: id }))
    .map(({ id, names }) => ({ value: id, label: localised(names, call.language).text }))
}

async function whoPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const all = await call.services.whereabouts(call.work)
  const asked = call.query.get('country') ?? ''
  // A country in which nobody is stays chosen: that nobody is there is the answer.
  const country = isCountry(asked) ? asked : ''
  const here = all.map((each) => each.country)
  const countries = [...new Set(country === '' ? here : [...here, country])].toSorted()
  const there = country === '' ? all : all.filter((each) => each.country === country)
  call.shows(
    there.map(({ personId }) => personId),
    { there: 'yes' },
  )
  const form = refusal ? refusedForm(call, refusal) : freshForm()
  return show(
    WhoPage({
      call,
      there,
      countries,
      country,
      checks: await careChecks(call.work),
      offices: await officesOf(call),
      form,
    }),
    refusal,
  )
}

async function ask(call: Call): Promise<Answer> {
  const offices = await officesOf(call)
  const chosen = new Set(call.form.values['keys'] ?? [])
  const organisationId = offices.length === 1 ? offices[0]!.value : valueOf(call, 'organisation')
  const done = await call.perform(async (work) => {
    // Read anew: whoever has left meanwhile is not asked, and nobody whom the office may not list.
    const there = await call.services.whereabouts(work)
    return askCare(work, {
      organisationId,
      people: there.filter((each) => chosen.has(keyOf(each))),
      words: valueOf(call, 'words').slice(0, 1000),
      node: call.services.node,
    })
  })
  if (isRefused(done)) return whoPage(call, done)
  return call.redirect(`/care/${done.checkId}`, m('flash.asked', { count: done.asked }))
}
