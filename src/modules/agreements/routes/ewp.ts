import { show } from '#ui'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { mostIiasBytes, readIias } from '../formats/iias-read.ts'
import { m } from '../messages/index.ts'
import { EwpPage } from '../pages/ewp.tsx'
import { base } from '../pages/words.ts'
import { takeIias } from '../service/take-ewp.ts'
import { shown } from './parts.ts'

/** Bringing in a partner's copies as the partner's program exports them. */
export const ewpRoutes: readonly Route[] = [
  page('GET', `${base}/ewp`, {
    action: 'agreements.agreement.make',
    handle: (call) => Promise.resolve(form(call, null)),
  }),
  page('POST', `${base}/ewp`, {
    action: 'agreements.agreement.make',
    maxBytes: mostIiasBytes + 1024 * 1024,
    perMinute: 30,
    handle: take,
  }),
]

function form(call: Call, refusal: Refusal | null): Answer {
  call.shows([])
  return show(EwpPage({ call, refusal: shown(call, refusal) }), refusal)
}

async function take(call: Call): Promise<Answer> {
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  const pasted = call.form.values['text']?.[0]?.trim() ?? ''
  if (!upload && pasted === '') return form(call, onFile(refuse(422, m('ewp.no-file'))))
  const read = readIias(upload?.bytes ?? new TextEncoder().encode(pasted))
  if (isRefused(read)) return form(call, onFile(read))
  const { node } = call.services
  const taken = await call.perform((work) => takeIias(work, { iias: read, node }))
  if (isRefused(taken)) return form(call, onFile(taken))
  const { copyIds, unchanged } = taken
  const said = m('flash.ewp-taken', { count: copyIds.length, unchanged })
  return call.redirect(copyIds.length === 1 ? `${base}/${copyIds[0]}` : base, said)
}

function onFile(refusal: Refusal): Refusal {
  return refuse(refusal.status, refusal.message, { file: refusal.message })
}
