import type { Facts } from '#kernel/access'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { type FileKind, fileKinds, inspectUpload, sizeText } from '#kernel/files'
import { type Answer, type Call, type Manifest, page, type Route } from '#kernel/http'
import {
  fileIncoming,
  type Filing,
  incomingAttachment,
  type IncomingMail,
  incomingMail,
  longestMail,
  unfileIncoming,
} from '#kernel/mail'
import { personById } from '#kernel/identity'
import { displayName, formatInstant, isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { MailPage } from './incoming-page.tsx'
import { personsOf } from './list-routes.ts'
import { type About, findPlaces, placesNamed } from './places.ts'

type MailFacts = Facts & IncomingMail & { organisation_id: string | null }

const longestQuery = 200

/** What a download may be called by its content; anything else is handed out as bytes that nothing opens by itself. */
const knownKinds = Object.keys(fileKinds).filter((kind) => kind !== 'zip') as FileKind[]

/** One mail that came in: read, filed with what it is about, marked, taken back, its attachments kept. */
export function incomingMailRoutes(manifests: readonly Manifest[]): Route[] {
  return [
    page<MailFacts>('GET', '/mail/:id', {
      action: 'mail.incoming.read',
      load: mailOf,
      handle: (call) => show(call, manifests, null),
    }),
    page<MailFacts>('POST', '/mail/:id', {
      action: 'mail.incoming.file',
      load: mailOf,
      handle: (call) => file(call, manifests),
    }),
    page<MailFacts>('GET', '/mail/:id/attachments/:attachment', {
      action: 'mail.incoming.read',
      load: mailOf,
      handle: attachment,
    }),
  ]
}

async function mailOf(work: Work, { id = '' }: Record<string, string>): Promise<MailFacts | null> {
  const mail = isUuid(id) ? await incomingMail(work, id) : null
  return mail && { ...mail, organisation_id: mail.organisationId }
}

async function show(
  call: Call<MailFacts>,
  manifests: readonly Manifest[],
  refusal: Refusal | null,
): Promise<Answer> {
  const { object: mail, work, t, language } = call
  const typed = (call.query.get('q') ?? '').slice(0, longestQuery)
  const found = await findPlaces(call, manifests, typed)
  const about = mail.about
    ? (await placesNamed(work, t, manifests, [mail.about])).get(
        `${mail.about.kind} ${mail.about.id}`,
      )
    : undefined
  const answered = mail.answeredBy ? await personById(work, mail.answeredBy) : null
  call.shows([
    ...personsOf([mail]),
    ...found.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])),
  ])
  const html = renderPage(
    MailPage({
      frame: call.frame,
      t,
      mail,
      received: formatInstant(mail.receivedAt, call.timeZone, language, 'medium'),
      answered: answered ? displayName(answered.name, language) : null,
      about: about ?? null,
      mayFile: call.may('mail.incoming.file', mail),
      typed,
      found,
      refusal: refusal && t(refusal.message),
      attachments: mail.attachments.map(({ id, name, bytes }) => ({
        href: call.href(`/mail/${mail.id}/attachments/${id}`),
        name,
        detail: sizeText(bytes),
      })),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function file(call: Call<MailFacts>, manifests: readonly Manifest[]): Promise<Answer> {
  const { id } = call.object
  const verb = valueOf(call, 'verb')
  if (verb === 'undo') {
    const result = await call.perform((work) => unfileIncoming(work, id))
    if (isRefused(result)) return show(call, manifests, result)
    return call.redirect(`/mail/${id}`, m('mail.undone', { count: 1 }))
  }
  const filing = await filingOf(call, manifests, verb)
  if (isRefused(filing)) return show(call, manifests, filing)
  const result = await call.perform((work) => fileIncoming(work, id, filing))
  if (isRefused(result)) return show(call, manifests, result)
  return call.redirect(`/mail/${id}`, m(`mail.now-${filing.outcome}`))
}

/** What the form asks for; a thing only where the actor may see it. */
async function filingOf(
  { form, work, t }: Call,
  manifests: readonly Manifest[],
  verb: string,
): Promise<Filing | Refusal> {
  if (verb === 'done' || verb === 'spam') return { outcome: verb }
  const [kind = '', id = ''] = (form.values['about']?.[0] ?? '').split(':')
  const about: About = { kind, id }
  const places = isUuid(id) ? await placesNamed(work, t, manifests, [about]) : new Map()
  if (!places.has(`${kind} ${id}`)) return refuse(422, m('mail.file.gone'))
  return { outcome: 'filed', about }
}

/** An attachment, as what its content is and never as what it says it is; nothing of it is shown in a page. */
async function attachment(call: Call<MailFacts>): Promise<Answer> {
  const id = call.params['attachment'] ?? ''
  const found = isUuid(id) ? await incomingAttachment(call.work, call.object.id, id) : null
  if (!found) return { kind: 'absent' }
  call.shows(personsOf([call.object]))
  const inspected = await inspectUpload(found.bytes, { allow: knownKinds, maxBytes: longestMail })
  const name = found.name.replaceAll(/[/\\]/g, '_')
  if (isRefused(inspected)) {
    const type = 'application/octet-stream'
    return { kind: 'file', body: found.bytes, type, name: `${name}.unchecked` }
  }
  return {
    kind: 'file',
    body: found.bytes,
    type: inspected.mediaType,
    name: named(name, inspected.kind),
  }
}

/** A program that calls itself a document, or a document that calls itself a program, gets the ending of what it is. */
function named(name: string, kind: FileKind): string {
  const { extension } = fileKinds[kind]
  const endings = kind === 'jpeg' ? ['jpg', 'jpeg'] : kind === 'text' ? ['txt', 'eml'] : [extension]
  return endings.some((each) => name.toLowerCase().endsWith(`.${each}`))
    ? name
    : `${name}.${extension}`
}
