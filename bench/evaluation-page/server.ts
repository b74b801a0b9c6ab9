// The site itself in a process of its own: fills its tables when told, serves, and says what it used.
import { answerMessages, cookieOf, openMeasured, serveMeasured, usageOf } from '../serving/site.ts'
import { copyTranscripts, makeSchool } from './stock.ts'

const opened = await openMeasured()
const { database } = opened.house
const school = await makeSchool(opened.site)
const cookie = await cookieOf(opened, school.evaluator, new Date())

type Told = { kind: 'fill'; transcripts: number } | { kind: 'usage' }

answerMessages(async (message: Told) =>
  message.kind === 'fill'
    ? copyTranscripts(database, school, message.transcripts)
    : usageOf(opened),
)
serveMeasured(opened, {
  cookie,
  casePath: `/en/recognition/cases/${school.caseId}`,
  queuePath: '/en/recognition/cases',
})
