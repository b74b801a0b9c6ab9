import { formatNumber } from '#kernel/values'
import type { Message } from '#kernel/messages'
import {
  DescriptionList,
  Notice,
  ObjectStrip,
  Page,
  PublicShell,
  Section,
  StateTag,
  Table,
  Typed,
} from '#ui'
import type { ExplainedMentorSelf, ExplainedStudent } from '../aside/explain-mentors.ts'
import { m } from '../messages/index.ts'
import type { RunRow } from '../queries/runs.ts'
import { Dropped } from './explanation.tsx'
import { base, kindOf, languagesText, type PageCall } from './words.ts'

/** Who stands behind codes, for those who may know; in public everybody is a code. */
export type Names = ReadonlyMap<string, string>

interface StudentProps {
  call: PageCall
  run: RunRow
  explained: ExplainedStudent
  names: Names
  /** The address that explains one more mentor. */
  explainHref: (mentor: number) => string
}

/** Why a student has these mentors and not others. */
export function StudentExplanation(props: StudentProps) {
  const { call, run, explained, names } = props
  const { t, language } = call
  const name = nameOf(names, explained.code)
  const isWhole = explained.held.every(({ mentor }) => mentor !== null)
  const isGone = run.withdrawn?.side === 'applicant' && run.withdrawn.id === explained.code
  return (
    <Page frame={call.frame} title={name} trail={trailOf(call, run, 'applicants')}>
      <ObjectStrip
        language={language}
        kind={t(m('mentor-round.student'))}
        title={<Typed>{name}</Typed>}
        detail={`${t(m('applicants.code'))}: ${explained.code}`}
        state={
          isGone
            ? { tone: 'quiet', label: t(m('withdrawal.gone')) }
            : isWhole
              ? { tone: 'done', label: t(m('mentor-round.matched')) }
              : { tone: 'attention', label: t(m('mentor-table.lacking')) }
        }
      />
      <Held call={call} explained={explained} names={names} />
      <Reasons {...props} />
      <Dropped call={call} run={run} query={{ applicant: explained.code }} />
      {name !== explained.code && (
        <Notice tone="info">
          {t(m('mentor-explain.hand-on', { name, code: explained.code }))}
        </Notice>
      )}
    </Page>
  )
}

/** The same for a student who opens a published run with the code. */
export function PublicStudent(props: StudentProps) {
  const { call, run, explained, names } = props
  return (
    <PublicShell frame={call.frame} title={explained.code} trail={publicTrail(call, run)}>
      <h1>{explained.code}</h1>
      <Held call={call} explained={explained} names={names} />
      <Reasons {...props} />
    </PublicShell>
  )
}

function Held({ call, explained, names }: Pick<StudentProps, 'call' | 'explained' | 'names'>) {
  const { t, language } = call
  const { held, languages } = explained
  return (
    <DescriptionList
      items={[
        ...held.map(({ kind, code, wish, why }) => ({
          term: t(m('mentor-round.kind-title', { kind: kindOf(kind) })),
          value:
            code === null ? (
              `${t(m('mentor-round.none'))}${why ? ` · ${t(m(`missing.${why}`))}` : ''}`
            ) : (
              <>
                <Typed>{nameOf(names, code)}</Typed>
                {wish !== null && ` · ${t(m('mentor-round.wish-number', { choice: wish }))}`}
              </>
            ),
        })),
        ...(languages.length > 0
          ? [
              {
                term: t(m('mentor-table.shared')),
                value: languagesText(languages.join(' '), language),
              },
            ]
          : []),
      ]}
    />
  )
}

