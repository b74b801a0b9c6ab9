import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import { formatNumber, isUuid, localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { CoursePage } from '../pages/course.tsx'
import { CoursesPage } from '../pages/courses.tsx'
import type { ElsewhereProps } from '../pages/elsewhere.tsx'
import { titleOf } from '../pages/words.ts'
import {
  catalogueOwners,
  courseByCode,
  type CourseDetail,
  courseOptions,
  listCourses,
  unitNamesOf,
} from '../queries/courses.ts'
import { equivalencesOfCourse } from '../queries/equivalences.ts'
import { approximately } from '../queries/suggestion-models.ts'
import { suggestHomeCourses } from '../service/suggest-courses.ts'

const pageSize = 50

/** The pages of courses, and the answers of the boxes in which one is chosen. */
export const courseRoutes: readonly Route[] = [
  page('GET', '/recognition/courses', { action: 'recognition.course.list', handle: coursesPage }),
  page('GET', '/recognition/courses/options', {
    action: 'recognition.course.list',
    perMinute: 600,
    handle: options,
  }),
  page<CourseDetail & Record<string, unknown>>('GET', '/recognition/courses/:organisation/:code', {
    action: 'recognition.course.list',
    load: (work, params) =>
      courseByCode(work, params['organisation'] ?? '', params['code'] ?? '') as Promise<
        (CourseDetail & Record<string, unknown>) | null
      >,
    handle: coursePage,
  }),
]

async function coursesPage(call: Call): Promise<Answer> {
  const { language, query } = call
  const organisation = query.get('organisation') ?? ''
  const filter = {
    organisationId: isUuid(organisation) ? organisation : '',
    search: (query.get('q') ?? '').trim().slice(0, 200),
    unit: (query.get('unit') ?? '').slice(0, 700),
    page: pageNumber(call),
  }
  const { courses, total } = await listCourses(call.work, { ...filter, pageSize })
  const owners = await catalogueOwners(call.work)
  const units = await unitNamesOf(call.work, filter.organisationId || nobody)
  const html = renderPage(
    CoursesPage({
      call,
      courses,
      total,
      filter,
      pageSize,
      owners: sortByText(
        owners.map((owner) => ({ value: owner.id, label: localised(owner.names, language).text })),
        language,
        (each) => each.label,
      ),
      units,
      mayImport: call.may('recognition.catalogue.open'),
    }),
  )
  return { kind: 'html', html }
}

/** Asked for its units, so that a list without an institution costs as many queries as one with. */
const nobody = '00000000-0000-0000-0000-000000000000'

async function options(call: Call): Promise<Answer> {
  const courses = await courseOptions(call.work, {
    organisationId: call.query.get('organisation') ?? '',
    search: (call.query.get('q') ?? '').trim(),
  })
  const data = courses.map((course) => ({
    value: course.code,
    label: `${course.code} · ${titleOf(course.titles, call.language).text}`,
    hint: course.credit
      ? call.t(
          m('page.credits', {
            credit: formatNumber(course.credit, call.language, 3),
            count: Number(course.credit.toDecimal(3)),
          }),
        )
      : call.t(m('course.no-credit')),
  }))
  return { kind: 'json', data }
}

async function coursePage(call: Call<CourseDetail & Record<string, unknown>>): Promise<Answer> {
  const course = call.object
  const mayList = call.may('recognition.equivalence.open')
  const html = renderPage(
    CoursePage({
      call,
      course,
      equivalences: mayList
        ? await equivalencesOfCourse(call.work, course.organisationId, course.code)
        : null,
      elsewhere: await elsewhereOf(call, course),
    }),
  )
  return { kind: 'html', html }
}

const mostElsewhere = 5

/** What the course would be at the institution that the address names, for the page of the course. */
async function elsewhereOf(call: Call, course: CourseDetail): Promise<ElsewhereProps> {
  const owners = (await catalogueOwners(call.work)).filter(
    (owner) => owner.id !== course.organisationId,
  )
  const at = owners.find((owner) => owner.id === call.query.get('at'))
  const institutions = owners.map((owner) => ({
    value: owner.id,
    label: localised(owner.names, call.language).text,
  }))
  const host = {
    institution: course.organisationId,
    code: course.code,
    titles: course.titles,
    credit: approximately(course.credit?.toString() ?? null),
  }
  return {
    call,
    course,
    institutions: sortByText(institutions, call.language, (each) => each.label),
    chosen: at
      ? {
          id: at.id,
          names: at.names,
          mayJudge: call.may('recognition.equivalence.edit', {
            home_organisation_id: at.id,
            degree_programme_id: null,
          }),
          suggestions: await suggestHomeCourses(call.work, {
            homeOrganisationId: at.id,
            hosts: [host],
            most: mostElsewhere,
          }),
        }
      : null,
  }
}
