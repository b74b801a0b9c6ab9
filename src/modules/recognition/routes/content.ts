import { z } from 'zod'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { fileKinds, receiveFile, type ReceivedFile, streamFile } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route, typedValues } from '#kernel/http'
import { addDays, dateInZone, Fraction, isUuid, languages, localised } from '#kernel/values'
import { type Option, renderPage } from '#ui'
import { linesOfDescription, writeTopics } from '../formats/topics.ts'
import { m } from '../messages/index.ts'
import { ComparisonPage, ComparisonsPage } from '../pages/content-comparison.tsx'
import { AskFields, TopicFormPage } from '../pages/content-forms.tsx'
import { JudgeComparisonPage } from '../pages/content-judge.tsx'
import { ContentLinePage } from '../pages/content-line.tsx'
import { shareWords } from '../pages/content-words.ts'
import { caseById, type CasePageRow, isLineOf } from '../queries/cases.ts'
import {
  type ComparisonRow,
  comparisonById,
  coursesKey,
  filesOfComparison,
  type LineContent,
  lineContent,
  listComparisons,
  type NamedCourse,
  usesOfComparison,
  versionsOf,
} from '../queries/content.ts'
import { questionById, questionsOfLine } from '../queries/content-questions.ts'
import { courseByCode } from '../queries/courses.ts'
import { extents } from '../rules/content-share.ts'
import { changeTopics, judgeComparison, startComparison } from '../service/compare-content.ts'
import { askQuestion, withdrawQuestion } from '../service/content-questions.ts'
import { type ContentEvidence, useContentEvidence } from '../service/use-content.ts'
import { shown } from './shown-refusal.ts'
import { shareField, typedDayField } from './fields.ts'
import { shownInPage } from './shown-file.ts'

const line = '/recognition/cases/:id/lines/:line'
const comparison = '/recognition/comparisons/:id'
const evaluate = { action: 'recognition.case.evaluate', load: loadLine } as const
const pageSize = 25
const megabyte = 1024 * 1024

/** What is known of a line's content, comparisons of syllabi, and questions to those who know the field. */
export const contentRoutes: readonly Route[] = [
  page<CasePageRow>('GET', `${line}/content`, {
    ...evaluate,
    handle: (call) => contentPage(call, null),
  }),
  page<CasePageRow>('POST', `${line}/content`, { ...evaluate, handle: use }),
  page<CasePageRow>('GET', `${line}/comparisons`, {
    ...evaluate,
    handle: (call) => startPage(call, null, null),
  }),
  page<CasePageRow>('POST', `${line}/comparisons`, {
    ...evaluate,
    maxBytes: 24 * megabyte,
    perMinute: 60,
    handle: start,
  }),
  page<CasePageRow>('GET', `${line}/questions`, {
    ...evaluate,
    handle: (call) => askPage(call, null, null),
  }),
  page<CasePageRow>('POST', `${line}/questions`, { ...evaluate, perMinute: 60, handle: ask }),
  page<CasePageRow>('POST', '/recognition/questions/:id/withdrawal', {
    action: 'recognition.case.evaluate',
    load: caseOfQuestion,
    handle: withdraw,
  }),
  page('GET', '/recognition/comparisons', {
    action: 'recognition.content.list',
    handle: comparisonsPage,
  }),
  page<ComparisonRow>('GET', comparison, {
    action: 'recognition.content.list',
    load: loadComparison,
    handle: comparisonPage,
  }),
  page<ComparisonRow>('GET', `${comparison}/files/:file`, {
    action: 'recognition.content.list',
    load: loadComparison,
    handle: file,
  }),
  page<ComparisonRow>('GET', `${comparison}/judgement`, {
    action: 'recognition.content.compare',
    load: loadComparison,
    handle: (call) => judgePage(call, null),
  }),
  page<ComparisonRow>('POST', `${comparison}/judgement`, {
    action: 'recognition.content.compare',
    load: loadComparison,
    handle: judge,
  }),
  page<ComparisonRow>('GET', `${comparison}/topics`, {
    action: 'recognition.content.compare',
    load: loadComparison,
    handle: (call) => topicsPage(call, null),
  }),
  page<ComparisonRow>('POST', `${comparison}/topics`, {
    action: 'recognition.content.compare',
    load: loadComparison,
    handle: saveTopics,
  }),
]

function loadComparison(work: Work, params: Record<string, string>) {
  return comparisonById(work, params['id'] ?? '')
}

/** The case, where the line of the address is one of its own. */
async function loadLine(work: Work, params: Record<string, string>): Promise<CasePageRow | null> {
  const found = await caseById(work, params['id'] ?? '')
  const id = params['line'] ?? ''
  if (!found || !isUuid(id)) return null
  return (await isLineOf(work, id, found.id)) ? found : null
}

