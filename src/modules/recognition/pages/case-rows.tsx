import {
  dateInZone,
  displayName,
  formatDate,
  clauses,
  Fraction,
  type Language,
} from '#kernel/values'
import { Button, ButtonGroup, ButtonLink, type ComparisonRow, type Content, Form, Typed } from '#ui'
import { m } from '../messages/index.ts'
import { kindName } from './learning-words.ts'
import type { CaseLine } from '../queries/cases.ts'
import { reasonsFor, spokenReasons } from '../rules/reason-language.ts'
import type { CasePageProps } from './case-props.ts'
import { homeCoursesSide, type LineGroup, setRow } from './case-sets.tsx'
import { LineTalk } from './conversation.tsx'
import { SentenceWithTyped } from './local-name.tsx'
import { correctionLines } from './correction-words.ts'
import { ReferralNotes } from './office/referral-notes.tsx'
import { LineSuggestions } from './line-suggestions.tsx'
import { PrecedentActions, precedentReasons, precedentsOf } from './precedents.tsx'
import { takenTwice } from './taken.ts'
import { termText } from './term-words.ts'
import { whatIfsOf } from './what-ifs.ts'
import {
  credits,
  creditMethodText,
  creditText,
  decidingText,
  gradeMethodText,
  nameOf,
  reasonsOf,
  titleOf,
  verdictMessage,
  verdictTones,
} from './words.ts'

/** The sums under both sides, with what may still be recognised. */
export function totalsOf({ call, found, lines, allowance, isOwn }: CasePageProps): {
  from: Content
  to: Content
} {
  const { t, language } = call
  const host = Fraction.sum(
    lines.map((line) => Fraction.parse(line.credit ?? '0') ?? Fraction.zero),
  )
  const isUntold = isOwn && found.state !== 'decided'
  return {
    from: t(m('page.case.total-host', { credit: credits(host, language) })),
    to: isUntold ? '–' : homeTotal({ call, found, allowance }),
  }
}

function homeTotal({
  call,
  found,
  allowance,
}: Pick<CasePageProps, 'call' | 'found' | 'allowance'>) {
  const { t, language } = call
  return (
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
  )
}

/** One line, or lines that count together, as a row of the comparison. */
export function groupRow({ lines, set }: LineGroup, props: CasePageProps): ComparisonRow {
  if (props.isOwn && props.found.state !== 'decided') return givenRow(lines[0]!, props)
  if (set === null) return rowOf(lines[0]!, props)
  const { call, judges, may } = props
  const actions = lines.map((line) => <Actions key={line.id} line={line} named {...props} />)
  return setRow({ lines, set }, call, judges, {
    from: (line) => hostSide(line, props),
    verdict: { tone: verdictTones[set.verdict], label: call.t(verdictMessage(set.verdict)) },
    actions:
      may.evaluate || may.correct ? (
        <>
          <SetActions {...props} lines={lines} />
          {actions}
        </>
      ) : undefined,
    word: wordOf(lines[0]!, call),
    open: false,
  })
}

/** One act for all lines of a set, and the way back from it. */
function SetActions({
  lines,
  call,
  found,
  may,
}: Pick<CasePageProps, 'call' | 'found' | 'may'> & { lines: readonly CaseLine[] }) {
  const { t, href } = call
  const [line] = lines as [CaseLine]
  const path = `/recognition/cases/${found.id}/lines/${line.id}`
  const isWorded = typeof line.wordSet === 'number'
  if (!may.evaluate || (line.setPosition === null && !isWorded)) return null
  return (
    <ButtonGroup>
      {line.setPosition !== null && (
        <ButtonLink look="secondary" small href={href(`${path}/set`)}>
          {t(m('set-word.open'))}
        </ButtonLink>
      )}
      {isWorded && (
        <Form action={href(`${path}/restoration`)} csrf={call.frame.csrf} inline>
          <Button look="quiet" small>
            {t(m('page.case.restore'))}
          </Button>
        </Form>
      )}
    </ButtonGroup>
  )
}

