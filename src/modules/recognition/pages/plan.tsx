import type { Call } from '#kernel/http'
import type { Argument, Message } from '#kernel/messages'
import {
  displayName,
  formatDate,
  formatList,
  formatYear,
  Fraction,
  localised,
  type PersonName,
  dateInZone,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  Comparison,
  type ComparisonRow,
  EmptyState,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Notice,
  ObjectStrip,
  Page,
  PhoneFold,
  Section,
  Stack,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PlanRow } from '../queries/plans.ts'
import { neededGrade, neededPapers, type PlannedCourse, plannedReasons } from '../rules/planned.ts'
import type { Reason } from '../rules/reasons.ts'
import type { Finding, LineEvaluation, SetEvaluation } from '../rules/types.ts'
import type { EvaluatedPlan, FurtherCourse } from '../service/evaluate-plan.ts'
import { homeCoursesSide } from './case-sets.tsx'
import { ofPlan, whatIfsOf } from './what-ifs.ts'
import { CourseTitle } from './courses.tsx'
import { addColumn, FurtherSets, Instead, termOptions } from './plan-offers.tsx'
import { termText } from './term-words.ts'
import { kindName, kindOptions } from './learning-words.ts'
import {
  credits,
  creditMethodText,
  creditText,
  nameOf,
  reasonsOf,
  titleOf,
  verdictTones,
} from './words.ts'

/** What the page of a plan shows. */
export interface PlanPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  plan: PlanRow
  evaluated: EvaluatedPlan
  judges: ReadonlyMap<string, PersonName>
  mayEdit: boolean
  isOwn: boolean
  /** What was typed into the box, after a refusal. */
  typed: string
  /** The kind of learning that was chosen beside it. */
  typedKind: string
  /** The terms that may be chosen. */
  terms: readonly string[]
  refusal: { message: string; fields: Record<string, string> } | null
}

const planPath = (plan: PlanRow) => `/recognition/plans/${plan.id}`

/** A plan: what each course would count as and on what condition, and what else would count. */
export function PlanPage(props: PlanPageProps) {
  const { call, plan, evaluated } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={`${t(m('plan.kind'))}: ${localised(plan.host_names, language).text}`}
      wide
      trail={[{ href: href('/recognition/plans'), label: t(m('plan.title')) }]}
      alert={props.refusal && <ErrorSummary language={language} {...props.refusal} />}
    >
      <Stack gap="wide">
        <Strip {...props} />
        {evaluated.why && (
          <Notice tone="attention" title={t(m('plan.no-rules'))}>
            {t(m(evaluated.why.key, evaluated.why.args))}
          </Notice>
        )}
        {evaluated.evaluation && evaluated.courses.length > 0 && <Courses {...props} />}
        {evaluated.courses.length === 0 && (
          <EmptyState title={t(m('plan.empty'))} why={t(m('plan.empty-why'))} />
        )}
        {props.mayEdit && <Add {...props} />}
        {evaluated.further.length > 0 && <Further {...props} />}
        {evaluated.furtherSets.length > 0 && (
          <FurtherSets {...props} sets={evaluated.furtherSets} />
        )}
      </Stack>
    </Page>
  )
}

function Strip({ call, plan, evaluated, isOwn }: PlanPageProps) {
  const { t, language } = call
  const { evaluation } = evaluated
  const recognised = evaluation?.totals.recognised ?? Fraction.zero
  const detail = m('page.case.detail', {
    programme: localised(plan.programme_names, language).text,
    number: plan.student_number,
    year: formatYear(plan.intake_year, language),
  })
  const host = localised(plan.host_names, language).text
  const asOf = m('plan.as-of', {
    day: formatDate(dateInZone(call.now, plan.home_time_zone), language),
  })
  return (
    <ObjectStrip
      language={language}
      kind={t(m('plan.kind'))}
      title={isOwn ? host : displayName(plan.student, language)}
      detail={`${t(detail)} · ${t(asOf)}`}
      state={{
        tone: recognised.isZero() ? 'neutral' : 'done',
        label: t(m('plan.would-count', { credit: credits(recognised, language) })),
      }}
      next={t(m('plan.next'))}
      who={isOwn ? localised(plan.home_names, language).text : host}
    />
  )
}

interface Planned {
  courses: PlannedCourse[]
  found: LineEvaluation | SetEvaluation
}

/** The courses in the order of the choice; those that only count together stand together. */
function groups({ courses, evaluation }: EvaluatedPlan): Planned[] {
  const byId = new Map(courses.map((course) => [course.id, course]))
  return evaluation!.lines.flatMap((line): Planned[] => {
    if (line.setId === null) return [{ courses: [byId.get(line.lineId)!], found: line }]
    const set = evaluation!.sets.find(({ id }) => id === line.setId)
    if (!set || set.lineIds[0] !== line.lineId) return []
    return [{ courses: set.lineIds.map((id) => byId.get(id)!), found: set }]
  })
}

