import { type Answer, type Call, type Manifest, page, pageNumber, type Route } from '#kernel/http'
import {
  countMails,
  failureMessage,
  fileIncoming,
  incomingMail,
  incomingMails,
  type IncomingView,
  returnedMails,
  unfileIncoming,
} from '#kernel/mail'
import { isUuid, relativeTime } from '#kernel/values'
import { renderPage } from '#ui'
import { valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { type MailListProps, MailListPage, ReturnedMailPage } from './list-pages.tsx'
import { type About, placesNamed } from './places.ts'

const pageSize = 50
const views = ['waiting', 'automatic', 'filed', 'spam'] as const

/** What came in by mail, in its states, and what did not arrive. */
export function mailListRoutes(manifests: readonly Manifest[]): Route[] {
  return [
    page('GET', '/mail', {
      action: 'mail.incoming.read',
      handle: (call) => showList(call, manifests),
    }),
    page('POST', '/mail', { action: 'mail.incoming.file', handle: markChosen }),
    page('GET', '/mail/returned', {
      action: 'mail.returned.list',
      handle: (call) => showReturned(call, manifests),
    }),
  ]
}

/** What was filed with one thing, where the address names one: `kind:id`. */
function aboutOf({ query }: Call): About | null {
  const [kind = '', id = ''] = (query.get('about') ?? '').split(':')
  return kind !== '' && isUuid(id) ? { kind, id } : null
}

async function showList(call: Call, manifests: readonly Manifest[]): Promise<Answer> {
  const { work, t, query, now, language } = call
  const about = aboutOf(call)
  const view: IncomingView = about
    ? 'filed'
    : (views.find((each) => each === query.get('state')) ?? 'waiting')
  const number = pageNumber(call)
  const mails = await incomingMails(work, {
    view,
    ...(about ? { about } : {}),
    limit: pageSize + 1,
    offset: (number - 1) * pageSize,
  })
  const shown = mails.slice(0, pageSize)
  const wanted = [...shown.flatMap((mail) => mail.about ?? []), ...(about ? [about] : [])]
  const places = await placesNamed(work, t, manifests, wanted)
  call.shows(personsOf(shown), { state: view })
  const marked = (query.get('marked') ?? '').split(',').filter(isUuid).slice(0, pageSize)
  const verb = query.get('verb') === 'spam' ? 'spam' : 'done'
  const html = renderPage(
    MailListPage({
      frame: call.frame,
      t,
      view,
      counts: await countMails(work),
      about: about ? (places.get(`${about.kind} ${about.id}`) ?? null) : null,
      marked,
      said: t(m(`mail.marked-${verb}`, { count: marked.length })),
      page: number,
      hasMore: mails.length > pageSize,
      rows: shown.map((mail): MailListProps['rows'][number] => ({
        id: mail.id,
        subject: mail.subject,
        from: mail.from,
        at: mail.receivedAt.toISOString(),
        when: relativeTime(mail.receivedAt, now, language),
        attachments: mail.attachments.length,
        outcome: mail.outcome,
        about: (mail.about && places.get(`${mail.about.kind} ${mail.about.id}`)) ?? null,
      })),
    }),
  )
  return { kind: 'html', html }
}

/** Whose data a list of mails shows: whom they answer, and with whom they are filed. */
export function personsOf(
  mails: readonly { answeredBy: string | null; about: About | null }[],
): string[] {
  return mails.flatMap(({ answeredBy, about }) => [
    ...(answeredBy ? [answeredBy] : []),
    ...(about?.kind === 'person' ? [about.id] : []),
  ])
}

/** Marks those chosen as done or as spam, or takes that back; what somebody else filed meanwhile stays as it is. */
async function markChosen(call: Call): Promise<Answer> {
  const keys = (call.form.values['keys'] ?? []).join(',').split(',').filter(isUuid)
  const chosen = [...new Set(keys)].slice(0, pageSize)
  if (chosen.length === 0) return call.redirect('/mail', m('mail.none-chosen'), 'attention')
  const verb = valueOf(call, 'verb')
  const marked = await call.perform(async (work) => {
    const done: string[] = []
    for (const id of chosen) {
      const mail = await incomingMail(work, id)
      if (!mail || !work.may('mail.incoming.file', { organisation_id: mail.organisationId }))
        continue
      const isUndo = verb === 'undo'
      if (isUndo === (mail.outcome === null)) continue
      const result = isUndo
        ? await unfileIncoming(work, id)
        : await fileIncoming(work, id, { outcome: verb === 'spam' ? 'spam' : 'done' })
      if (result === true) done.push(id)
    }
    return done
  })
  if (verb === 'undo') return call.redirect('/mail', m('mail.undone', { count: marked.length }))
  if (marked.length === 0) return call.redirect('/mail', m('mail.filed-by-another'), 'attention')
  return { kind: 'redirect', to: call.href('/mail', { marked: marked.join(','), verb }) }
}

async function showReturned(call: Call, manifests: readonly Manifest[]): Promise<Answer> {
  const { work, t, now, language } = call
  const number = pageNumber(call)
  const mails = await returnedMails(work, {
    limit: pageSize + 1,
    offset: (number - 1) * pageSize,
  })
  const shown = mails.slice(0, pageSize)
  const persons = shown.flatMap(({ personId }) =>
    personId ? [{ kind: 'person', id: personId }] : [],
  )
  const places = await placesNamed(work, t, manifests, persons)
  call.shows(persons.map(({ id }) => id))
  const html = renderPage(
    ReturnedMailPage({
      frame: call.frame,
      t,
      counts: await countMails(work),
      page: number,
      hasMore: mails.length > pageSize,
      rows: shown.map((mail) => ({
        id: mail.id,
        to: mail.to,
        person: (mail.personId && places.get(`person ${mail.personId}`)) || null,
        why: t(failureMessage(mail.failure)),
        words: mail.failure,
        at: mail.failedAt.toISOString(),
        when: relativeTime(mail.failedAt, now, language),
      })),
    }),
  )
  return { kind: 'html', html }
}
