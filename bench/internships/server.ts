// The site itself in a process of its own: fills its tables when told, serves, and says what it used.
import { makeInstitutions } from '../mobility/stock.ts'
import { answerMessages, cookieOf, openMeasured, serveMeasured, usageOf } from '../serving/site.ts'
import { fillPlacements, makeHosts, studentId } from './stock.ts'

/** The day on which everything is looked at: one placement in ten runs. */
const now = new Date('2026-11-26T09:00:00Z')

const opened = await openMeasured(() => now)
const { database } = opened.house
const { coordinatorId } = await makeInstitutions(database, now)
const found = await makeHosts(database)
const cookie = await cookieOf(opened, coordinatorId, now)
const studentCookie = await cookieOf(opened, studentId, now)

type Told = { kind: 'fill'; placements: number } | { kind: 'usage' }

answerMessages(async (message: Told) =>
  message.kind === 'fill' ? fillPlacements(database, message.placements) : usageOf(opened),
)
serveMeasured(opened, { cookie, studentCookie, ...found })
