import { show } from '#ui'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, typedValues, valueOf } from '#kernel/http'
import {
  firstLanguageOf,
  isCountry,
  isLanguage,
  type Language,
  languages as allLanguages,
  parseDate,
} from '#kernel/values'
import { roleLabel } from '#modules/alliance'
import type { Signer, StepMeans } from '#modules/signing'
import { makePaper } from '../formats/make-paper.ts'
import { m } from '../messages/index.ts'
import { SignatureForm, type SignerOfPartner } from '../pages/signatures.tsx'
import { base } from '../pages/words.ts'
import type { CopyRow } from '../queries/copies.ts'
import { bindingRoles, bindingRolesAt } from '../queries/partners.ts'
import { type WholeAgreement, wholeAgreement, type WholeCopy } from '../queries/whole.ts'
import { havePartnersSign } from '../service/signature.ts'
import { loadCopy, shown } from './parts.ts'

type CopyCall = Call<CopyRow>
const means = ['electronic', 'paper', 'either'] as const satisfies readonly StepMeans[]
const mostPaperBytes = 20_000_000

/** The paper of an agreement in two languages, and the form by which all partners are asked to sign it. */
export const signatureRoutes: readonly Route[] = [
  page<CopyRow>('GET', `${base}/:id/paper.pdf`, {
    action: 'agreements.agreement.read',
    load: loadCopy,
    perMinute: 60,
    handle: paperOf,
  }),
  page<CopyRow>('GET', `${base}/:id/signature`, {
    action: 'agreements.agreement.send',
    load: loadCopy,
    handle: (call) => form(call, null),
  }),
  page<CopyRow>('POST', `${base}/:id/signature`, {
    action: 'agreements.agreement.send',
    load: loadCopy,
    perMinute: 30,
    handle: begin,
  }),
]

/** The two languages of an address or a form; those of the partners where it says none. */
function languagesOf(
  given: (name: string) => string | undefined,
  whole: WholeAgreement,
  own: WholeCopy,
): [Language, Language] {
  const at = (copy: WholeCopy | undefined) =>
    copy && isCountry(copy.country) ? firstLanguageOf(copy.country) : null
  const first = given('first')
  const second = given('second')
  const one = first && isLanguage(first) ? first : (at(own) ?? 'en')
  const other = whole.copies.find(({ id }) => id !== own.id)
  const two = second && isLanguage(second) ? second : (at(other) ?? 'en')
  return [one, two === one ? allLanguages.find((each) => each !== one)! : two]
}

async function paperOf(call: CopyCall): Promise<Answer> {
  const { whole, own } = await wholeOf(call)
  call.shows([])
  if (!own.sent) return { kind: 'absent' }
  const languages = languagesOf((name) => call.query.get(name) ?? undefined, whole, own)
  return {
    kind: 'file',
    body: await makePaper(call, { row: call.object, whole, own, languages, isSigned: false }),
    type: 'application/pdf',
    name: `${call.t(m('paper.file'))}-${own.sent.hash.slice(0, 8)}-${languages.join('-')}.pdf`,
  }
}

async function wholeOf(call: CopyCall) {
  const whole = await wholeAgreement(call.work, call.object.agreementId)
  return { whole, own: whole.copies.find(({ id }) => id === call.object.id)! }
}

async function form(call: CopyCall, refusal: Refusal | null): Promise<Answer> {
  const { whole, own } = await wholeOf(call)
  call.shows([])
  if (!own.sent) return call.redirect(`${base}/${own.id}`, m('sign.nothing-sent'))
  return show(
    SignatureForm({
      call,
      row: call.object,
      versionId: own.sent.id,
      partners: await signersAtFirst(call, whole),
      languages: languagesOf(() => undefined, whole, own),
      values: refusal ? typedValues(call) : {},
      refusal: shown(call, refusal),
    }),
    refusal,
  )
}

