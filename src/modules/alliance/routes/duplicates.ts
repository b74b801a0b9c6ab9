import { show } from '#ui'
import { page, type Call, type Route } from '#kernel/http'
import { isUuid } from '#kernel/values'
import { m } from '../messages/index.ts'
import { DuplicatePage, DuplicatesPage } from '../pages/duplicates.tsx'
import type { FormState } from '../pages/scene.tsx'
import { pairBeside, possibleDuplicates } from '../queries/duplicates.ts'
import { mergeDuplicates, tellApart } from '../service/merging.ts'
import { faulty } from '../service/refusals.ts'
import { blank, sceneOf, submit } from './web.ts'

type Facts = { person_id: null }

const path = '/duplicate-persons'
const merging = {
  action: 'alliance.person.merge',
  load: async (): Promise<Facts> => ({ person_id: null }),
}

/** The pages on which the secretariat merges persons who are known twice. */
export const duplicateRoutes: readonly Route[] = [
  page<Facts>('GET', path, {
    ...merging,
    handle: async (call) => {
      const pair = pairIn(call.query.get('one'), call.query.get('other'))
      return show(await (pair ? beside(call, pair, blank()) : all(call, blank())))
    },
  }),
  page<Facts>('POST', `${path}/merges`, {
    ...merging,
    handle: (call) => {
      const typed = (name: string) => call.form.values[name]?.[0]
      const pair = pairIn(typed('one'), typed('other'))
      return submit(
        call,
        async (work) =>
          pair
            ? mergeDuplicates(work, call.services.personReferences, {
                pair,
                staying: typed('staying'),
              })
            : faulty('one', 'fault.nothing-chosen'),
        (form) => beside(call, pair, form),
        () => call.redirect(path, m('done.merged')),
      )
    },
  }),
  page<Facts>('POST', `${path}/distinctions`, {
    ...merging,
    handle: (call) => {
      const typed = (name: string) => call.form.values[name]?.[0]
      const pair = pairIn(typed('one'), typed('other'))
      return submit(
        call,
        async (work) => (pair ? tellApart(work, pair) : faulty('one', 'fault.nothing-chosen')),
        (form) => beside(call, pair, form),
        () => call.redirect(path, m('done.told-apart')),
      )
    },
  }),
]

function pairIn(one?: string | null, other?: string | null): readonly [string, string] | null {
  return isUuid(one ?? undefined) && isUuid(other ?? undefined) ? [one!, other!] : null
}

async function all(call: Call, form: FormState) {
  const pairs = await possibleDuplicates(call.work)
  call.shows(pairs.flatMap(({ one, other }) => [one.id, other.id]))
  return DuplicatesPage({ scene: sceneOf(call), pairs, form })
}

/** Two who are not there any more, because another tab has merged them, lead back to the list. */
async function beside(call: Call, ids: readonly [string, string] | null, form: FormState) {
  const pair = ids && (await pairBeside(call.work, ids))
  if (pair) call.shows(pair.map(({ id }) => id))
  return pair ? DuplicatePage({ scene: sceneOf(call), pair, form }) : all(call, form)
}
