import type { TaskKind } from '#kernel/http'
import { countryName } from '#kernel/values'
import { m } from './messages/index.ts'
import { packsById } from './queries/packs.ts'

/** The kind of task by which the secretariat learns that a pack must be read anew. */
export const renewTask = 'clearance.renew'

/** The kinds of task that clearance opens; each says which pair of countries it is about. */
export const clearanceTasks: readonly TaskKind[] = [
  {
    kind: renewTask,
    label: m('task.kind.renew'),
    async about(work, packIds, language) {
      const packs = await packsById(work, packIds)
      return new Map(
        packs.map(({ id, from, to }) => {
          const text = `${countryName(from, language)} → ${countryName(to, language)}`
          return [id, { who: null, what: { text, language: null } }]
        }),
      )
    },
  },
]