/** Who is offered for each partner: whoever may bind it here, else the contact that signs for it, by mail. */
async function signersAtFirst(call: CopyCall, whole: WholeAgreement): Promise<SignerOfPartner[]> {
  const partners: SignerOfPartner[] = []
  const held = await bindingRolesAt(
    call.work,
    whole.copies.map(({ organisationId }) => organisationId),
  )
  for (const copy of whole.copies) {
    const roles = bindingRoles.filter((role) => held.get(copy.organisationId)?.has(role))
    const contact = copy.contacts.find(({ signs, email }) => signs && email !== null)
    const language = (isCountry(copy.country) && firstLanguageOf(copy.country)) || 'en'
    partners.push({
      copy,
      roles: roles.map((role) => ({
        value: role,
        label: call.t(m('sign.by-role', { role: call.t(roleLabel(role)) })),
      })),
      values: {
        by: contact || roles.length === 0 ? 'guest' : roles[0]!,
        name: contact?.name ?? '',
        address: contact?.email ?? '',
        language,
        means: 'electronic',
      },
    })
  }
  return partners
}

async function begin(call: CopyCall): Promise<Answer> {
  const { whole, own } = await wholeOf(call)
  const given = (name: string) => valueOf(call, name)
  const languages = languagesOf(given, whole, own)
  const signers = signersOf(whole, given)
  const dueOn = given('dueOn') === '' ? null : parseDate(given('dueOn'))
  const fault =
    given('first') === given('second')
      ? refuse(422, m('sign.same-language'), { second: m('sign.same-language') })
      : isRefused(signers)
        ? signers
        : given('dueOn') !== '' && dueOn === null
          ? refuse(422, m('fault.day'), { dueOn: m('fault.day') })
          : null
  if (fault || isRefused(signers)) return form(call, fault ?? (signers as Refusal))
  const bytes = await makePaper(call, {
    row: call.object,
    whole,
    own,
    languages,
    isSigned: true,
  })
  const upload = { name: `${call.t(m('paper.file'))}.pdf`, bytes }
  const paper = await receiveFile(call.services.blobs, upload, {
    allow: ['pdf'],
    maxBytes: mostPaperBytes,
  })
  if (isRefused(paper)) return form(call, paper)
  const opened = await call.perform((work) =>
    havePartnersSign(work, {
      copyId: call.object.id,
      versionId: given('version'),
      paper,
      languages,
      signers,
      dueOn,
      node: call.services.node,
    }),
  )
  if (isRefused(opened)) return form(call, opened)
  return call.redirect(`${base}/${call.object.id}#signatures`, m('sign.sent'))
}

/** The signers of a form, one for each partner in the order of the agreement. */
function signersOf(whole: WholeAgreement, given: (name: string) => string): Signer[] | Refusal {
  const isInTurn = given('order') !== 'together'
  const signers: Signer[] = []
  for (const [at, copy] of whole.copies.entries()) {
    const by = given(`by-${at}`)
    const way = means.find((each) => each === given(`means-${at}`)) ?? 'electronic'
    const shared = {
      group: isInTurn ? at + 1 : 1,
      means: way,
      label: { kind: 'organisation' as const, organisationId: copy.organisationId },
    }
    const role = bindingRoles.find((each) => each === by)
    if (role) {
      signers.push({ who: 'role', role, organisationId: copy.organisationId, ...shared })
      continue
    }
    const [name, email, tag] = [
      given(`name-${at}`),
      given(`address-${at}`),
      given(`language-${at}`),
    ]
    if (name === '' || email === '') {
      const field = name === '' ? `name-${at}` : `address-${at}`
      return refuse(422, m('sign.by-mail-only'), { [field]: m('sign.by-mail-only') })
    }
    const spoken = isLanguage(tag) ? tag : 'en'
    signers.push({ who: 'guest', name, email, language: spoken, ...shared })
  }
  return signers
}
