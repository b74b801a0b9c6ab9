import { show } from '#ui'
import { z } from 'zod'
import { isRefused, personOf, type Refusal, refuse } from '#kernel/database'
import { fileKinds, filesOf, receiveFile, streamFile } from '#kernel/files'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  pageNumber,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { parseDate } from '#kernel/values'
import { m } from '../messages/index.ts'
import { mostPaperBytes, PreparationPage } from '../pages/preparation.tsx'
import { PreparationsPage } from '../pages/preparations.tsx'
import { base, todayOf } from '../pages/words.tsx'
import { officesOf } from '../queries/choices.ts'
import { checklistOf, checklistsOf, paperFiles } from '../queries/preparations.ts'
import { listStays, stayById, type StayRow } from '../queries/stays.ts'
import { preparationItems } from '../rules/preparation.ts'
import { keepPreparation } from '../service/preparation.ts'
import { loadStay } from './parts.ts'

type StayCall = Call<StayRow>

const pageSize = 50
const reading = { action: 'mobility.preparation.read', load: loadStay }

/** What is settled before a stay: the checklist of one, its papers, and what is missing of all who leave or come soon. */
export const preparationRoutes: readonly Route[] = [
  page('GET', `${base}/preparations`, { action: 'mobility.nomination.open', handle: listPage }),
  page<StayRow>('GET', `${base}/:id/preparation`, {
    ...reading,
    handle: (call) => preparationPage(call, null),
  }),
  page<StayRow>('POST', `${base}/:id/preparation`, {
    action: 'mobility.preparation.keep',
    load: loadStay,
    perMinute: 60,
    maxBytes: mostPaperBytes + 1024 * 1024,
    handle: keep,
  }),
  page<StayRow>('GET', `${base}/:id/papers/:kind`, { ...reading, handle: sendPaper }),
]

async function listPage(call: Call): Promise<Answer> {
  const number = pageNumber(call)
  const { stays, total } = await listStays(
    call.work,
    {
      q: '',
      state: 'approved',
      direction: null,
      partner: null,
      year: null,
      kind: null,
      step: null,
      isLate: false,
      there: false,
      own: officesOf(call.work),
      today: todayOf(call),
    },
    { page: number, pageSize },
  )
  call.shows(
    stays.map((stay) => stay.person_id),
    { state: 'approved' },
  )
  // A list goes further than a checklist, which no office reads of one of its own people.
  const readable = stays.filter((stay) => call.may('mobility.preparation.read', stay))
  const checklists = await checklistsOf(call.work, readable)
  return show(PreparationsPage({ call, stays, checklists, total, page: number, pageSize }))
}

async function preparationPage(call: StayCall, refusal: Refusal | null): Promise<Answer> {
  const stay = (await stayById(call.work, call.object.id)) ?? call.object
  call.shows([stay.person_id])
  return show(
    PreparationPage({
      call,
      stay,
      checklist: await checklistOf(call.work, stay),
      isOwn: personOf(call.work.actor) === stay.person_id,
      mayKeep: call.may('mobility.preparation.keep', stay),
      form: refusal ? refusedForm(call, refusal) : freshForm(),
    }),
    refusal,
  )
}

const keptForm = z.object({
  item: z.enum(preparationItems),
  name: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(50).default(''),
  detail: z.string().trim().max(1000).default(''),
})

async function keep(call: StayCall): Promise<Answer> {
  const form = call.read(keptForm)
  if (isRefused(form)) return preparationPage(call, form)
  const typed = valueOf(call, 'validUntil')
  const validUntil = parseDate(typed)
  if (typed !== '' && validUntil === null) {
    const message = m('bulk.no-date')
    return preparationPage(call, refuse(422, message, { validUntil: message }))
  }
  const paper = await paperOf(call)
  if (isRefused(paper)) return preparationPage(call, paper)
  const done = await call.perform((work) =>
    keepPreparation(work, {
      ...form,
      mobilityId: call.object.id,
      validUntil,
      paper,
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return preparationPage(call, done)
  const said = m('prepare.kept', { open: done.open })
  return call.redirect(`${base}/${call.object.id}/preparation`, said)
}

async function paperOf(call: StayCall) {
  const given = call.form.uploads['paper']?.find(({ bytes }) => bytes.length > 0)
  if (!given) return null
  const file = await receiveFile(call.services.blobs, given, {
    allow: ['pdf', 'jpeg', 'png', 'webp'],
    maxBytes: mostPaperBytes,
  })
  return isRefused(file) ? refuse(file.status, file.message, { paper: file.message }) : file
}

async function sendPaper(call: StayCall): Promise<Answer> {
  const item = preparationItems.find((each) => each === call.params['kind'])
  const stored = item && (await filesOf(call.work, paperFiles(item), call.object.id)).at(-1)
  if (!stored) return { kind: 'absent' }
  const found = await streamFile(call.work, call.services.blobs, stored.id)
  if (isRefused(found)) return { kind: 'absent' }
  call.shows([call.object.person_id])
  const { mediaType } = fileKinds[stored.kind]
  return { kind: 'file', body: found.stream, type: mediaType, name: stored.name }
}
