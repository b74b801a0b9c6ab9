import type { TaskKind } from '#kernel/http'
import { displayName, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { staysNamed } from './queries/stays.ts'

/** The kind of task by which a receiving office learns of a nomination that waits for its answer. */
export const answerTask = 'mobility.answer'
/** The kind of task by which a sending office learns that a seat is free for whoever waits. */
export const freeSeatTask = 'mobility.free-seat'

/** The kind of task by which a sending office learns that a transcript has come. */
export const transcriptTask = 'mobility.transcript'
/** The kind of task by which a student is asked whether they are safe. */
export const safetyTask = 'mobility.safety'
/** The kind of task by which a receiving office is asked to confirm, or to send a transcript. */
export const hostTask = 'mobility.host'

const stayTasks: readonly TaskKind[] = (
  [
    [answerTask, m('task.kind.answer')],
    [freeSeatTask, m('task.kind.free-seat')],
    [transcriptTask, m('task.kind.transcript')],
    [hostTask, m('task.kind.host')],
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
  { kind: safetyTask, label: m('task.kind.safety'), about: async () => new Map() },
]