function Courses(props: PlanPageProps) {
  const { call, plan, evaluated } = props
  const { t, language } = call
  const { totals } = evaluated.evaluation!
  const host = Fraction.sum(evaluated.courses.map(({ credit }) => credit ?? Fraction.zero))
  return (
    <Comparison
      language={language}
      fromLabel={localised(plan.host_names, language).text}
      toLabel={localised(plan.home_names, language).text}
      rows={groups(evaluated).map((group) => rowOf(group, props))}
      totals={{
        from: t(m('plan.total-host', { credit: credits(host, language) })),
        to: (
          <>
            <strong>
              {t(m('plan.would-count', { credit: credits(totals.recognised, language) }))}
            </strong>
            {totals.allowance && (
              <>
                <br />
                <span class="quiet">
                  {t(m('plan.allowance', { credit: credits(totals.allowance, language) }))}
                </span>
              </>
            )}
          </>
        ),
      }}
    />
  )
}

function rowOf({ courses, found }: Planned, props: PlanPageProps): ComparisonRow {
  const { t, language } = props.call
  const credit = courses.some((course) => course.credit === null)
    ? null
    : Fraction.sum(courses.map((course) => course.credit!))
  const all = toldOf(found, props)
  const against = found.verdict === 'refused' ? 'harm' : 'attention'
  const gist = all.find(({ tone }) => tone === against)
  const instead = props.evaluated.instead.get('lineIds' in found ? found.id : found.lineId)
  return {
    id: `course-${courses[0]!.id}`,
    from: courses.map((course) => {
      const title = titleOf(course.titles, language)
      return {
        title: title.text,
        titleLanguage: title.language,
        code: course.code,
        credit: creditText(course.credit, language),
        detail: detailOf(course, props.call),
      }
    }),
    to: homeCoursesSide(found.homeCourses, found.recordedGrade, language, found.verdict),
    noCounterpart: t(m('page.case.no-counterpart')),
    verdict: { tone: verdictTones[found.verdict], label: t(m(`plan.verdict.${found.verdict}`)) },
    creditMethod: creditMethodText({ engine: found, credit }, t, language),
    reasons: all,
    whatIfs: whatIfsOf(changesOf(found, props.evaluated), t, language, ofPlan),
    ...(found.verdict !== 'recognised' && gist ? { gist: gist.text } : {}),
    open: found.verdict !== 'recognised',
    ...(instead || props.mayEdit
      ? {
          below: (
            <>
              {instead && <Instead {...props} instead={instead} />}
              {props.mayEdit && (
                <ButtonGroup>
                  {courses.map((course) => (
                    <Remove key={course.id} {...props} course={course} />
                  ))}
                </ButtonGroup>
              )}
            </>
          ),
        }
      : {}),
    ...(props.mayEdit
      ? {
          actions: courses.map((course) => <Learning key={course.id} {...props} course={course} />),
        }
      : {}),
  }
}

/** How and when a course would be taken, as far as it was said. */
function detailOf({ kind, term }: PlannedCourse, call: PlanPageProps['call']): string | undefined {
  const parts = [...(term ? [termText(call, term)] : []), ...(kind ? [kindName(call.t, kind)] : [])]
  return parts.length === 0 ? undefined : parts.join(' · ')
}

/** What would change what was found of a course, or of courses that count together; of what counts, nothing. */
function changesOf(found: LineEvaluation | SetEvaluation, { explanations }: EvaluatedPlan) {
  if (!explanations || found.verdict === 'recognised') return []
  const known =
    'lineIds' in found ? explanations.sets.get(found.id) : explanations.lines.get(found.lineId)
  return known ?? []
}

/** What is to be reached and brought home, then every reason that holds for a plan. */
function toldOf(found: Finding, { call, judges }: PlanPageProps) {
  const { t, language } = call
  const reasons = plannedReasons(found.reasons)
  const asked = [neededText(found, call), papersText(found, call)].flatMap((text) =>
    text ? [{ tone: 'info' as const, text }] : [],
  )
  return [
    ...asked,
    ...reasonsOf(
      { engine: { reasons, verdict: found.verdict } },
      t,
      (id) => nameOf(judges, id, language),
      plannedWords,
    ),
  ]
}

/** A plan has no transcript yet: what is missing is missing on the plan or in the catalogue. */
function plannedWords(key: Reason['key'], args: Record<string, Argument>): Message {
  if (key === 'reason.set.incomplete') return m('plan.set-incomplete', args)
  if (key === 'reason.credit.hours-from-scheme') return m('plan.hours-from-scheme', args)
  return m(key, args)
}

