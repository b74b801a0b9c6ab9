import type { Call } from '#kernel/http'
import { personsById } from '#kernel/identity'
import { leavesTouching } from '#kernel/tasks'
import { formatDate, shortDisplayName } from '#kernel/values'
import { m } from '../messages/index.ts'
import { readerDay } from '../reader.ts'

/** What is said above somebody's work while they are away, or while they do the work of somebody who is. */
export async function awayToday(call: Call, personId: string): Promise<string[]> {
  const { today } = readerDay(call)
  const leaves = await leavesTouching(call.work.read, personId, today)
  if (leaves.length === 0) return []
  const others = leaves.map((leave) =>
    leave.personId === personId ? leave.standInId : leave.personId,
  )
  const persons = await personsById(call.work, others)
  return leaves.map((leave, index) => {
    const person = persons.get(others[index]!)
    const words = {
      name: person ? shortDisplayName(person.name, call.language) : '–',
      until: formatDate(leave.until, call.language, 'medium'),
    }
    return leave.personId === personId
      ? call.t(m('away.own', words))
      : call.t(m('away.other', words))
  })
}
