import { show } from '#ui'
import { type Refusal, refuse } from '#kernel/database'
import { type Act, type ActCall, type ActOver, freshForm, refusedForm, valueOf } from '#kernel/http'
import { parseDate } from '#kernel/values'
import { hostByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { ConfirmByLinkPage } from '../pages/host-act.tsx'
import { stayById, type StayRow } from '../queries/stays.ts'
import { recordEvent } from '../service/during.ts'
import { contactFor } from '../service/partner-mail.ts'

/** What a partner without an account confirms now: the arrival first, then the departure; null when there is nothing. */
function kindFor(stay: StayRow | null): 'arrival' | 'departure' | null {
  if (stay?.state === 'approved') return 'arrival'
  return stay?.state === 'live' ? 'departure' : null
}

/** A partner without an account confirms that one student has come or has left, by the link of a mail. */
export const hostByLink: Act = {
  action: hostByLinkAction,
  async show(call, refusal) {
    const stay = await stayById(call.work, call.link.objectId)
    const kind = kindFor(stay)
    if (!stay || !kind || !call.may(hostByLinkAction, stay)) return outcome(call)
    call.shows([stay.person_id])
    const form = refusal ? refusedForm(call, refusal) : freshForm()
    return show(ConfirmByLinkPage({ call, stay, kind, action: call.action, form }))
  },
  perform,
  outcome,
}

async function perform(call: ActCall): Promise<unknown> {
  const onDay = parseDate(valueOf(call, 'onDay'))
  if (onDay === null) return noDay()
  const stay = await stayById(call.work, call.link.objectId)
  const kind = kindFor(stay)
  // The link is for what its page showed: a second press does not confirm the departure with the day of arrival.
  if (!stay || kind === null || kind !== valueOf(call, 'kind')) {
    return refuse(409, m('event-fault.state'))
  }
  const contact = await contactFor(call.work, stay)
  return call.perform((work) =>
    recordEvent(work, {
      mobilityId: stay.id,
      kind,
      onDay,
      note: '',
      ...(contact ? { as: contact.name } : {}),
    }),
  )
}

function noDay(): Refusal {
  return refuse(422, m('bulk.no-date'), { onDay: m('bulk.no-date') })
}

async function outcome(call: ActCall): Promise<ActOver> {
  const stay = await stayById(call.work, call.link.objectId)
  call.shows([])
  const isDone = stay !== null && stay.arrived_on !== null
  return {
    over: true,
    tone: isDone ? 'done' : 'info',
    title: m(isDone ? 'over.confirmed.title' : 'over.nothing.title'),
    text: m(isDone ? 'over.confirmed.text' : 'over.nothing.text'),
    next: null,
  }
}
