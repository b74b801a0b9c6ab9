import type { Call } from '#kernel/http'
import { formatList, type Language } from '#kernel/values'
import { Button, type Column, Form, type Option, Section, Table } from '#ui'
import { m } from '../messages/index.ts'
import { termText } from './term-words.ts'
import type { PlanRow } from '../queries/plans.ts'
import type { RecordedCourse } from '../rules/types.ts'
import type { FurtherCourse, FurtherSet } from '../service/evaluate-plan.ts'
import { CourseTitle } from './courses.tsx'
import { credits, creditText, titleOf } from './words.ts'

interface OffersProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  plan: PlanRow
  mayEdit: boolean
}

/** Another course in the place of one that would not count, with what it would count as and the way to it. */
export function Instead({
  call,
  plan,
  mayEdit,
  instead,
}: OffersProps & { instead: FurtherCourse }) {
  const { t, language } = call
  const { course, found } = instead
  const credit = t(credits(found.homeCredit, language))
  return (
    <>
      <p>
        {t(
          m('plan.instead', {
            course: `${titleOf(course.titles, language).text} (${course.code})`,
            credit,
            homes: homesText(found.homeCourses, language),
          }),
        )}
      </p>
      {mayEdit && <AddToPlan call={call} plan={plan} codes={[course.code]} />}
    </>
  )
}

/** The column from which courses are added to a plan, for whoever may change it. */
export function addColumn<Row>(
  { call, plan }: Pick<OffersProps, 'call' | 'plan'>,
  codesOf: (row: Row) => string[],
): Column<Row> {
  return {
    key: 'add',
    label: call.t(m('plan.add')),
    kind: 'actions',
    cell: (row) => <AddToPlan call={call} plan={plan} codes={codesOf(row)} />,
  }
}

/** Adds one course, or several that count only together. */
function AddToPlan({
  call: { t, href, frame },
  plan,
  codes,
}: Pick<OffersProps, 'call' | 'plan'> & { codes: string[] }) {
  const [code, ...others] = codes
  const isSet = others.length > 0
  return (
    <Form
      action={href(`/recognition/plans/${plan.id}/courses`)}
      csrf={frame.csrf}
      hidden={isSet ? { codes: JSON.stringify(codes) } : { code: code! }}
      inline
    >
      <Button look="secondary" small>
        {t(
          isSet
            ? m('plan.add-set', { codes: codes.join(' + ') })
            : m('plan.add-one', { code: code! }),
        )}
      </Button>
    </Form>
  )
}

function homesText(courses: readonly RecordedCourse[], language: Language): string {
  return formatList(
    courses.map(({ code, title }) => `${titleOf(title, language).text} (${code})`),
    language,
  )
}

/** Courses of the host that count only together: each set with what it would count as. */
export function FurtherSets({
  call,
  plan,
  mayEdit,
  sets,
}: OffersProps & { sets: readonly FurtherSet[] }) {
  const { t, language } = call
  const columns: Column<FurtherSet>[] = [
    {
      key: 'courses',
      label: t(m('plan.course')),
      primary: true,
      cell: ({ courses }) =>
        courses.map((course) => (
          <p key={course.id}>
            {course.code} <CourseTitle titles={course.titles} language={language} />
          </p>
        )),
    },
    {
      key: 'as',
      label: t(m('plan.counts-as')),
      cell: ({ found }) => homesText(found.homeCourses, language),
    },
    {
      key: 'credit',
      label: t(m('plan.home-credit')),
      kind: 'number',
      cell: ({ found }) => creditText(found.homeCredit, language),
    },
    ...(mayEdit
      ? [addColumn<FurtherSet>({ call, plan }, ({ courses }) => courses.map(({ code }) => code))]
      : []),
  ]
  return (
    <Section title={t(m('plan.sets'))} lead={t(m('plan.sets-lead'))}>
      <Table
        language={language}
        caption={t(m('plan.sets'))}
        captionHidden
        columns={columns}
        rows={sets}
        rowKey={({ courses }) => courses.map(({ id }) => id).join(' ')}
      />
    </Section>
  )
}

/** The terms that a plan offers, with the one that a course has. */
export function termOptions(
  call: Pick<Call, 't' | 'language'>,
  terms: readonly string[],
  chosen: string | null,
): Option[] {
  const all = chosen === null || terms.includes(chosen) ? terms : [chosen, ...terms]
  return [
    { value: '', label: call.t(m('plan.term-open')) },
    ...all.map((value) => ({ value, label: termText(call, value) })),
  ]
}
