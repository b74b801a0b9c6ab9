import type { Work } from '#kernel/database'
import type { TaskKind } from '#kernel/http'
import { type Language, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { titlesOfApplications } from './queries/applications.ts'
import { titlesOfEvaluations } from './queries/evaluations.ts'
import { titlesOfIncidents } from './queries/incidents.ts'
import { titlesOfWeeks } from './queries/journal.ts'
import { titlesOfPlacements } from './queries/placements.ts'
import { titlesOfProposals } from './queries/proposals.ts'
import { titlesOfRounds } from './queries/rounds.ts'

/** The kind of task by which an office learns of an application that waits for its decision. */
export const decideTask = 'internships.decide'

/** The kind of task by which a student learns of an evaluation that waits. */
export const evaluateTask = 'internships.evaluate'

/** The kind of task by which an office learns that both mentors judge far apart. */
export const disagreementTask = 'internships.disagreement'

/** The kind of task by which an office learns of an internship that a student found. */
export const proposalTask = 'internships.proposal'

/** The kind of task by which a student learns of a week of the journal that is to be written. */
export const weekTask = 'internships.week'

/** The kind of task by which a student learns of a round in which they take part. */
export const wishTask = 'internships.wish'

/** The kind of task by which an office sees a round through. */
export const roundTask = 'internships.round'

/** The kind of task by which an office sees an incident through. */
export const incidentTask = 'internships.incident'

/** The kinds of task that internships open; each says for which position and at which host. */
export const internshipTasks: readonly TaskKind[] = [
  {
    kind: decideTask,
    label: m('task.kind.decide'),
    async about(work, ids, language) {
      const rows = await titlesOfApplications(work, ids)
      return new Map(
        rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
  {
    kind: evaluateTask,
    label: m('task.kind.evaluate'),
    async about(work, ids, language) {
      const rows = await titlesOfEvaluations(work, ids)
      return new Map(
        rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
  {
    kind: weekTask,
    label: m('task.kind.week'),
    async about(work, ids, language) {
      const rows = await titlesOfWeeks(work, ids)
      return new Map(
        rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
  {
    kind: proposalTask,
    label: m('task.kind.proposal'),
    async about(work, ids) {
      const rows = await titlesOfProposals(work, ids)
      return new Map(
        rows.map(({ id, title, language }) => [id, { who: null, what: { text: title, language } }]),
      )
    },
  },
  {
    kind: disagreementTask,
    label: m('task.kind.disagreement'),
    async about(work, ids, language) {
      const rows = await titlesOfPlacements(work, ids)
      return new Map(
        rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
  {
    kind: incidentTask,
    label: m('task.kind.incident'),
    async about(work, ids, language) {
      const rows = await titlesOfIncidents(work, ids)
      return new Map(
        rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
  { kind: wishTask, label: m('task.kind.wish'), about: ofRounds },
  { kind: roundTask, label: m('task.kind.round'), about: ofRounds },
]

async function ofRounds(work: Work, ids: readonly string[], language: Language) {
  const rows = await titlesOfRounds(work, ids)
  return new Map(
    rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
  )
}
