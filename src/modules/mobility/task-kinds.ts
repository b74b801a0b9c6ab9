import type { TaskKind } from '#kernel/http'
import { displayName, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { selectionsNamed } from './queries/selections.ts'
import { staysNamed } from './queries/stays.ts'
import { visitsNamed } from './queries/visits.ts'

/** The kind of task by which a receiving office learns of a nomination that waits for its answer. */
export const answerTask = 'mobility.answer'
/** The kind of task by which a sending office learns that a seat is free for whoever waits. */
export const freeSeatTask = 'mobility.free-seat'

/** The kind of task by which a sending office learns that a transcript has come. */
export const transcriptTask = 'mobility.transcript'
/** The kind of task by which a receiving office is asked to confirm an arrival or a departure. */
export const confirmTask = 'mobility.confirm'
/** The kind of task by which a receiving office is asked to send a transcript. */
export const hostTask = 'mobility.host'

/** The kind of task by which a student is asked for what is missing before their stay. */
export const prepareTask = 'mobility.prepare'
/** The kind of task by which student and home office learn that an insurance ends before the stay. */
export const insuranceTask = 'mobility.insurance'
/** The kind of task by which the offices of both sides learn of an incident. */
export const incidentTask = 'mobility.incident'
/** The kind of task by which a sending office learns that selected students have taken their places. */
export const selectedTask = 'mobility.selected'

/** The kind of task by which a partner's office is asked to approve a visit. */
export const visitTask = 'mobility.visit'
/** The kind of task by which the maker's office is asked for the report of a visit. */
export const visitReportTask = 'mobility.visit-report'

const visitTasks: readonly TaskKind[] = (
  [
    [visitTask, m('task.kind.visit')],
    [visitReportTask, m('task.kind.visit-report')],
  ] as const
).map(([kind, label]) => ({
  kind,
  label,
  async about(work, ids, language) {
    const visits = await visitsNamed(work, ids)
    return new Map(
      visits
        .filter((visit) => work.may('mobility.visit.read', visit))
        .map((visit) => [
          visit.id,
          {
            who: null,
            what: localised(kind === visitTask ? visit.maker : visit.partner, language),
          },
        ]),
    )
  },
}))

const stayTasks: readonly TaskKind[] = (
  [
    [answerTask, m('task.kind.answer')],
    [freeSeatTask, m('task.kind.free-seat')],
    [transcriptTask, m('task.kind.transcript')],
    [confirmTask, m('task.kind.confirm')],
    [hostTask, m('task.kind.host')],
    [prepareTask, m('task.kind.prepare')],
    [insuranceTask, m('task.kind.insurance')],
    [incidentTask, m('task.kind.incident')],
  ] as const
).map(([kind, label]) => ({
  kind,
  label,
  async about(work, ids, language) {
    const stays = await staysNamed(work, ids)
    return new Map(
      stays.map((stay) => [
        stay.id,
        {
          who: work.may('mobility.stay.read', stay)
            ? { personId: stay.person_id, name: displayName(stay.name, language) }
            : null,
          what: localised(kind === answerTask ? stay.sending : stay.receiving, language),
        },
      ]),
    )
  },
}))

/** The kinds of task that mobility opens; each says who it is about to whoever may read it, and with which partner. */
export const mobilityTasks: readonly TaskKind[] = [
  ...stayTasks,
  {
    kind: selectedTask,
    label: m('task.kind.selected'),
    async about(work, ids, language) {
      const found = await selectionsNamed(work, ids)
      return new Map(
        found.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
  ...visitTasks,
]
