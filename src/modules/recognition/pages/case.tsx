import {
  dateInZone,
  displayName,
  formatDate,
  Fraction,
  formatYear,
  type Language,
  localised,
  relativeDays,
  withAside,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Comparison,
  type ComparisonRow,
  type Content,
  ErrorSummary,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Stack,
  Typed,
} from '#ui'
import { issuerFit } from '../issuer.ts'
import { m } from '../messages/index.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import { groupsOf, homeCoursesSide, type LineGroup, setRow } from './case-sets.tsx'
import { CaseLinks } from './case-links.tsx'
import { Decision, Postings, Story, Withdrawal } from './case-parts.tsx'
import type { CasePageProps } from './case-props.ts'
import { stateOf } from './cases.tsx'
import { Conversation, LineTalk } from './conversation.tsx'
import { correctionLines } from './correction-words.ts'
import { HolderNotice } from './holder-notice.tsx'
import { IssuerNotice } from './issuer-notice.tsx'
import { LineSuggestions } from './line-suggestions.tsx'
import { CaseAuthenticity, CaseSignature } from './case-signature.tsx'
import { UndoNotice } from './undo-notice.tsx'
import { PrecedentActions, precedentReasons, precedentsOf } from './precedents.tsx'
import {
  credits,
  creditMethodText,
  creditText,
  gradeMethodText,
  nameOf,
  reasonsOf,
  titleOf,
  verdictMessage,
  verdictTones,
} from './words.ts'
import { whatIfsOf } from './what-ifs.ts'

/** A case: the strip, the two columns with their reasons, the decision, the story. */
export function CasePage(props: CasePageProps) {
  const { call, found } = props
  const { t, language, href } = call
  const student = displayName(found.student, language)
  return (
    <Page
      frame={call.frame}
      title={`${found.number} ${student}`}
      wide
      trail={
        props.may.list
          ? [{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }]
          : []
      }
      alert={
        props.refusal && (
          <ErrorSummary
            language={language}
            message={props.refusal.message}
            fields={props.refusal.fields}
          />
        )
      }
    >
      <Stack gap="wide">
        <Strip {...props} />
        {found.state === 'decided' && (
          <UndoNotice call={call} found={found} mayRetract={props.may.retract} />
        )}
        <Provenance {...props} />
        <Comparison
          language={language}
          fromLabel={localised(found.host_names, language).text}
          toLabel={localised(found.home_names, language).text}
          rows={groupsOf(props.lines).map((group) => ({
            ...groupRow(group, props),
            notes: <LineNotes {...props} lines={group.lines} />,
          }))}
          totals={totalsOf(props)}
        />
        <CaseAuthenticity {...props} />
        <CaseLinks call={call} caseId={found.id} />
        {props.may.decide && <Decision {...props} />}
        <Postings {...props} />
        <CaseTalk {...props} />
        <Story {...props} />
        {props.may.withdraw && <Withdrawal {...props} />}
      </Stack>
    </Page>
  )
}

function CaseTalk({ call, found, lines, around, typed, reader, may, refusal }: CasePageProps) {
  if (may.talk === null) return null
  return (
    <Conversation
      call={call}
      found={found}
      lines={lines}
      comments={around.comments}
      reader={reader}
      as={may.talk}
      colleagues={around.colleagues
        .filter(({ id }) => id !== reader)
        .map(({ id, name }) => ({ value: id, label: displayName(name, call.language) }))}
      values={Object.fromEntries(
        Object.entries(typed).map(([name, value]) => [name, [value].flat()[0] ?? '']),
      )}
      mentioned={[typed['mention'] ?? []].flat()}
      errors={refusal?.fields ?? {}}
    />
  )
}

/** What an evaluator must know of where the transcript came from; the student knows it. */
function Provenance({ call, found, differences, isOwn, may, signature }: CasePageProps) {
  const { t, language } = call
  const namesOther = !isOwn && issuerFit(found.issuer, found.host) === 'other'
  const byStudent = found.state === 'open' && found.brought_in_by === found.person_id && !isOwn
  if (differences.length === 0 && !byStudent && !namesOther && !signature) return null
  return (
    <Stack gap="tight">
      <HolderNotice
        call={call}
        holder={found.holder}
        student={displayName(found.student, language)}
        differences={differences}
      />
      {namesOther && <IssuerNotice call={call} found={found} mayConfirm={may.evaluate} />}
      {signature && <CaseSignature call={call} found={found} signature={signature} may={may} />}
      {byStudent && (
        <Notice tone="attention" title={t(m('page.case.by-student'))}>
          {t(m('page.case.by-student-hint'))}
        </Notice>
      )}
    </Stack>
  )
}