async function caseOfQuestion(
  work: Work,
  params: Record<string, string>,
): Promise<CasePageRow | null> {
  const found = await questionById(work, params['id'] ?? '')
  return found && caseById(work, found.case_id)
}

async function contentOf(call: Call<CasePageRow>): Promise<LineContent> {
  const content = await lineContent(call.work, call.object, { lineId: call.params['line'] ?? '' })
  if (!content) throw new Error('The line was there a moment ago')
  return content
}

function pathOf(call: Call<CasePageRow>): string {
  return `/recognition/cases/${call.object.id}/lines/${call.params['line']}`
}

async function contentPage(call: Call<CasePageRow>, refusal: Refusal | null): Promise<Answer> {
  const { object: found, work } = call
  const content = await contentOf(call)
  const pair = {
    home: found.home_organisation_id,
    host: found.host_organisation_id,
    hostKey: coursesKey(content.hostCourses),
    homeKey: coursesKey(content.homeCourses),
  }
  const html = renderPage(
    ContentLinePage({
      call,
      found,
      content,
      comparisons: (await listComparisons(work, { pair })).comparisons,
      questions: await questionsOfLine(work, found.id, content.line.position),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function use(call: Call<CasePageRow>): Promise<Answer> {
  const [kind = '', id = ''] = (call.form.values['evidence']?.[0] ?? '').split(':')
  if (!isUuid(id) || !['comparison', 'question'].includes(kind)) {
    return contentPage(call, refuse(422, m('content.refusal.no-evidence')))
  }
  const evidence: ContentEvidence = kind === 'question' ? { questionId: id } : { comparisonId: id }
  const input = { caseId: call.object.id, lineId: call.params['line'] ?? '', evidence }
  const used = await call.perform((work) => useContentEvidence(work, input))
  if (isRefused(used)) return contentPage(call, used)
  const percent = used.share.multiply(Fraction.of(100)).toDecimal(2)
  if (used.equivalence) {
    return call.redirect(`/recognition/cases/${call.object.id}`, m('content.used', { percent }))
  }
  return { kind: 'redirect', to: call.href(pathOf(call), { share: used.share.toString() }) }
}

/** Both syllabi as their catalogues describe the courses, to begin from. */
async function describedTopics(call: Call<CasePageRow>, content: LineContent) {
  const { work, object: found } = call
  const described = async (organisationId: string, courses: readonly NamedCourse[]) => {
    const lines: string[] = []
    for (const { code } of courses) {
      const course = await courseByCode(work, organisationId, code)
      if (course) lines.push(linesOfDescription(localised(course.descriptions, call.language).text))
    }
    return lines.filter((text) => text !== '').join('\n')
  }
  return {
    homeTopics: await described(found.home_organisation_id, content.homeCourses),
    hostTopics: await described(found.host_organisation_id, content.hostCourses),
  }
}

function formParts(call: Call<CasePageRow>, content: LineContent) {
  const { object: found, language, t } = call
  return {
    call,
    back: {
      href: call.href(`${pathOf(call)}/content`),
      label: t(m('content.line.title', { code: content.line.code })),
    },
    homeName: localised(found.home_names, language).text,
    hostName: localised(found.host_names, language).text,
    homeCourses: content.homeCourses,
    hostCourses: content.hostCourses,
  }
}

async function startPage(
  call: Call<CasePageRow>,
  typed: Record<string, string> | null,
  refusal: Refusal | null,
): Promise<Answer> {
  const content = await contentOf(call)
  const html = renderPage(
    TopicFormPage({
      ...formParts(call, content),
      title: call.t(m('content.compare')),
      lead: call.t(m('content.compare.lead')),
      action: call.href(`${pathOf(call)}/comparisons`),
      values: typed ?? (await describedTopics(call, content)),
      refusal: refusal && shown(call, refusal),
      files: true,
      submit: call.t(m('content.compare.submit')),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function start(call: Call<CasePageRow>): Promise<Answer> {
  const typed = typedValues(call)
  const files = await syllabi(call)
  if ('refusal' in files) return startPage(call, typed, files)
  const content = await contentOf(call)
  const started = await call.perform((work) =>
    startComparison(work, {
      homeOrganisationId: call.object.home_organisation_id,
      hostOrganisationId: call.object.host_organisation_id,
      hostCourses: content.hostCourses.map(({ code }) => code),
      homeCourses: content.homeCourses.map(({ code }) => code),
      hostTitles: content.hostCourses,
      hostTopics: typed['hostTopics'] ?? '',
      homeTopics: typed['homeTopics'] ?? '',
      line: { caseId: call.object.id, position: content.line.position },
      files,
    }),
  )
  if (isRefused(started)) return startPage(call, typed, started)
  return call.redirect(`/recognition/comparisons/${started.comparisonId}/judgement`)
}

/** The syllabi that came with the form, checked and stored. */
async function syllabi(
  call: Call,
): Promise<{ side: 'host' | 'home'; file: ReceivedFile }[] | Refusal> {
  const files: { side: 'host' | 'home'; file: ReceivedFile }[] = []
  for (const side of ['home', 'host'] as const) {
    const upload = call.form.uploads[`${side}File`]?.find((each) => each.bytes.length > 0)
    if (!upload) continue
    const file = await receiveFile(call.services.blobs, upload, {
      allow: ['pdf', 'docx', 'text', 'jpeg', 'png', 'webp'],
      maxBytes: 10 * megabyte,
      maxPixels: 60_000_000,
    })
    if (isRefused(file)) return { ...file, fields: { [`${side}File`]: file.message } }
    files.push({ side, file })
  }
  return files
}

async function askPage(
  call: Call<CasePageRow>,
  typed: Record<string, string> | null,
  refusal: Refusal | null,
): Promise<Answer> {
  const { t, language, object: found } = call
  const content = await contentOf(call)
  const shares = sharesFor(call, content.required)
  const today = dateInZone(call.now, found.home_time_zone)
  const values = typed ?? {
    ...(await topicsSoFar(call, content)),
    language,
    dueOn: addDays(today, 7),
    threshold: shares[0]?.value ?? '3/4',
  }
  const shownRefusal = refusal && shown(call, refusal)
  const html = renderPage(
    TopicFormPage({
      ...formParts(call, content),
      title: t(m('content.ask')),
      lead: t(m('content.ask.lead')),
      action: call.href(`${pathOf(call)}/questions`),
      values,
      refusal: shownRefusal,
      submit: t(m('content.ask.submit')),
      children: AskFields({ call, values, refusal: shownRefusal, languages, shares }),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** What has been noted of both syllabi in the latest comparison of these courses, or else the catalogues' words. */
async function topicsSoFar(call: Call<CasePageRow>, content: LineContent) {
  const { object: found } = call
  const { comparisons } = await listComparisons(call.work, {
    pair: {
      home: found.home_organisation_id,
      host: found.host_organisation_id,
      hostKey: coursesKey(content.hostCourses),
      homeKey: coursesKey(content.homeCourses),
    },
    pageSize: 1,
  })
  const [latest] = comparisons
  return latest ? topicsText(latest) : describedTopics(call, content)
}

function topicsText({ document }: ComparisonRow) {
  const { unit, home, host } = document
  return {
    homeTopics: writeTopics({ topics: home.topics, unit }),
    hostTopics: writeTopics({ topics: host.topics, unit: unit ?? 'hours' }),
  }
}

function sharesFor(call: Call, required: Fraction | null): Option[] {
  const usual = ['3/4', '2/3', '1/2', '4/5'].map((text) => Fraction.parse(text)!)
  const all = required ? [required, ...usual.filter((each) => !each.equals(required))] : usual
  return all.map((share) => ({
    value: share.toString(),
    label: call.t(shareWords(share, call.language)),
  }))
}

const askForm = z.object({
  name: z.string().max(200).default(''),
  address: z.string().trim().max(254).default(''),
  language: z.enum(languages),
  dueOn: typedDayField,
  threshold: shareField,
  note: z.string().max(1000).default(''),
  hostTopics: z.string().max(30_000).default(''),
  homeTopics: z.string().max(30_000).default(''),
})

async function ask(call: Call<CasePageRow>): Promise<Answer> {
  const typed = typedValues(call)
  const input = call.read(askForm)
  if (isRefused(input)) return askPage(call, typed, input)
  const asked = await call.perform((work) =>
    askQuestion(work, {
      ...input,
      caseId: call.object.id,
      lineId: call.params['line'] ?? '',
      threshold: input.threshold ?? Fraction.of(3, 4),
    }),
  )
  if (isRefused(asked)) return askPage(call, typed, asked)
  return call.redirect(`${pathOf(call)}/content`, m('content.asked', { name: input.name }))
}

async function withdraw(call: Call<CasePageRow>): Promise<Answer> {
  const id = call.params['id'] ?? ''
  const question = await questionById(call.work, id)
  const content =
    question && (await lineContent(call.work, call.object, { position: question.line_position }))
  const back = `/recognition/cases/${call.object.id}/lines/${content?.line.id ?? ''}/content`
  const result = await call.perform((work) => withdrawQuestion(work, id))
  return call.redirect(back, isRefused(result) ? result.message : m('content.withdrawn'))
}

async function comparisonsPage(call: Call): Promise<Answer> {
  const number = pageNumber(call)
  const { comparisons, total } = await listComparisons(call.work, { page: number, pageSize })
  const html = renderPage(ComparisonsPage({ call, comparisons, total, page: number, pageSize }))
  return { kind: 'html', html }
}

async function comparisonPage(call: Call<ComparisonRow>): Promise<Answer> {
  const { object: found, work } = call
  const owner = found.case_id === null ? null : await caseById(work, found.case_id)
  const mayWork = owner !== null && call.may('recognition.case.evaluate', owner)
  const content =
    owner && mayWork
      ? await lineContent(work, owner, { position: found.line_position ?? -1 })
      : null
  const uses = await usesOfComparison(work, found.id)
  const html = renderPage(
    ComparisonPage({
      call,
      comparison: found,
      versions: await versionsOf(work, found.id),
      files: await filesOfComparison(work, found.id),
      uses: uses.map((each) => ({ at: each.used_at, number: each.number })),
      line:
        owner && content
          ? call.href(`/recognition/cases/${owner.id}/lines/${content.line.id}/content`)
          : null,
      mayJudge: call.may('recognition.content.compare', found),
    }),
  )
  return { kind: 'html', html }
}

async function file(call: Call<ComparisonRow>): Promise<Answer> {
  const files = await filesOfComparison(call.work, call.object.id)
  const wanted = files.find(({ id }) => id === call.params['file'])
  if (!wanted) return { kind: 'absent' }
  const found = await streamFile(call.work, call.services.blobs, wanted.file_id)
  if (!found || isRefused(found)) return { kind: 'absent' }
  const { kind, name } = found.file
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds[kind].mediaType,
    name,
    ...(['pdf', 'jpeg', 'png', 'webp'].includes(kind) ? shownInPage : {}),
  }
}

async function judgePage(call: Call<ComparisonRow>, refusal: Refusal | null): Promise<Answer> {
  const { object: found } = call
  const { topics } = found.document.home
  const sent = refusal ? call.form.values : null
  const html = renderPage(
    JudgeComparisonPage({
      call,
      comparison: found,
      extent: (index) =>
        sent ? (sent[`extent-${index}`]?.[0] ?? '') : (topics[index]?.extent ?? ''),
      hostTopics: (index) =>
        sent ? (sent[`host-${index}`] ?? []) : (topics[index]?.hostTopics ?? []).map(String),
      note: sent ? (sent['note']?.[0] ?? '') : found.document.note,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function judge(call: Call<ComparisonRow>): Promise<Answer> {
  const { object: found } = call
  const { values } = call.form
  const judged = await call.perform((work) =>
    judgeComparison(work, {
      comparisonId: found.id,
      version: Number.parseInt(values['version']?.[0] ?? '', 10),
      note: values['note']?.[0] ?? '',
      topics: found.document.home.topics.map((_topic, index) => ({
        extent: extents.find((each) => each === values[`extent-${index}`]?.[0]) ?? null,
        hostTopics: (values[`host-${index}`] ?? []).map((text) => Number.parseInt(text, 10)),
      })),
    }),
  )
  if (isRefused(judged)) return judgePage(call, judged)
  return call.redirect(`/recognition/comparisons/${found.id}`, m('content.judged'))
}

async function topicsPage(call: Call<ComparisonRow>, refusal: Refusal | null): Promise<Answer> {
  const { object: found, language, t } = call
  const html = renderPage(
    TopicFormPage({
      call,
      title: t(m('content.change-topics')),
      lead: t(m('content.change-topics.lead')),
      back: {
        href: call.href(`/recognition/comparisons/${found.id}`),
        label: t(m('content.comparison')),
      },
      action: call.href(`/recognition/comparisons/${found.id}/topics`),
      hidden: { version: String(found.version) },
      homeName: localised(found.homeNames, language).text,
      hostName: localised(found.hostNames, language).text,
      homeCourses: found.document.home.courses,
      hostCourses: found.document.host.courses,
      values: refusal ? typedValues(call) : topicsText(found),
      refusal: refusal && shown(call, refusal),
      submit: t(m('content.compare.submit')),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function saveTopics(call: Call<ComparisonRow>): Promise<Answer> {
  const typed = typedValues(call)
  const changed = await call.perform((work) =>
    changeTopics(work, {
      comparisonId: call.object.id,
      version: Number.parseInt(typed['version'] ?? '', 10),
      hostTopics: typed['hostTopics'] ?? '',
      homeTopics: typed['homeTopics'] ?? '',
    }),
  )
  if (isRefused(changed)) return topicsPage(call, changed)
  return call.redirect(`/recognition/comparisons/${call.object.id}/judgement`)
}
