import { isRefused, type WorkContext } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { Fraction } from '#kernel/values'
import { cast } from '#modules/alliance'
import { listGradingTables } from '../queries/grading-tables.ts'
import { enterGradingTable, type GradingTableGroup } from '../service/grading-tables.ts'

const { organisations } = cast

/** The invented schools' counts of two academic years; a real school's would be its own to publish. */
const tables: readonly (Pick<GradingTableGroup, 'countedOrganisationId' | 'scaleId' | 'iscedF'> & {
  counts: string
})[] = [
  {
    countedOrganisationId: organisations.saebyeok,
    scaleId: 'kr-4.5',
    iscedF: '0211',
    counts: 'A+ 412|A 655|B+ 731|B 498|C+ 217|C 121|D+ 34|D 19',
  },
  {
    countedOrganisationId: organisations.rhone,
    scaleId: 'fr-20',
    iscedF: '02',
    counts: '20 3|19 11|18 34|17 71|16 139|15 208|14 286|13 301|12 274|11 188|10 126',
  },
]

/** Enters the grading tables of the demonstration's invented schools; passes over what is there. */
export async function seedGradingTables(
  { runner }: Pick<Seeding, 'runner'>,
  system: WorkContext,
): Promise<void> {
  const there = await listGradingTables(runner.reading(system))
  for (const { counts, ...group } of tables) {
    const { countedOrganisationId } = group
    if (there.some((each) => each.counted_organisation_id === countedOrganisationId)) continue
    const entered = await runner.perform(system, (work) =>
      enterGradingTable(work, {
        ...group,
        organisationId: countedOrganisationId,
        cycle: 'bachelor',
        source: null,
        unit: 'count',
        rows: counts.split('|').map((each) => {
          const [label = '', count = ''] = each.split(' ')
          return { label, weight: Fraction.parse(count)! }
        }),
        yearFrom: 2023,
        yearTo: 2024,
        validFrom: '2025-09-01',
      }),
    )
    if (isRefused(entered)) throw new Error(`a seeded table was refused: ${entered.message.key}`)
  }
}