function Strip({ call, found, may, isOwn }: CasePageProps) {
  const { t, language, href } = call
  const today = dateInZone(call.now, found.home_time_zone)
  const state = stateOf(
    { state: found.state, dueOn: found.due_on, linesOpen: found.lines_open },
    today,
  )
  const detail = m('page.case.detail', {
    programme: localised(found.programme_names, language).text,
    number: found.student_number,
    year: formatYear(found.intake_year, language),
  })
  const statementHref = href(`/recognition/cases/${found.id}/statement`)
  return (
    <ObjectStrip
      language={language}
      kind={t(m('page.case.kind', { number: found.number }))}
      title={displayName(found.student, language)}
      detail={t(detail)}
      state={{ tone: state.tone, label: t(state.label) }}
      next={t(nextOf(found, may.decide, isOwn))}
      who={
        found.state === 'open'
          ? t(m('page.case.who.evaluators', { home: localised(found.home_names, language).text }))
          : found.decider && displayName(found.decider, language)
      }
      until={
        found.state === 'open' && found.due_on
          ? withAside(
              formatDate(found.due_on, language),
              relativeDays(found.due_on, today, language),
              language,
            )
          : undefined
      }
      late={found.state === 'open' && found.due_on !== null && found.due_on < today}
      actions={
        <ButtonGroup>
          {may.statement && (
            <ButtonLink href={statementHref} icon="download">
              {t(m('page.case.statement'))}
            </ButtonLink>
          )}
          <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/documents`)}>
            {t(m('documents.link'))}
          </ButtonLink>
          {(found.scan_file_id ?? found.file_id) && (
            <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/original`)}>
              {t(m('page.case.original'))}
            </ButtonLink>
          )}
          {may.journey && (
            <ButtonLink look="secondary" href={href(`/people/${found.person_id}/journey`)}>
              {t(m('page.case.journey'))}
            </ButtonLink>
          )}
          {may.evaluate && (
            <Form
              action={href(`/recognition/cases/${found.id}/evaluation`)}
              csrf={call.frame.csrf}
              inline
            >
              <Button look="secondary">{t(m('page.case.evaluate'))}</Button>
            </Form>
          )}
        </ButtonGroup>
      }
    />
  )
}

function nextOf(found: CasePageRow, mayDecide: boolean, isOwn: boolean) {
  if (found.state === 'decided') return m('page.case.next.decided')
  if (found.state === 'withdrawn') return m('page.case.next.withdrawn')
  if (!mayDecide) return m(isOwn ? 'page.case.next.student' : 'page.case.next.others')
  return found.lines_open > 0
    ? m('page.case.next.open', { count: found.lines_open })
    : m('page.case.next.ready')
}

function totalsOf({ call, found, lines, allowance }: CasePageProps): {
  from: Content
  to: Content
} {
  const { t, language } = call
  const host = Fraction.sum(
    lines.map((line) => Fraction.parse(line.credit ?? '0') ?? Fraction.zero),
  )
  return {
    from: t(m('page.case.total-host', { credit: credits(host, language) })),
    to: (
      <>
        <strong>
          {t(m('page.case.total-home', { credit: credits(found.recognised_credit, language) }))}
        </strong>
        {allowance && found.state === 'open' && (
          <>
            <br />
            <span class="quiet">
              {t(m('page.case.allowance', { credit: credits(allowance, language) }))}
            </span>
          </>
        )}
      </>
    ),
  }
}

function groupRow({ lines, set }: LineGroup, props: CasePageProps): ComparisonRow {
  if (set === null) return rowOf(lines[0]!, props)
  const { call, judges, may } = props
  const actions = lines.map((line) => <Actions key={line.id} line={line} named {...props} />)
  return setRow({ lines, set }, call, judges, {
    from: (line) => hostSide(line, props),
    verdict: { tone: verdictTones[set.verdict], label: call.t(verdictMessage(set.verdict)) },
    actions: may.evaluate || may.correct ? <>{actions}</> : undefined,
    open: set.verdict === 'needs-decision' && may.evaluate,
  })
}

function hostSide(line: CaseLine, props: CasePageProps): ComparisonRow['from'][number] {
  const { language } = props.call
  const title = titleOf(line.titles, language)
  return {
    title: title.text,
    titleLanguage: title.language,
    code: line.code,
    credit: creditText(line.credit, language),
    grade: line.grade ?? '–',
    detail: detailOf(line, props),
  }
}

