import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays, Fraction } from '#kernel/values'
import { cast } from '#modules/alliance'
import { lineContent } from '../queries/content.ts'
import { linesOfCase } from '../queries/cases.ts'
import type { Extent } from '../rules/content-share.ts'
import { judgeComparison, startComparison } from '../service/compare-content.ts'
import { askQuestion } from '../service/content-questions.ts'
import type { Stage } from './cases.ts'

const { organisations, people } = cast

/** Invented topics of a course in media law and ethics, and of its counterpart abroad. */
const homeTopics = `Freedom of expression and its limits (6 h)
Defamation and privacy in Thai law (6 h)
Copyright and licences (6 h)
Advertising and consumer protection (3 h)
Ethics of reporting (6 h)
Professional codes in Thailand (3 h)`
const hostTopics = `文化表达与社会责任（8学时）
著作权与授权（8学时）
新闻与影像伦理（8学时）
广告伦理概论（4学时）
案例讨论（4学时）`
const judged: readonly (readonly [Extent, ...number[]])[] = [
  ['covered', 0],
  ['not'],
  ['covered', 1],
  ['partly', 3],
  ['covered', 2, 4],
  ['not'],
]

/** The course whose content a professor is asked about; his owner has other open cases at the same host. */
const askedAbout = '04330101'

/** A comparison that came out below three quarters, and a question that waits for a professor's answer. */
export async function seedContent(seeding: Seeding, stage: Stage): Promise<void> {
  await seedComparison(seeding, stage)
  await seedQuestion(seeding, stage)
}

async function seedComparison({ runner, database }: Seeding, stage: Stage): Promise<void> {
  const there = await database.kysely
    .selectFrom('content_comparisons')
    .select('id')
    .executeTakeFirst()
  if (there) return
  const context = await stage.by(people.evaluatorAu, stage.daysAgo(580))
  const made = await runner.perform(context, async (work) => {
    const started = await startComparison(work, {
      homeOrganisationId: organisations.au,
      hostOrganisationId: organisations.pku,
      hostCourses: ['04340208'],
      homeCourses: ['CA2207'],
      hostTopics,
      homeTopics,
    })
    if (isRefused(started)) return started
    return judgeComparison(work, {
      comparisonId: started.comparisonId,
      version: 1,
      topics: judged.map(([extent, ...topics]) => ({ extent, hostTopics: topics })),
      note: 'Thai law is taught here alone; what is said of ethics and copyright is the same in both courses.',
    })
  })
  if (isRefused(made)) throw new Error(`a seeded comparison was refused: ${made.message.key}`)
}

async function seedQuestion({ runner, database }: Seeding, stage: Stage): Promise<void> {
  const there = await database.kysely
    .selectFrom('content_questions')
    .select('id')
    .executeTakeFirst()
  const owner = await database.kysely
    .selectFrom('recognition_cases')
    .select(['id', 'rule_set_id', 'rule_set_version'])
    .where('enrolment_id', '=', cast.enrolments.thanawat)
    .where('host_organisation_id', '=', organisations.pku)
    .where('state', '=', 'open')
    .where('transcript_id', 'in', (eb) =>
      eb.selectFrom('transcript_lines').select('transcript_id').where('code', '=', askedAbout),
    )
    .executeTakeFirst()
  if (there || !owner) return
  const context = await stage.by(people.evaluatorAu, stage.daysAgo(1))
  const work = runner.reading(context)
  const line = (await linesOfCase(work, owner.id)).find(({ code }) => code === askedAbout)
  if (!line || !(await lineContent(work, owner, { lineId: line.id }))) return
  const asked = await runner.perform(context, (writing) =>
    askQuestion(writing, {
      caseId: owner.id,
      lineId: line.id,
      name: 'รศ.ดร. สุนทรี วัฒนะ',
      address: 'suntaree.w@au.example',
      language: 'th',
      dueOn: addDays(stage.today, 6),
      hostTopics: '艺术的本质\n艺术的起源与发展\n艺术门类\n艺术创作\n艺术接受与批评',
      homeTopics: 'อารยธรรมลุ่มแม่น้ำ\nกรีกและโรมัน\nอินเดียและจีน\nโลกอิสลาม\nการฟื้นฟูศิลปวิทยา\nโลกสมัยใหม่',
      note: '',
      threshold: Fraction.of(3, 4),
    }),
  )
  if (isRefused(asked)) throw new Error(`a seeded question was refused: ${asked.message.key}`)
}
