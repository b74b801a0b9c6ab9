import { isRefused, refuse, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, refusalWords, type Route, valueOf } from '#kernel/http'
import { addDays, dateInZone, isCountry } from '#kernel/values'
import { show } from '#ui'
import { m } from '../messages/index.ts'
import { OverviewPage } from '../pages/overview.tsx'
import { PackPage } from '../pages/pack.tsx'
import { PublishPage } from '../pages/publish.tsx'
import { base } from '../pages/words.tsx'
import { clearanceFor, newestPacks, packsOn, versionsOf } from '../queries/packs.ts'
import { renewalDays, type StayQuestion } from '../rules/clearance.ts'
import { stayKinds } from '../rules/pack.ts'
import { asFile, type PackPreview, previewPacks, publishPacks } from '../service/publish.ts'

const mostBytes = 2 * 1024 * 1024

/** The pages of permission packs: one for everybody, the whole of them for offices, a newer version for the secretariat. */
export const packRoutes: readonly Route[] = [
  page('GET', base, { action: 'clearance.pack.open', handle: overview }),
  page('GET', `${base}/pack`, { action: 'clearance.pack.read', handle: onePack }),
  page('GET', `${base}/file`, { action: 'clearance.pack.open', handle: file }),
  page('GET', `${base}/publish`, {
    action: 'clearance.pack.publish',
    handle: async (call) => publishPage(call, null, null),
  }),
  page('POST', `${base}/publish`, {
    action: 'clearance.pack.publish',
    maxBytes: mostBytes + 1024 * 1024,
    handle: publish,
  }),
]

function daysOf({ now, timeZone }: Call) {
  const today = dateInZone(now, timeZone)
  return { today, lastCall: addDays(today, renewalDays) }
}

async function overview(call: Call): Promise<Answer> {
  const days = daysOf(call)
  const packs = await packsOn(call.work, days.today)
  call.shows([])
  return show(OverviewPage({ call, packs, days }))
}

function questionOf({ query }: Call, on: string): StayQuestion | null {
  const from = query.get('from')
  const to = query.get('to')
  const kind = stayKinds.find((each) => each === query.get('kind'))
  return isCountry(from) && isCountry(to) && kind ? { from, to, kind, on } : null
}

async function onePack(call: Call): Promise<Answer> {
  const days = daysOf(call)
  const question = questionOf(call, days.today)
  call.shows([])
  if (!question) return show(PackPage({ call, clearance: null, versions: [], days }))
  const clearance = await clearanceFor(call.work, question)
  const versions = await versionsOf(call.work, question)
  return show(PackPage({ call, clearance, versions, days }))
}

async function file(call: Call): Promise<Answer> {
  const packs = await newestPacks(call.work)
  call.shows([])
  return {
    kind: 'file',
    body: new TextEncoder().encode(asFile(packs)),
    type: 'application/json; charset=utf-8',
    name: 'clearance.json',
  }
}

function publishPage(call: Call, refusal: Refusal | null, preview: PackPreview | null): Answer {
  call.shows([])
  const said = refusal && refusalWords(call, refusal)
  return show(PublishPage({ call, refusal: said, preview, mostBytes }), refusal?.status ?? 200)
}

async function publish(call: Call): Promise<Answer> {
  if (valueOf(call, 'step') === 'publish') {
    const text = call.form.values['text']?.[0] ?? ''
    const done = await call.perform((work) =>
      publishPacks(work, { text, node: call.services.node }),
    )
    if (isRefused(done)) return publishPage(call, done, null)
    return call.redirect(base, m('flash.published', { count: done.count }))
  }
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (!upload || upload.bytes.length > mostBytes) {
    const message = m(upload ? 'refusal.large-file' : 'refusal.no-file')
    return publishPage(call, refuse(422, message, { file: message }), null)
  }
  const preview = await previewPacks(call.work, new TextDecoder().decode(upload.bytes))
  return publishPage(call, null, preview)
}