function neededText(found: Finding, { t }: Pick<Call, 't'>): string | null {
  const needed = neededGrade(found.reasons)
  if (!needed) return null
  return needed.host === null
    ? t(m('plan.needs-home', { home: needed.home }))
    : t(m('plan.needs', { host: needed.host, home: needed.home }))
}

function papersText(found: Finding, { t, language }: Pick<Call, 't' | 'language'>): string | null {
  const papers = neededPapers(found.reasons).map((evidence) => t(m('fact.evidence', { evidence })))
  return papers.length === 0
    ? null
    : t(m('plan.needs-papers', { papers: formatList(papers, language) }))
}

/** How and in which term a course would be taken, for whoever plans it: rules may ask something else of it then. */
function Learning({ call, plan, course, terms }: PlanPageProps & { course: PlannedCourse }) {
  const { t, href, language } = call
  return (
    <Fold summary={t(m('plan.kind-of', { code: course.code }))}>
      <Form
        action={href(`${planPath(plan)}/learning`)}
        csrf={call.frame.csrf}
        hidden={{ code: course.code }}
        inline
      >
        <Field
          kind="select"
          language={language}
          name="kind"
          noEmpty
          label={t(m('correction.field.kind'))}
          value={course.kind ?? 'course'}
          options={kindOptions(t)}
        />
        <Field
          kind="select"
          language={language}
          name="term"
          noEmpty
          label={t(m('plan.term'))}
          value={course.term ?? ''}
          options={termOptions(call, terms, course.term ?? null)}
        />
        <Button look="secondary" small>
          {t(m('plan.kind-save'))}
        </Button>
      </Form>
    </Fold>
  )
}

function Remove({ call, plan, course }: PlanPageProps & { course: PlannedCourse }) {
  const { t, href } = call
  return (
    <Form
      action={href(`${planPath(plan)}/removal`)}
      csrf={call.frame.csrf}
      hidden={{ code: course.code }}
      inline
    >
      <Button look="quiet-harm" small>
        {t(m('plan.remove', { code: course.code }))}
      </Button>
    </Form>
  )
}

function Add({ call, plan, typed, typedKind, terms, refusal }: PlanPageProps) {
  const { t, language, href } = call
  return (
    <Section title={t(m('plan.add'))}>
      <Form action={href(`${planPath(plan)}/courses`)} csrf={call.frame.csrf}>
        <Field
          kind="combobox"
          language={language}
          name="code"
          label={t(m('plan.course'))}
          hint={t(m('plan.course-hint'))}
          value={typed}
          valueLabel={typed}
          source={href('/recognition/courses/options', { organisation: plan.host_organisation_id })}
          error={refusal?.fields['code']}
          required
        />
        <Field
          kind="select"
          language={language}
          name="kind"
          noEmpty
          label={t(m('correction.field.kind'))}
          hint={t(m('plan.kind-hint'))}
          value={typedKind || 'course'}
          options={kindOptions(t)}
        />
        <Field
          kind="select"
          language={language}
          name="term"
          noEmpty
          label={t(m('plan.term'))}
          hint={t(m('plan.term-hint'))}
          value=""
          options={termOptions(call, terms, null)}
        />
        <Button icon="plus">{t(m('plan.add-button'))}</Button>
      </Form>
    </Section>
  )
}

function Further(props: PlanPageProps) {
  const { call, plan, evaluated, mayEdit } = props
  const { t, language } = call
  const columns: Column<FurtherCourse>[] = [
    {
      key: 'course',
      label: t(m('plan.course')),
      primary: true,
      cell: ({ course }) => (
        <>
          <CourseTitle titles={course.titles} language={language} />{' '}
          <span class="quiet unbroken">{course.code}</span>
        </>
      ),
    },
    {
      key: 'as',
      label: t(m('plan.counts-as')),
      cell: ({ found }) => (
        <>
          {found.homeCourses
            .map(({ code, title }) => `${titleOf(title, language).text} (${code})`)
            .join(', ') || t(m('plan.counts-together'))}{' '}
          <span class="quiet">{t(credits(found.homeCredit, language))}</span>
          <Fold summary={t(m('plan.further-why'))}>
            <ul>
              {toldOf(found, props).map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Fold>
        </>
      ),
    },
    ...(mayEdit ? [addColumn<FurtherCourse>({ call, plan }, ({ course }) => [course.code])] : []),
  ]
  return (
    <Section title={t(m('plan.further'))} lead={t(m('plan.further-lead'))}>
      <PhoneFold
        open={evaluated.courses.length === 0}
        summary={t(m('plan.further-show', { count: evaluated.further.length }))}
      >
        <Table
          language={language}
          caption={t(m('plan.further'))}
          captionHidden
          columns={columns}
          rows={evaluated.further}
          rowKey={({ course }) => course.id}
        />
      </PhoneFold>
    </Section>
  )
}
