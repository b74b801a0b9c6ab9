import { show } from '#ui'
import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { academicYearFormIn, academicYearOf, dateInZone, shiftAcademicYear } from '#kernel/values'
import { iiasOf } from '../formats/iia-of.ts'
import { writeIias } from '../formats/iias-write.ts'
import { m } from '../messages/index.ts'
import { AgreementPage } from '../pages/agreement.tsx'
import { base } from '../pages/words.ts'
import { annexesOf, copyById, type CopyRow, frameworkOf } from '../queries/copies.ts'
import { type WholeAgreement, wholeAgreement, type WholeCopy } from '../queries/whole.ts'
import { earliestLastYear, isOver } from '../rules/agreement.ts'
import { compareTexts } from '../rules/compare.ts'
import { type AgreementText, emptyText } from '../rules/conditions.ts'
import { approveVersion, refuseVersion, withdrawCopy } from '../service/answering.ts'
import { answerEnd, declareEnd } from '../service/ending.ts'
import { adoptCopy, sendCopy } from '../service/sending.ts'
import { type Done, loadCopy, namesOf, shown } from './parts.ts'
import { partnerActs, partnerParts } from './partner-links.ts'

type CopyCall = Call<CopyRow>

/** The page of an agreement and what is done there. */
export const agreementRoutes: readonly Route[] = [
  page<CopyRow>('GET', `${base}/:id`, {
    action: 'agreements.agreement.read',
    load: loadCopy,
    handle: (call) => agreementPage(call, null),
  }),
  page<CopyRow>('GET', `${base}/:id/iias.xml`, {
    action: 'agreements.agreement.read',
    load: loadCopy,
    handle: ewpDocument,
  }),
  act('sendings', 'send', send),
  act('adoptions', 'edit', adopt),
  act('approvals', 'approve', approve),
  act('refusals', 'refuse', refuseIt),
  act('withdrawal', 'send', withdraw),
  act('ends', 'end', declare),
  act('end-answers', 'end', answer),
  act('invitations', 'send', partnerActs.invite),
  act('proposals-read', 'send', partnerActs.readProposals),
]

function act(
  name: string,
  action: string,
  handle: (call: CopyCall) => Promise<Done | Refusal>,
): Route {
  return page<CopyRow>('POST', `${base}/:id/${name}`, {
    action: `agreements.agreement.${action}`,
    load: loadCopy,
    perMinute: 60,
    async handle(call) {
      const done = await handle(call)
      if (isRefused(done)) return agreementPage(call, done)
      return call.redirect(`${base}/${call.object.id}${done.part ?? ''}`, done.said)
    },
  })
}

async function agreementPage(call: CopyCall, refusal: Refusal | null): Promise<Answer> {
  // Read anew: what was asked for may have changed it meanwhile.
  const row = (await copyById(call.work, call.object.id)) ?? call.object
  const whole = await wholeAgreement(call.work, row.agreementId)
  const own = whole.copies.find(({ id }) => id === row.id)!
  const may = (verb: string) => call.may(`agreements.agreement.${verb}`, row)
  const parts = await partnerParts(call, row, whole, own)
  call.shows(personsOf(whole))
  return show(
    AgreementPage({
      call,
      row,
      whole,
      own,
      names: await namesOf(call, whole),
      text: shownText(row, whole, own),
      hasDraft:
        compareTexts(own.sent?.text ?? emptyText, row.draft).length > 0 && !isOver(row.state),
      waiting: isOver(row.state) ? [] : waitingAnswers(whole, own),
      may: {
        edit: may('edit'),
        send: may('send'),
        approve: may('approve'),
        refuse: may('refuse'),
        end: may('end'),
      },
      ...parts,
      framework: await frameworkOf(call.work, row, base),
      annexes: row.kind === 'framework' ? await annexesOf(call.work, row.agreementId) : [],
      ending: endingYears(call, own),
      refusal: shown(call, refusal),
      values: refusal ? typedValues(call) : {},
    }),
    refusal,
  )
}

/** The people whom the page names: who sent, approved and refused. */
function personsOf(whole: WholeAgreement): string[] {
  const senders = whole.copies.flatMap(({ versions }) => versions.map(({ sentBy }) => sentBy?.id))
  return [...senders, ...whole.answers.map(({ by }) => by?.id)].filter((id) => id !== undefined)
}

/** What the page shows as the agreement: what is in force, else what was sent, else what one writes oneself. */
function shownText(row: CopyRow, whole: WholeAgreement, own: WholeCopy): AgreementText {
  const agreed = own.agreed ?? whole.copies.find((copy) => copy.agreed !== null)?.agreed
  const sent = own.sent ?? whole.copies.find((copy) => copy.sent !== null)?.sent
  return agreed?.text ?? sent?.text ?? row.draft
}