/** A line as the student gave it: what is found of it is told with the decision. */
function givenRow(line: CaseLine, props: CasePageProps): ComparisonRow {
  const { t } = props.call
  const isWithdrawn = props.found.state === 'withdrawn'
  return {
    id: `line-${line.position + 1}`,
    from: [hostSide(line, props)],
    to: [],
    noCounterpart: isWithdrawn ? '–' : t(m('told.with-decision')),
    verdict: isWithdrawn
      ? { tone: 'quiet', label: t(m('page.state.withdrawn')) }
      : { tone: 'info', label: t(m('page.state.open')) },
    reasons: [],
  }
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
  const { call, judges, may } = props
  const { t, language } = call
  const reasons: Told[] = reasonsOf(line, t, (id) => nameOf(judges, id, language))
  if (line.changedBy) {
    reasons.unshift(...wordOf(line, call))
  } else if (line.setPosition !== null) {
    reasons.unshift({ tone: 'attention', text: t(m('page.case.set-broken')) })
  }
  reasons.unshift(...correctionReasons(line, props))
  reasons.unshift(
    ...takenTwice(line, props.taken).map((each) => ({ tone: 'harm' as const, text: t(each) })),
  )
  reasons.push(...precedentReasons(precedentsOf(line, props.precedents), call))
  return {
    id: `line-${line.position + 1}`,
    from: [hostSide(line, props)],
    to: homeSide(line, language),
    noCounterpart: t(m('page.case.no-counterpart')),
    verdict: { tone: verdictTones[line.verdict], label: t(verdictMessage(line.verdict)) },
    ...(line.verdict === 'refused'
      ? {}
      : {
          creditMethod: creditMethodText(line, t, language),
          gradeMethod: gradeMethodText(line, t),
        }),
    reasons,
    whatIfs: line.changedBy ? [] : whatIfsOf(line.whatIfs, t, language),
    gist: gistOf(line, reasons, props),
    below: <LineSuggestions {...props} line={line} />,
    actions: (may.evaluate || may.correct) && <Actions line={line} {...props} />,
  }
}

type Told = ComparisonRow['reasons'][number]

/**
 * A person's word on a line with its reason: against the rules, where these found something else, or where they found
 * nothing; and why it is more credit than the conversion gives.
 */
export function wordOf(
  line: CaseLine,
  { t, language }: Pick<CasePageProps['call'], 't' | 'language'>,
): Told[] {
  if (!line.changedBy) return []
  const [spoken] = reasonsFor(spokenReasons(line), [language])
  const by = { name: displayName(line.changedBy, language), reason: spoken?.text ?? '' }
  const given = line.engine.creditConversion?.credit ?? null
  const more = {
    credit: creditText(line.homeCredit, language),
    given: creditText(given, language),
    reason: line.creditReason ?? '',
  }
  return [
    {
      tone: 'info',
      text: <SentenceWithTyped sentence={t(m(wordKey(line), by))} typed={spoken} />,
    },
    ...(line.creditReason
      ? [{ tone: 'info' as const, text: <Typed>{t(m('word.more-credit', more))}</Typed> }]
      : []),
  ]
}

function wordKey({ engine, set, verdict, homeCourseCode, homeCredit }: CaseLine) {
  const found = set ?? engine
  if (found.verdict === 'needs-decision') return 'word.left-open'
  const [only, ...others] = found.homeCourses
  const isSameCourse =
    others.length === 0 && only?.code === homeCourseCode && only?.recorded.toString() === homeCredit
  const isSame = found.verdict === verdict && (verdict === 'refused' || isSameCourse)
  return isSame ? 'word.same-verdict' : 'page.case.changed-by'
}

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
            changes: clauses(correctionLines(each.before, each.after, t, language), language),
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
export function lineNotes({ call, lines, around }: CasePageProps): Content | undefined {
  const ids = lines.map(({ id }) => id)
  const said = around.comments.filter(({ lineId }) => lineId !== null && ids.includes(lineId))
  const asked = around.referrals.filter(({ lineId }) => ids.includes(lineId))
  if (said.length === 0 && asked.length === 0) return undefined
  return (
    <>
      <ReferralNotes call={call} referrals={asked} />
      <LineTalk call={call} comments={said} />
    </>
  )
}

function Actions({
  line,
  named,
  call,
  found,
  may,
  precedents,
  taken,
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
      {may.evaluate && (
        <ButtonLink look="quiet" small href={href(`${path}/content`)}>
          {t(m('content.ask'))}
          {code}
        </ButtonLink>
      )}
      {may.correct && (
        <ButtonLink look="quiet" small href={href(`${path}/correction`)}>
          {t(m('correction.open'))}
          {code}
        </ButtonLink>
      )}
      {may.evaluate && <PrecedentActions {...{ line, found, precedents, taken, call }} />}
      {may.evaluate && line.changedBy && typeof line.wordSet !== 'number' && (
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
function gistOf(
  line: CaseLine,
  reasons: ComparisonRow['reasons'],
  { taken, call: { t } }: CasePageProps,
): Content | undefined {
  const twice = takenTwice(line, taken)[0]
  if (twice) return t(twice)
  return line.changedBy ? undefined : decidingText(line.verdict, reasons)
}

function homeSide(line: CaseLine, language: Language): ComparisonRow['to'] {
  if (!line.changedBy) {
    return homeCoursesSide(
      line.engine.homeCourses,
      line.recordedGrade ?? line.engine.recordedGrade,
      language,
      line.verdict,
    )
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
    line.term && termText(call, line.term),
    line.completedOn && formatDate(line.completedOn, call.language, 'medium'),
    line.kind && kindName(call.t, line.kind),
  ].filter(Boolean)
  return parts.length === 0 ? undefined : parts.join(' · ')
}