function rowOf(line: CaseLine, props: CasePageProps): ComparisonRow {
  const { call, found, judges, may } = props
  const { t, language } = call
  const reasons: Told[] = reasonsOf(line, t, (id) => nameOf(judges, id, language))
  if (line.changedBy) {
    const by = { name: displayName(line.changedBy, language), reason: line.changeReason ?? '' }
    reasons.unshift({ tone: 'info', text: <Typed>{t(m('page.case.changed-by', by))}</Typed> })
  } else if (line.setPosition !== null) {
    reasons.unshift({ tone: 'attention', text: t(m('page.case.set-broken')) })
  }
  reasons.unshift(...correctionReasons(line, props))
  reasons.push(...precedentReasons(precedentsOf(line, props.precedents), call))
  return {
    id: `line-${line.position + 1}`,
    from: [hostSide(line, props)],
    to: homeSide(line, language),
    noCounterpart: t(m('page.case.no-counterpart')),
    verdict: { tone: verdictTones[line.verdict], label: t(verdictMessage(line.verdict)) },
    creditMethod: creditMethodText(line, t, language),
    gradeMethod: gradeMethodText(line, t),
    reasons,
    whatIfs: line.changedBy ? [] : whatIfsOf(line.whatIfs, t, language),
    gist: gistOf(line, reasons),
    open: line.verdict === 'needs-decision' && may.evaluate,
    below: <LineSuggestions call={call} found={found} line={line} suggested={props.suggested} />,
    actions: (may.evaluate || may.correct) && <Actions line={line} {...props} />,
  }
}

type Told = ComparisonRow['reasons'][number]

/** What was corrected, and that a verdict given before has not seen it. */
function correctionReasons(line: CaseLine, { call, found }: CasePageProps) {
  const { t, language } = call
  const said = line.corrections.map((each) => ({
    tone: 'info' as const,
    text: (
      <Typed>
        {t(
          m('correction.by', {
            by: displayName(each.by, language),
            day: formatDate(dateInZone(each.at, found.home_time_zone), language, 'medium'),
            changes: correctionLines(each.before, each.after, t, language).join('; '),
            reason: each.reason,
          }),
        )}
      </Typed>
    ),
  }))
  const [latest] = line.corrections
  const isStale = latest && line.changedAt && latest.at > line.changedAt
  const stale = { tone: 'attention' as const, text: t(m('correction.after-verdict')) }
  return isStale ? [stale, ...said] : said
}

/** What people said about the lines of a row. */
function LineNotes({ call, lines, around }: CasePageProps) {
  const ids = lines.map(({ id }) => id)
  const said = around.comments.filter(({ lineId }) => lineId !== null && ids.includes(lineId))
  return <LineTalk call={call} comments={said} />
}

function Actions({
  line,
  named,
  call,
  found,
  may,
  precedents,
}: CasePageProps & { line: CaseLine; named?: boolean }) {
  const { t, href } = call
  const path = `/recognition/cases/${found.id}/lines/${line.id}`
  const code = named ? ` ${line.code}` : ''
  return (
    <ButtonGroup>
      {may.evaluate && (
        <ButtonLink look="secondary" small href={href(path)}>
          {t(m('page.case.change'))}
          {code}
        </ButtonLink>
      )}
      {may.correct && (
        <ButtonLink look="quiet" small href={href(`${path}/correction`)}>
          {t(m('correction.open'))}
          {code}
        </ButtonLink>
      )}
      {may.evaluate && (
        <PrecedentActions line={line} found={found} precedents={precedents} call={call} />
      )}
      {may.evaluate && line.changedBy && (
        <Form action={href(`${path}/restoration`)} csrf={call.frame.csrf} inline>
          <Button look="quiet" small>
            {t(m('page.case.restore'))}
          </Button>
        </Form>
      )}
    </ButtonGroup>
  )
}

/** A person's word decides; otherwise the first reason that speaks for the verdict, where one does. */
function gistOf(line: CaseLine, reasons: ComparisonRow['reasons']): Content | undefined {
  if (line.changedBy || line.verdict === 'recognised') return undefined
  const tone = line.verdict === 'refused' ? 'harm' : 'attention'
  return reasons.find((reason) => reason.tone === tone)?.text
}

function homeSide(line: CaseLine, language: Language): ComparisonRow['to'] {
  if (!line.changedBy) {
    return homeCoursesSide(line.engine.homeCourses, line.recordedGrade, language)
  }
  if (line.homeCourseCode === null) return []
  const title = titleOf(line.homeCourseTitles, language)
  return [
    {
      title: title.text,
      titleLanguage: title.language,
      code: line.homeCourseCode,
      credit: creditText(line.homeCredit, language),
      grade: line.recordedGrade ?? undefined,
    },
  ]
}

function detailOf(line: CaseLine, { call }: CasePageProps): string | undefined {
  const parts = [
    line.term && call.t(m('page.case.term', { term: line.term })),
    line.completedOn && formatDate(line.completedOn, call.language, 'medium'),
  ].filter(Boolean)
  return parts.length === 0 ? undefined : parts.join(' · ')
}
