// The site itself in a process of its own: fills its tables when told, serves, and says what it used.
import { answerMessages, cookieOf, openMeasured, serveMeasured, usageOf } from '../serving/site.ts'
import { fillStays, makeInstitutions } from './stock.ts'

/** The day on which everything is looked at: the running year of the stock. */
const now = new Date('2026-11-26T09:00:00Z')

const opened = await openMeasured(() => now)
const { database } = opened.house
const { coordinatorId, ...exchange } = await makeInstitutions(database, now)
const cookie = await cookieOf(opened, coordinatorId, now)

type Told = { kind: 'fill'; mobilities: number } | { kind: 'usage' }

answerMessages(async (message: Told) =>
  message.kind === 'fill' ? fillStays(database, message.mobilities) : usageOf(opened),
)
serveMeasured(opened, { cookie, ...exchange })
