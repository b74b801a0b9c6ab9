import { type Scene } from '#kernel/http'
import { formatDate, formatNumber } from '#kernel/values'
import type { Content, Tone } from '#ui'
import { Prose, Typed, Local } from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { Verdict } from '../rules/eligibility.ts'
import type { Answers, CallDefinition, EligibilityRule, Question } from '../rules/questions.ts'
import { numberOf } from '../rules/questions.ts'
import { mayStillFill } from '../rules/timeline.ts'
import { localText } from './scene.tsx'

/** Where an application stands for its applicant: what was decided shows only when everybody is told. */
export function applicationState(scene: Scene, row: ApplicationRow): { tone: Tone; label: string } {
  const { t, now } = scene
  if (row.state === 'withdrawn') return { tone: 'neutral', label: t(m('state.withdrawn')) }
  if (row.state === 'draft') {
    const times = { state: row.call_state, opens_at: row.opens_at, closes_at: row.closes_at }
    return mayStillFill(times, row.begun_at, now) === 'no'
      ? { tone: 'neutral', label: t(m('state.not-sent')) }
      : { tone: 'attention', label: t(m('state.draft')) }
  }
  if (row.call_state !== 'told' || row.outcome === null) {
    return { tone: 'info', label: t(m('state.submitted')) }
  }
  if (row.outcome === 'accepted' && row.reply !== null) {
    const tone = row.reply === 'accepted' ? 'done' : 'neutral'
    return { tone, label: t(m(`reply.${row.reply}`)) }
  }
  const tone = { accepted: 'attention', waiting: 'info', refused: 'neutral' } as const
  return { tone: tone[row.outcome], label: t(m(`told.${row.outcome}`)) }
}

/** A file of an application, as a page links it. */
export interface AnswerFile {
  id: string
  name: string
  href: string
}

/** An answer as it is read: options in the reader's language, days in their calendar, what was typed as typed. */
export function answerText(
  scene: Scene,
  definition: CallDefinition,
  question: Question,
  answers: Answers,
  files: ReadonlyMap<string, AnswerFile> = new Map(),
): Content {
  const answer = answers[question.id]
  if (answer === undefined || answer.length === 0) {
    return <span class="quiet">{scene.t(m('answer.none'))}</span>
  }
  const several = typeof answer === 'string' ? [answer] : answer
  switch (question.kind) {
    case 'yes-no':
      return scene.t(m(answer === 'yes' ? 'answer.yes' : 'answer.no'))
    case 'date':
      return formatDate(several[0]!, scene.language)
    case 'number': {
      const exact = numberOf(answer)
      return exact === null ? several[0] : formatNumber(exact, scene.language)
    }
    case 'choice':
    case 'choices':
      return listed(
        scene,
        several.map((id) => question.options.find((each) => each.id === id)?.label ?? {}),
        'ul',
      )
    case 'destinations':
      return listed(
        scene,
        several.map((id) => definition.destinations.find((each) => each.id === id)?.name ?? {}),
        'ol',
      )
    case 'file':
      return (
        <ul>
          {several.map((id) => {
            const file = files.get(id)
            return (
              file && (
                <li key={id}>
                  <a href={file.href}>
                    <Typed>{file.name}</Typed>
                  </a>
                </li>
              )
            )
          })}
        </ul>
      )
    default:
      return several[0]!.split(/\n+/).map((part, index) => (
        <p key={index}>
          <Typed>{part}</Typed>
        </p>
      ))
  }
}

function listed(scene: Scene, texts: readonly Question['label'][], tag: 'ul' | 'ol'): Content {
  if (texts.length === 1) return <Local language={scene.language} text={texts[0]!} />
  const Tag = tag
  return (
    <Tag>
      {texts.map((text, index) => (
        <li key={index}>
          <Local language={scene.language} text={text} />
        </li>
      ))}
    </Tag>
  )
}

/** A rule of eligibility as everybody reads it. */
export function ruleText(scene: Scene, rule: EligibilityRule, definition: CallDefinition): string {
  const { t } = scene
  const asked = (id: string) =>
    localText(scene, definition.questions.find((each) => each.id === id)?.label ?? {})
  switch (rule.kind) {
    case 'enrolled-here':
      return t(m('rule.enrolled-here'))
    case 'level':
      return t(m('rule.level', { levels: levelList(scene, rule.levels) }))
    case 'years-studied':
      return t(m('rule.years-studied', { years: rule.atLeast }))
    case 'answer-yes':
      return t(m('rule.answer-yes', { question: asked(rule.questionId) }))
    case 'answer-at-least': {
      const least = numberOf(rule.atLeast)
      return t(
        m('rule.answer-at-least', {
          question: asked(rule.questionId),
          least: least === null ? rule.atLeast : formatNumber(least, scene.language),
        }),
      )
    }
  }
}

/** The levels of study that a rule takes, as words. */
export const studyLevels = ['short-cycle', 'bachelor', 'master', 'doctorate'] as const

function levelList({ t }: Scene, levels: readonly string[]): string {
  return studyLevels
    .filter((each) => levels.includes(each))
    .map((each) => t(m(`level.${each}`)))
    .join(' · ')
}

/** The rules with how they turned out for the reader. */
export function VerdictList({
  scene,
  verdicts,
  definition,
}: {
  scene: Scene
  verdicts: readonly Verdict[]
  definition: CallDefinition
}) {
  const { t } = scene
  return (
    <Prose>
      <ul>
        {verdicts.map(({ rule, holds }, index) => (
          <li key={index}>
            {t(
              m('verdict.said', {
                rule: ruleText(scene, rule, definition),
                verdict: m(
                  holds === null ? 'verdict.open' : holds ? 'verdict.met' : 'verdict.not-met',
                ),
              }),
            )}
          </li>
        ))}
      </ul>
    </Prose>
  )
}