/** The partners' versions that one has neither approved nor refused, and that are not in force already. */
function waitingAnswers({ copies, answers }: WholeAgreement, own: WholeCopy) {
  return copies.flatMap((copy) => {
    const { sent: version, agreed } = copy
    if (copy.id === own.id || version === null) return []
    const isAnswered = answers.some(
      (each) => each.versionId === version.id && each.organisationId === own.organisationId,
    )
    // What is in force needs no answer, where one's own copy is in force beside it.
    if (
      isAnswered ||
      (version.id === agreed?.id && own.sent?.id === own.agreed?.id && own.agreed)
    ) {
      return []
    }
    const ours = own.sent?.text
    return [{ copy, version, differences: ours ? compareTexts(ours, version.text) : null }]
  })
}

function endingYears(call: Call, own: WholeCopy) {
  const today = dateInZone(call.now, own.timeZone)
  const current = academicYearOf(today, academicYearFormIn(own.country))
  return {
    years: Array.from({ length: 7 }, (_, place) => shiftAcademicYear(current, place - 1)),
    aloneFrom: earliestLastYear(current),
  }
}

async function ewpDocument(call: CopyCall): Promise<Answer> {
  const whole = await wholeAgreement(call.work, call.object.agreementId)
  call.shows([])
  const iias = iiasOf(whole, call.object.id)
  if (iias.length === 0) return { kind: 'absent' }
  return {
    kind: 'file',
    body: new TextEncoder().encode(writeIias(iias)),
    type: 'application/xml; charset=utf-8',
    name: `iias-${call.object.id}.xml`,
  }
}

async function send(call: CopyCall): Promise<Done | Refusal> {
  const basedOn = Number(call.form.values['basedOn']?.[0] ?? -1)
  const sent = await call.perform((work) => sendCopy(work, { copyId: call.object.id, basedOn }))
  return isRefused(sent) ? sent : { said: m('flash.sent') }
}

const adoptForm = z.object({ version: z.string(), keys: z.array(z.string()).min(1).default([]) })

async function adopt(call: CopyCall): Promise<Done | Refusal> {
  const form = call.read(adoptForm)
  if (isRefused(form)) return form
  const result = await call.perform((work) =>
    adoptCopy(work, { copyId: call.object.id, versionId: form.version, chosen: form.keys }),
  )
  if (isRefused(result)) return result
  return { said: m('flash.adopted'), part: '/copy' }
}

const answerForm = z.object({ version: z.string(), hash: z.string() })

async function approve(call: CopyCall): Promise<Done | Refusal> {
  const form = call.read(answerForm.extend({ adopt: z.enum(['yes', 'no']) }))
  if (isRefused(form)) return form
  const result = await call.perform((work) =>
    approveVersion(work, {
      copyId: call.object.id,
      versionId: form.version,
      hash: form.hash,
      adopt: form.adopt === 'yes',
    }),
  )
  if (isRefused(result)) return result
  return { said: m(result.concluded ? 'flash.concluded' : 'flash.approved') }
}

async function refuseIt(call: CopyCall): Promise<Done | Refusal> {
  const form = call.read(answerForm.extend({ reason: z.string().trim().min(1).max(2000) }))
  if (isRefused(form)) return form
  const result = await call.perform((work) =>
    refuseVersion(work, {
      copyId: call.object.id,
      versionId: form.version,
      hash: form.hash,
      reason: form.reason,
    }),
  )
  return isRefused(result) ? result : { said: m('flash.refused') }
}

async function withdraw(call: CopyCall): Promise<Done | Refusal> {
  const result = await call.perform((work) => withdrawCopy(work, { copyId: call.object.id }))
  return isRefused(result) ? result : { said: m('flash.withdrawn') }
}

const endForm = z.object({ lastYear: z.string(), reason: z.string().trim().min(1).max(2000) })

async function declare(call: CopyCall): Promise<Done | Refusal> {
  const form = call.read(endForm)
  if (isRefused(form)) return form
  const result = await call.perform((work) =>
    declareEnd(work, { copyId: call.object.id, lastYear: form.lastYear, reason: form.reason }),
  )
  if (isRefused(result)) return result
  return { said: m(result.ended ? 'flash.ended' : 'flash.end-asked') }
}

const endAnswerForm = z.object({ end: z.string(), answer: z.enum(['yes', 'no']) })

async function answer(call: CopyCall): Promise<Done | Refusal> {
  const form = call.read(endAnswerForm)
  if (isRefused(form)) return form
  const result = await call.perform((work) =>
    answerEnd(work, {
      copyId: call.object.id,
      endId: form.end,
      consent: form.answer === 'yes',
    }),
  )
  if (isRefused(result)) return result
  return { said: m(result.ended ? 'flash.ended' : 'flash.end-answered') }
}
