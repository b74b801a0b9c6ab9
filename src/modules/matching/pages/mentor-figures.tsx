import { formatNumber } from '#kernel/values'
import { BarRows, Figure, Grid, Section, ShareBands } from '#ui'
import { m } from '../messages/index.ts'
import type { KindSummary, MentorSummary } from '../rules/mentor-summary.ts'
import type { RunSummary } from '../rules/summary.ts'
import { ShareValue } from './run-figures.tsx'
import { kindOf, languageText, type PageCall, shareText } from './words.ts'

interface FiguresProps {
  call: Pick<PageCall, 't' | 'language'>
  summary: RunSummary
}

/** Wishes that have a part of the picture for themselves; later ones share the last. */
const wishesShown = 3

/** A run that gave mentors in a few numbers: who has them, whose first wish it was, how much room is used. */
export function MentorKeyFigures({ call, summary }: FiguresProps) {
  const { t, language } = call
  const { kinds } = summary.mentors!
  const { applicants, unmatched, seats, places } = summary
  const filled = kinds.reduce((sum, each) => sum + each.filled, 0)
  const ofStudents = t(m('mentor-figures.of-students', { count: applicants }))
  const first = kinds.length === 1 ? (kinds[0]!.wishes[0] ?? 0) : null
  return (
    <Grid size="small">
      <Figure
        value={<ShareValue part={applicants - unmatched} whole={applicants} language={language} />}
        label={t(m('mentor-figures.matched', { kinds: kinds.length }))}
        detail={ofStudents}
      />
      {first !== null && (
        <Figure
          value={<ShareValue part={first} whole={applicants} language={language} />}
          label={t(m('mentor-figures.first', { kinds: 1 }))}
          detail={ofStudents}
        />
      )}
      <Figure
        value={<ShareValue part={filled} whole={seats} language={language} />}
        label={t(m('mentor-figures.load'))}
        detail={t(m('mentor-figures.of-room', { filled, seats, mentors: places }))}
      />
      <Figure
        value={formatNumber(unmatched, language)}
        label={t(m('mentor-figures.without'))}
        detail={ofStudents}
      />
    </Grid>
  )
}

/** Who got whom they wished for, how the mentors are loaded, what they talk in, and who lacks one and why. */
export function MentorFigures({ call, summary }: FiguresProps) {
  const { t } = call
  const mentors = summary.mentors!
  return (
    <>
      <Wishes call={call} summary={summary} />
      <Loads call={call} mentors={mentors} />
      <Languages call={call} mentors={mentors} students={summary.applicants} />
      <Section title={t(m('mentor-figures.why'))} id="lacking">
        <Lacking call={call} mentors={mentors} />
      </Section>
    </>
  )
}

function Wishes({ call, summary }: FiguresProps) {
  const { t, language } = call
  const { kinds } = summary.mentors!
  const most = Math.max(...kinds.map(({ wishes }) => wishes.length))
  const shown = most > wishesShown + 1 ? wishesShown : most
  const parts = [
    ...Array.from({ length: shown }, (_, at) =>
      t(m('mentor-round.wish-number', { choice: at + 1 })),
    ),
    ...(most > shown ? [t(m('mentor-round.wish-later', { choice: shown + 1 }))] : []),
    t(m('mentor-figures.other')),
    t(m('mentor-figures.open')),
    t(m('mentor-round.none')),
  ]
  const valuesOf = ({ wishes, other, open, why }: KindSummary) => [
    ...Array.from({ length: shown }, (_, at) => wishes[at] ?? 0),
    ...(most > shown ? [wishes.slice(shown).reduce((sum, each) => sum + each, 0)] : []),
    other,
    open,
    Object.values(why).reduce((sum, each) => sum + each, 0),
  ]
  return (
    <Section
      title={t(m('mentor-figures.wishes'))}
      id="wishes"
      lead={t(m('mentor-figures.wishes-lead'))}
    >
      <ShareBands
        caption={t(m('mentor-figures.wishes'))}
        captionHidden
        labelHeading={t(m('mentor-round.kind-column'))}
        parts={parts}
        lastIsBare
        rows={kinds.map((each) => ({
          label: t(m('mentor-round.kind-title', { kind: kindOf(each.kind) })),
          values: valuesOf(each),
          valueLabels: valuesOf(each).map((value) =>
            shareText(value, summary.applicants, language),
          ),
          total: t(m('mentor-figures.of-students', { count: summary.applicants })),
        }))}
      />
    </Section>
  )
}

function Loads({ call, mentors }: { call: FiguresProps['call']; mentors: MentorSummary }) {
  const { t, language } = call
  return (
    <Section
      title={t(m('mentor-figures.loads'))}
      id="loads"
      lead={t(m('mentor-figures.loads-lead'))}
    >
      <ShareBands
        caption={t(m('mentor-figures.loads'))}
        captionHidden
        labelHeading={t(m('mentor-round.kind-column'))}
        parts={(['full', 'some', 'idle'] as const).map((part) => t(m(`mentor-figures.${part}`)))}
        lastIsBare
        rows={mentors.kinds.map(({ kind, full, some, idle, filled, seats, mentors: count }) => ({
          label: t(m('mentor-round.kind-names', { kind: kindOf(kind) })),
          values: [full, some, idle],
          valueLabels: [full, some, idle].map((value) => shareText(value, count, language)),
          total: t(m('mentor-figures.of-room', { filled, seats, mentors: count })),
        }))}
      />
    </Section>
  )
}

function Languages({
  call,
  mentors,
  students,
}: {
  call: FiguresProps['call']
  mentors: MentorSummary
  students: number
}) {
  const { t, language } = call
  if (mentors.languages.length === 0) return null
  return (
    <Section
      title={t(m('mentor-figures.languages'))}
      id="languages"
      lead={t(m('mentor-figures.languages-lead'))}
    >
      <BarRows
        caption={t(m('mentor-figures.languages'))}
        captionHidden
        labelHeading={t(m('mentor-figures.language'))}
        valueHeading={t(m('mentor-figures.groups'))}
        rows={mentors.languages.map((each) => ({
          label: languageText(each.language, language),
          value: each.students,
          valueLabel: shareText(each.students, students, language),
        }))}
        max={students}
      />
    </Section>
  )
}

const reasons = ['full', 'trio', 'language', 'nobody'] as const

function Lacking({ call, mentors }: { call: FiguresProps['call']; mentors: MentorSummary }) {
  const { t, language } = call
  const rows = mentors.kinds.flatMap(({ kind, why }) =>
    reasons.flatMap((reason) => {
      const count = why[reason] ?? 0
      return count === 0 ? [] : [{ kind, reason, count }]
    }),
  )
  if (rows.length === 0) return <p>{t(m('mentor-figures.everybody'))}</p>
  return (
    <ul class="prose">
      {rows.map(({ kind, reason, count }) => (
        <li key={`${kind}-${reason}`}>
          {t(m('mentor-round.kind-title', { kind: kindOf(kind) }))}
          {' · '}
          {t(m(`missing.${reason}`))}
          {': '}
          <b>{formatNumber(count, language)}</b>
        </li>
      ))}
    </ul>
  )
}
