import type { Work } from '#kernel/database'
import type { Services } from '#kernel/http'
import { enqueue, jobType, oneByOne } from '#kernel/jobs'
import { releaseDecisionJob } from './service/final-decision.ts'
import { forgetUnfinished } from './service/forget-unfinished.ts'
import { askForLateCheck } from './service/check-task.ts'
import { casesWithoutCheck } from './queries/transcript-checks.ts'
import { institutionsWithEnds } from './queries/equivalence-ending.ts'
import { remindOfEnding } from './service/equivalence-ending.ts'
import { indexCourses } from './service/index-courses.ts'
import { makeArchive, removeOldArchives } from './service/make-archive.ts'
import { clearStaged, stageCatalogue } from './service/stage-catalogue.ts'
import { outdatedSuggestions } from './queries/suggestion-models.ts'
import { buildSuggestions } from './service/suggestion-models.ts'
import { preparedFormat } from './suggestions/prepared.ts'

/** Reads a catalogue's file into staged rows; taken up again where a killed process left it. */
export const catalogueImportJob = jobType<{ catalogueId: string }, Services>(
  'recognition.catalogue-import',
  {
    retries: 8,
    timeoutSeconds: 3600,
    async run({ runner, context, services, signal }, { catalogueId }) {
      await stageCatalogue({ runner, context, blobs: services.blobs, signal }, catalogueId)
    },
  },
)

/** Removes what a discarded import had staged. */
export const catalogueCleanUpJob = jobType<{ catalogueId: string }, Services>(
  'recognition.catalogue-clean-up',
  {
    timeoutSeconds: 600,
    async run({ runner, context, signal }, { catalogueId }) {
      for (;;) {
        signal.throwIfAborted()
        if (await runner.perform(context, (work) => clearStaged(work, catalogueId))) return
      }
    },
  },
)

/** Brings the search up to an institution's published catalogue. */
export const courseIndexJob = jobType<{ organisationId: string }, Services>(
  'recognition.course-index',
  {
    timeoutSeconds: 1800,
    async run({ runner, context, signal }, { organisationId }) {
      await indexCourses({ runner, context, signal }, organisationId)
    },
  },
)

/** Packs the statements of a cohort. */
export const statementArchiveJob = jobType<{ archiveId: string }, Services>(
  'recognition.statement-archive',
  {
    timeoutSeconds: 3600,
    async run({ runner, context, services, signal }, { archiveId }) {
      await makeArchive({ runner, context, services, signal }, archiveId)
    },
  },
)

/** Every night: archives that were kept long enough are removed. */
export const archiveSweepJob = jobType<Record<string, never>, Services>(
  'recognition.archive-sweep',
  {
    schedule: { dailyAt: '02:50' },
    async run({ runner, context }) {
      await runner.perform(context, removeOldArchives)
    },
  },
)

/** Reminds evaluators every morning of equivalences that end soon; an institution at a time. */
export const equivalenceReminderJob = jobType<Record<string, never>, Services>(
  'recognition.equivalence-reminders',
  {
    schedule: { dailyAt: '05:30', timeZone: 'Asia/Bangkok' },
    timeoutSeconds: 600,
    async run({ runner, context, signal }) {
      const reminders = oneByOne({ signal })
      for (const id of await institutionsWithEnds(runner.reading(context))) {
        await reminders.attempt(id, () =>
          runner.perform(context, (work) => remindOfEnding(work, id)),
        )
      }
      reminders.end()
    },
  },
)

/** Asks for the check of typed transcripts whose cases were open before their institution demanded it; a case at a time. */
export const lateCheckJob = jobType<{ organisationId: string }, Services>(
  'recognition.late-checks',
  {
    timeoutSeconds: 900,
    async run({ runner, context, signal }, { organisationId }) {
      const asked = oneByOne({ signal })
      for (const id of await casesWithoutCheck(runner.reading(context), organisationId)) {
        await asked.attempt(id, () => runner.perform(context, (work) => askForLateCheck(work, id)))
      }
      asked.end()
    },
  },
)

/** Brings an institution's suggestions up to its catalogue and equivalences, and then those of others that a new dictionary concerns. */
export const suggestionModelJob = jobType<{ organisationId: string }, Services>(
  'recognition.suggestion-model',
  {
    timeoutSeconds: 900,
    async run({ runner, context, signal }, { organisationId }) {
      const { outdated } = await buildSuggestions({ runner, context, signal }, organisationId)
      await runner.perform(context, (work) => enqueueModels(work, outdated))
    },
  },
)

/** Every hour: what no entry has told of, as catalogues published before there were suggestions, is made up for. */
export const suggestionSweepJob = jobType<Record<string, never>, Services>(
  'recognition.suggestion-sweep',
  {
    schedule: { everyMinutes: 60 },
    async run({ runner, context }) {
      const outdated = await outdatedSuggestions(runner.reading(context), preparedFormat)
      await runner.perform(context, (work) => enqueueModels(work, outdated))
    },
  },
)

async function enqueueModels(work: Work, organisationIds: readonly string[]): Promise<void> {
  for (const organisationId of organisationIds) {
    await enqueue(work, suggestionModelJob, { organisationId }, { singletonKey: organisationId })
  }
}

/** Removes, each night, what holds personal data and was never finished. */
export const forgetUnfinishedJob = jobType<Record<string, never>, Services>(
  'recognition.forget-unfinished',
  {
    schedule: { dailyAt: '03:10' },
    async run({ runner, context }) {
      await runner.perform(context, forgetUnfinished)
    },
  },
)

/** The background work of recognition. */
export const recognitionJobs = [
  lateCheckJob,
  catalogueImportJob,
  catalogueCleanUpJob,
  courseIndexJob,
  statementArchiveJob,
  archiveSweepJob,
  forgetUnfinishedJob,
  suggestionModelJob,
  suggestionSweepJob,
  releaseDecisionJob,
  equivalenceReminderJob,
]
