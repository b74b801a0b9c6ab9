import { show } from '#ui'
import { type Refusal, refuse } from '#kernel/database'
import { type Act, type ActCall, type ActOver, freshForm, refusedForm, valueOf } from '#kernel/http'
import { dateInZone, formatDate, parseDate } from '#kernel/values'
import { hostByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { ConfirmByLinkPage } from '../pages/host-act.tsx'
import { stayById, type StayRow } from '../queries/stays.ts'
import { recordEvent } from '../service/during.ts'
import { contactFor } from '../service/partner-mail.ts'
import { confirmTask } from '../task-kinds.ts'

/** What the host confirms now: the arrival first, then the departure; null when there is nothing. */
function kindFor(stay: StayRow | null): 'arrival' | 'departure' | null {
  if (stay?.state === 'approved') return 'arrival'
  return stay?.state === 'live' ? 'departure' : null
}

/** Whoever is asked at the host, with an account or without, confirms that one student has come or has left by the link of a mail. */
export const hostByLink: Act = {
  action: hostByLinkAction,
  ofTasks: { kinds: [confirmTask], label: m('mail.host-act'), maxUses: 1 },
  async show(call, refusal) {
    const stay = await stayById(call.work, call.link.objectId)
    const kind = kindFor(stay)
    if (!stay || !kind || !mayStill(call, stay)) return outcome(call)
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
  // Whoever is no coordinator there any more since the mail was sent confirms nothing.
  if (!mayStill(call, stay)) return refuse(409, m('over.confirm-lost.title'))
  const contact = call.link.personId === null ? await contactFor(call.work, stay) : null
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

/** Whether the host's word is still waited for: one asks about the departure once its day has come. */
function isDue(call: ActCall, stay: StayRow): boolean {
  const kind = kindFor(stay)
  return (
    kind === 'arrival' ||
    (kind === 'departure' && stay.ends_on <= dateInZone(call.now, call.timeZone))
  )
}

/** Whether the link is for this stay and, where it is somebody’s own, they are still the host’s coordinator today. */
function mayStill(call: ActCall, stay: StayRow): boolean {
  const { services, now, language, principal, link } = call
  if (!call.may(hostByLinkAction, stay)) return false
  if (link.personId === null) return true
  return services.runner
    .reading({ actor: principal, now, language })
    .may('mobility.stay.confirm', stay)
}

/** What stands, for whoever opens the link again, late, or when it is somebody else’s to answer. */
async function outcome(call: ActCall): Promise<ActOver> {
  const stay = await stayById(call.work, call.link.objectId)
  call.shows([])
  if (stay === null || stay.state === 'cancelled') return said('cancelled')
  if (call.link.state === 'revoked' || !mayStill(call, stay)) return said('confirm-lost')
  // The day is told to whoever was asked for it alone; the name of the student is not.
  const day = stay.departed_on ?? stay.arrived_on
  if (call.link.state === 'expired' && isDue(call, stay)) return said('confirm-expired')
  if (day === null) return said('nothing')
  const what = stay.departed_on === null ? 'arrival' : 'departure'
  return {
    over: true,
    tone: 'done',
    title: m('over.confirmed.title'),
    text: m(`over.confirmed.${what}`, { on: formatDate(day, call.language) }),
    next: null,
  }
}

function said(key: 'cancelled' | 'confirm-lost' | 'confirm-expired' | 'nothing'): ActOver {
  const [title, text] = [m(`over.${key}.title`), m(`over.${key}.text`)]
  return { over: true, tone: 'info', title, text, next: null }
}
