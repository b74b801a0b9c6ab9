import type { Work } from '#kernel/database'
import type { Language } from '#kernel/values'
import { nameOf, type Names } from '../pages/words.ts'
import { unitsAt } from '../queries/partners.ts'
import type { WholeAgreement } from '../queries/whole.ts'

/** The names of the partners and units of an agreement in any language, read once; on paper in full, not their acronyms. */
export async function namesIn(
  work: Work,
  { copies }: WholeAgreement,
  length: 'short' | 'full' = 'short',
): Promise<(language: Language) => Names> {
  const units = await unitsAt(
    work,
    copies.map(({ organisationId }) => organisationId),
  )
  return (language) => {
    const partners = new Map(
      copies.map(({ organisationId, names, acronym }) => [
        organisationId,
        (length === 'short' ? acronym : null) ?? nameOf(names, language),
      ]),
    )
    const called = new Map(units.map((unit) => [unit.id, nameOf(unit.names, language)]))
    return { partner: (id) => partners.get(id) ?? id, unit: (id) => called.get(id) ?? id }
  }
}
