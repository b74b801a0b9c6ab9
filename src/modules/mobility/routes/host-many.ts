import { show } from '#ui'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import { type Act, type ActCall, type ActOver, freshForm, refusedForm, valueOf } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { parseDate } from '#kernel/values'
import { hostOfManyActions } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { ConfirmManyPage } from '../pages/host-many.tsx'
import { mostOfMany, type StayRow, staysToConfirm } from '../queries/stays.ts'
import {
  confirmMany,
  givenDay,
  hostContact,
  type ManyKind,
  type TickedStay,
} from '../service/confirming-many.ts'

/** A partner without an account confirms by one link that many students have come, or have left; those left out can follow. */
export const hostOfMany: readonly Act[] = (['arrival', 'departure'] as const).map((kind) => ({
  action: hostOfManyActions[kind],
  async show(call, refusal) {
    const { waiting, given } = (await listed(call, kind)) ?? { waiting: [], given: [] }
    if (waiting.length === 0) return refusal ? said('many-nothing') : outcomeOf(call, kind)
    call.shows([...waiting, ...given].map((stay) => stay.person_id))
    const form = refusal ? refusedForm(call, refusal) : freshForm()
    return show(
      ConfirmManyPage({
        call,
        kind,
        waiting: waiting.slice(0, mostOfMany),
        given,
        isMore: waiting.length > mostOfMany,
        action: call.action,
        isFresh: refusal === null,
        allTicked: call.query.has('all'),
        form,
      }),
    )
  },
  perform: (call) => perform(call, kind),
  outcome: (call) => outcomeOf(call, kind),
}))

/** The students of the link's pair: who waits to be confirmed, and who was; null once the link is somebody else's. */
async function listed(
  call: ActCall,
  kind: ManyKind,
): Promise<{ waiting: StayRow[]; given: StayRow[] } | null> {
  const contact = await hostContact(call.work, call.link.objectId)
  if (!contact || !call.may(hostOfManyActions[kind], { id: contact.id })) return null
  const found = await staysToConfirm(call.work, {
    sending: contact.sending_organisation_id,
    receiving: contact.receiving_organisation_id,
    kind,
  })
  return {
    waiting: found.filter((stay) => givenDay(stay, kind) === null),
    given: found.filter((stay) => givenDay(stay, kind) !== null),
  }
}

async function perform(call: ActCall, kind: ManyKind): Promise<unknown> {
  const ticked = tickedOf(call)
  if (isRefused(ticked)) return ticked
  return call.perform((work) =>
    confirmMany(work, { contactId: call.link.objectId, kind, ticked: ticked.stays }),
  )
}

/** What was ticked, by the ids that the form named itself: the list may have changed since. */
function tickedOf(call: ActCall): { stays: TickedStay[] } | Refusal {
  const forAll = parseDate(valueOf(call, 'onDay'))
  const errors: Record<string, Message> = {}
  const stays: TickedStay[] = []
  for (let place = 0; place < mostOfMany; place++) {
    const id = valueOf(call, `stays.${place}.id`)
    if (id === '' || valueOf(call, `stays.${place}.take`) === '') continue
    const typed = valueOf(call, `stays.${place}.onDay`)
    const onDay = typed === '' ? forAll : parseDate(typed)
    const field = typed === '' ? 'onDay' : `stays.${place}.onDay`
    if (onDay === null) errors[field] = m('bulk.no-date')
    else stays.push({ id, onDay, field })
  }
  if (Object.keys(errors).length > 0) return refuse(422, m('many.check'), errors)
  return stays.length === 0 ? refuse(422, m('many.none')) : { stays }
}

/** What stands, without a name: whoever opens the link later may be somebody else. */
async function outcomeOf(call: ActCall, kind: ManyKind): Promise<ActOver> {
  const found = await listed(call, kind)
  call.shows([])
  if (found === null || call.link.state === 'revoked') return said('confirm-lost')
  const waiting = found.waiting.length
  if (waiting === 0) return said(found.given.length > 0 ? 'many-all' : 'many-nothing')
  if (call.link.state !== 'open') return said('confirm-expired')
  return {
    over: true,
    tone: 'done',
    title: m('over.many-some.title'),
    text: m('over.many-some.text', { waiting }),
    next: { label: m('many.others'), path: `/act/${call.params['token'] ?? ''}` },
  }
}

function said(key: 'confirm-lost' | 'confirm-expired' | 'many-all' | 'many-nothing'): ActOver {
  const [title, text] = [m(`over.${key}.title`), m(`over.${key}.text`)]
  return { over: true, tone: key === 'many-all' ? 'done' : 'info', title, text, next: null }
}
