import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { type ImportSource, readImport } from '#modules/alliance'
import {
  agreementColumns,
  agreementsInRows,
  type AgreementRowProblem,
  type ListedInSheet,
} from '../formats/agreement-rows.ts'
import { m } from '../messages/index.ts'
import { standingAgreements } from '../queries/copies.ts'
import { institutions } from '../queries/partners.ts'
import { makeAgreement } from './making.ts'
import { recordCopy } from './sending.ts'

/** A list of agreements as it was understood; nothing is written yet. */
export interface AgreementPreview {
  agreements: ListedInSheet[]
  problems: AgreementRowProblem[]
  /** How many of the list stand already under the same name and number; they are left as they are. */
  already: number
  ignored: string[]
  text: string
}

/** Reads a list of existing agreements and says what would come of it. */
export async function previewAgreements(
  work: Work,
  source: ImportSource,
): Promise<AgreementPreview | Refusal> {
  return listOf(work, source, await institutions(work))
}

async function listOf(
  work: Work,
  source: ImportSource,
  known: Awaited<ReturnType<typeof institutions>>,
): Promise<AgreementPreview | Refusal> {
  const table = await readImport(source, agreementColumns, [])
  if (isRefused(table)) return table
  const { agreements, problems } = agreementsInRows(table.rows, known)
  const standing = await standingAgreements(
    work,
    known.filter(({ isOwn }) => isOwn).map(({ id }) => id),
  )
  const isNew = ({ organisationId, title, code }: ListedInSheet) =>
    !standing.some(
      (each) =>
        each.organisationId === organisationId && each.title === title && each.code === code,
    )
  const fresh = agreements.filter(isNew)
  return {
    agreements: fresh,
    problems,
    already: agreements.length - fresh.length,
    ignored: table.ignored,
    text: table.text,
  }
}

/**
 * Brings in existing agreements, each recorded as in force in the institution's own copy. Refuses faulty rows that nobody
 * agreed to leave out; an agreement of which one row is faulty is left out whole, for its places would be wrong.
 */
export async function importAgreements(
  work: Work,
  input: { text: string; leaveOutFaulty: boolean; node: string },
): Promise<{ count: number } | Refusal> {
  const known = await institutions(work)
  const preview = await listOf(work, { text: input.text }, known)
  if (isRefused(preview)) return preview
  if (preview.problems.length > 0 && !input.leaveOutFaulty) {
    return refuse(422, m('import.has-faulty-rows'))
  }
  for (const agreement of preview.agreements) {
    const made = await makeAgreement(work, {
      kind: agreement.kind,
      title: agreement.title,
      code: agreement.code,
      organisationId: agreement.organisationId,
      partnerIds: agreement.partnerIds,
      text: { terms: '', conditions: agreement.conditions },
      node: input.node,
      known,
    })
    if (isRefused(made)) return made
    const recorded = await recordCopy(work, { copyId: made.copyId, concludedAt: work.now })
    if (isRefused(recorded)) return recorded
  }
  return { count: preview.agreements.length }
}
