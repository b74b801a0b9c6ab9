import { show } from '#ui'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { personByEmail } from '#kernel/identity'
import { isLanguage } from '#kernel/values'
import { organisationOptions } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { DocumentPage } from '../pages/document.tsx'
import type { DocumentForm } from '../pages/document-props.ts'
import { moreScansOf, qualifiedOf } from '../queries/attachments.ts'
import { type DocumentRow, versionsOf } from '../queries/documents.ts'
import { originalsOf } from '../queries/originals.ts'
import { type StepRow, stepsOf } from '../queries/steps.ts'
import type { Signer } from '../rules/signers.ts'
import { signerLabels, stepMeans } from '../schema.ts'
import { addVersion } from '../service/documents.ts'
import { sendDocument, withdrawDocument } from '../service/rounds.ts'
import { addSigner, removeSigner } from '../service/signers.ts'
import { documentById } from '../queries/documents.ts'
import { loadDocument } from './documents.ts'
import {
  type Brought,
  broughtPdf,
  dayOf,
  mostFormBytes,
  mostPdfBytes,
  refusedForm,
} from './parts.ts'
import { refuse } from '#kernel/database'

type DocumentCall = Call<DocumentRow>
const base = '/signing/documents/:id'
const managing = { action: 'signing.document.manage', load: loadDocument, perMinute: 120 }

/** One document before its office: its signers, sending it, another version, taking it back. */
export const documentRoutes: readonly Route[] = [
  page<DocumentRow>('GET', base, {
    action: 'signing.document.read',
    load: loadDocument,
    handle: (call) => documentPage(call, null),
  }),
  page<DocumentRow>('POST', `${base}/signers`, { ...managing, handle: add }),
  page<DocumentRow>('POST', `${base}/signers/:step/removal`, {
    ...managing,
    handle: (call) =>
      done(call, 'signer', 'flash.signer-removed', (work) =>
        removeSigner(work, {
          documentId: call.object.id,
          stepId: call.params['step'] ?? '',
        }),
      ),
  }),
  page<DocumentRow>('POST', `${base}/sending`, {
    ...managing,
    handle: (call) =>
      done(call, 'sending', 'flash.sent', (work) =>
        sendDocument(work, { documentId: call.object.id }),
      ),
  }),
  page<DocumentRow>('POST', `${base}/versions`, {
    ...managing,
    maxBytes: mostFormBytes,
    perMinute: 30,
    handle: renew,
  }),
  page<DocumentRow>('POST', `${base}/withdrawal`, {
    ...managing,
    handle: (call) =>
      done(call, 'withdrawal', 'flash.withdrawn', (work) =>
        withdrawDocument(work, {
          documentId: call.object.id,
          reason: valueOf(call as Call, 'reason'),
        }),
      ),
  }),
]

type Verb = Parameters<DocumentCall['perform']>[0]

/** Runs a verb and goes back to the page, with a word about what was done, or with what is wrong. */
async function done(
  call: DocumentCall,
  which: DocumentForm,
  flash: Parameters<typeof m>[0],
  verb: Verb,
): Promise<Answer> {
  const result = await call.perform(verb)
  if (isRefused(result)) return documentPage(call, { which, refusal: result, brought: null })
  return call.redirect(`/signing/documents/${call.object.id}`, m(flash))
}

interface Refused {
  which: DocumentForm
  refusal: Refusal
  brought: Brought | null
}

/** The page of a document, as it stands now; after a refusal with everything typed. */
export async function documentPage(given: DocumentCall, refused: Refused | null): Promise<Answer> {
  const call = given as Call
  // After a refusal somebody else may have changed it: it is read again.
  const document = refused
    ? ((await documentById(call.work, given.object.id)) ?? given.object)
    : given.object
  const steps = await stepsOf(call.work, document.id)
  const mayManage = call.may('signing.document.manage', document)
  const isDraft = document.state === 'draft' && mayManage
  call.shows(personsOf(document, steps))
  const page = DocumentPage({
    call,
    document,
    versions: await versionsOf(call.work, document.id),
    steps,
    originals: await originalsOf(call.work, document.id),
    qualified: await qualifiedOf(call.work, document.id),
    moreScans: await moreScansOf(call.work, document.id),
    organisations: isDraft
      ? (await organisationOptions(call.work)).map(({ id, name }) => ({ value: id, label: name }))
      : [],
    may: { manage: mayManage, openSubject: document.href !== null },
    refused: refused && {
      which: refused.which,
      form: await refusedForm(call, refused.refusal, refused.brought),
    },
    maxBytes: mostPdfBytes,
  })
  return show(page, refused?.refusal.status ?? 200)
}