function Reasons({ call, explained, names, explainHref }: StudentProps) {
  const { t, language } = call
  const { mentors, others, moreOthers } = explained
  return (
    <Section title={t(m('mentor-explain.mentors'))} id="mentors" lead={t(m('mentor-explain.lead'))}>
      <Table
        language={language}
        caption={t(m('mentor-explain.mentors'))}
        captionHidden
        rows={mentors}
        rowKey={(row) => row.code}
        empty={<p>{t(m('mentor-round.none'))}</p>}
        columns={[
          {
            key: 'mentor',
            label: t(m('mentor-round.mentor')),
            primary: true,
            cell: (row) => <Typed>{nameOf(names, row.code)}</Typed>,
          },
          {
            key: 'wish',
            label: t(m('mentor-round.wish')),
            nowrap: true,
            cell: (row) =>
              row.wish === null ? '–' : t(m('mentor-round.wish-number', { choice: row.wish })),
          },
          {
            key: 'why',
            label: t(m('explain.why')),
            cell: (row) => (
              <>
                {row.lines.map((line) => (
                  <p key={line.key}>{t(withNames(line, names))}</p>
                ))}
              </>
            ),
          },
        ]}
      />
      {others.length > 0 && (
        <>
          <p>{t(m('mentor-explain.more-mentors', { count: others.length + moreOthers }))}</p>
          <ul class="prose">
            {others.map(({ code, number }) => (
              <li key={code}>
                <a href={explainHref(number)}>
                  <Typed>{nameOf(names, code)}</Typed>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

interface MentorProps {
  call: PageCall
  run: RunRow
  explained: ExplainedMentorSelf
  names: Names
}

/** A mentor's load, students, and what became of those whom the mentor named. */
export function MentorExplanation(props: MentorProps) {
  const { call, run, explained, names } = props
  const { t, language } = call
  const name = nameOf(names, explained.code)
  const isGone = run.withdrawn?.side === 'place' && run.withdrawn.id === explained.code
  const { filled, seats, number } = explained
  return (
    <Page frame={call.frame} title={name} trail={trailOf(call, run, 'places')}>
      <ObjectStrip
        language={language}
        kind={t(m('mentor-round.kind-title', { kind: kindOf(explained.kind) }))}
        title={<Typed>{name}</Typed>}
        detail={[
          `${t(m('applicants.code'))}: ${explained.code}`,
          languagesText(explained.languages.join(' '), language),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
        state={
          isGone
            ? { tone: 'quiet', label: t(m('withdrawal.gone')) }
            : {
                tone: filled > 0 ? 'done' : 'attention',
                label: t(m('places.filled-of', { filled, seats })),
              }
        }
      />
      {!isGone && <Room call={call} explained={explained} />}
      <Students {...props} />
      <Dropped call={call} run={run} query={{ place: number + 1 }} />
      {name !== explained.code && (
        <Notice tone="info">
          {t(m('mentor-explain.hand-on', { name, code: explained.code }))}
        </Notice>
      )}
    </Page>
  )
}

/** The same for a mentor who opens a published run with the code. */
export function PublicMentor(props: MentorProps) {
  const { call, run, explained } = props
  const { filled, seats } = explained
  return (
    <PublicShell frame={call.frame} title={explained.code} trail={publicTrail(call, run)}>
      <h1>{explained.code}</h1>
      <p class="lead">
        {call.t(m('mentor-round.kind-title', { kind: kindOf(explained.kind) }))}
        {' · '}
        {call.t(m('places.filled-of', { filled, seats }))}
      </p>
      <Room call={call} explained={explained} />
      <Students {...props} />
    </PublicShell>
  )
}

function Room({ call: { t }, explained }: Pick<MentorProps, 'call' | 'explained'>) {
  const count = explained.seats - explained.filled
  const room = explained.isAlone ? 'mentor-explain.room' : 'mentor-explain.room-kind'
  return <p>{t(count > 0 ? m(room, { count }) : m('mentor-explain.full'))}</p>
}

const studentTones = {
  has: 'done',
  elsewhere: 'neutral',
  without: 'attention',
  'not-allowed': 'quiet',
} as const

function Students({ call, explained, names }: MentorProps) {
  const { t, language } = call
  return (
    <Section
      title={t(m('mentor-explain.students'))}
      id="students"
      lead={t(m('mentor-explain.students-lead'))}
    >
      <Table
        language={language}
        caption={t(m('mentor-explain.students'))}
        captionHidden
        rows={explained.students}
        rowKey={(row) => row.code}
        empty={<p>{t(m('mentor-explain.nobody'))}</p>}
        columns={[
          {
            key: 'student',
            label: t(m('mentor-round.student')),
            primary: true,
            cell: (row) => <Typed>{nameOf(names, row.code)}</Typed>,
          },
          {
            key: 'named',
            label: t(m('mentor-explain.named')),
            kind: 'number',
            cell: (row) => (row.named === null ? '–' : formatNumber(row.named, language)),
          },
          {
            key: 'shared',
            label: t(m('mentor-table.shared')),
            cell: (row) => languagesText(row.languages.join(' '), language),
          },
          {
            key: 'state',
            label: t(m('explain.became')),
            kind: 'state',
            cell: (row) => (
              <>
                <StateTag tone={studentTones[row.state]}>
                  {t(m(`mentor-explain.${row.state}`))}
                </StateTag>
                {row.seatsMore !== null && (
                  <p class="quiet">{t(m('mentor-explain.seats-more', { count: row.seatsMore }))}</p>
                )}
              </>
            ),
          },
        ]}
      />
      {explained.more > 0 && <p class="quiet">{t(m('explain.more', { count: explained.more }))}</p>}
    </Section>
  )
}

function trailOf(call: PageCall, run: RunRow, view: 'applicants' | 'places') {
  const { t, href } = call
  return [
    { href: href(base), label: t(m('rounds.title')) },
    { href: href(`${base}/rounds/${run.round_id}`), label: run.roundName },
    {
      href: href(`${base}/runs/${run.id}`, { view }),
      label: t(m('run.title', { number: run.number })),
    },
  ]
}

function publicTrail({ href }: PageCall, run: RunRow) {
  return [{ href: href(`${base}/published/${run.code}`), label: run.roundName }]
}

function nameOf(names: Names, code: string): string {
  return names.get(code) ?? code
}

/** A sentence with the names that its reader knows in the place of codes. */
export function withNames(line: Message, names: Names): Message {
  const args = Object.entries(line.args).map(([key, value]) => [
    key,
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  ])
  return { ...line, args: Object.fromEntries(args) }
}