/** Everybody whom a page about a document names. */
export function personsOf(
  document: { created_by: string | null },
  steps: readonly StepRow[],
): string[] {
  const ids = steps.flatMap((step) => [
    step.person_id,
    step.signature?.person_id ?? null,
    step.signature?.in_place_of ?? null,
  ])
  return [...new Set([document.created_by, ...ids].filter((id) => id !== null))]
}

async function add(call: DocumentCall): Promise<Answer> {
  const signer = await signerOf(call as Call)
  const result = isRefused(signer)
    ? signer
    : await call.perform((work) => addSigner(work, { documentId: call.object.id, signer }))
  if (isRefused(result)) {
    return documentPage(call, { which: 'signer', refusal: result, brought: null })
  }
  return call.redirect(`/signing/documents/${call.object.id}`, m('flash.signer-added'))
}

/** The signer that the form names: known here by the address, else a guest; or a role at an organisation. */
async function signerOf(call: Call): Promise<Signer | Refusal> {
  const named = signerLabels.find((label) => label === valueOf(call, 'label'))
  const words = valueOf(call, 'words')
  if (!named && words === '')
    return refuse(422, m('refusal.no-label'), { label: m('refusal.no-label') })
  const shared = {
    group: Number.parseInt(valueOf(call, 'group'), 10),
    act: valueOf(call, 'act') === 'approve' ? ('approve' as const) : ('sign' as const),
    means: stepMeans.find((means) => means === valueOf(call, 'means')) ?? ('electronic' as const),
    label:
      words === '' && named
        ? { kind: 'named' as const, name: named }
        : { kind: 'words' as const, words },
  }
  if (valueOf(call, 'who') === 'role') return roleSigner(call, shared)
  const email = valueOf(call, 'email')
  if (email === '') return refuse(422, m('refusal.address'), { email: m('refusal.address') })
  const known = await personByEmail(call.work, email)
  if (known) return { who: 'person', personId: known.id, ...shared }
  const language = valueOf(call, 'language')
  return {
    who: 'guest',
    name: valueOf(call, 'name'),
    email,
    language: isLanguage(language) ? language : call.language,
    ...shared,
  }
}

function roleSigner(
  call: Call,
  shared: Pick<Signer, 'group' | 'act' | 'means' | 'label'>,
): Signer | Refusal {
  const [role, organisationId] = [valueOf(call, 'role'), valueOf(call, 'at')]
  const fields = {
    ...(role === '' ? { role: m('refusal.no-role') } : {}),
    ...(organisationId === '' ? { at: m('refusal.no-organisation') } : {}),
  }
  const [fault] = Object.values(fields)
  return fault
    ? refuse(422, fault, fields)
    : { who: 'role', role, organisationId, ...(shared as { group: number }), label: shared.label }
}

async function renew(call: DocumentCall): Promise<Answer> {
  const plain = call as Call
  const brought = await broughtPdf(plain)
  const [dueOn, expiresOn] = [dayOf(plain, 'dueOn'), dayOf(plain, 'expiresOn')]
  const why = valueOf(plain, 'why')
  const missing = why === '' ? refuse(422, m('refusal.why'), { why: m('refusal.why') }) : null
  const fault = [brought, dueOn, expiresOn, missing].find(isRefused)
  const kept = isRefused(brought) ? null : brought
  if (fault || isRefused(brought) || isRefused(dueOn) || isRefused(expiresOn)) {
    return documentPage(call, { which: 'version', refusal: fault!, brought: kept })
  }
  const result = await call.perform((work) =>
    addVersion(work, {
      documentId: call.object.id,
      content: { kind: 'file', pdf: brought.given },
      dueOn,
      expiresOn,
      reason: why,
      origin: plain.services.node,
    }),
  )
  if (isRefused(result)) {
    return documentPage(call, { which: 'version', refusal: result, brought: kept })
  }
  return call.redirect(`/signing/documents/${call.object.id}`, m('flash.version'))
}
