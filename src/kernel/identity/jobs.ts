import { jobType } from '#kernel/jobs'
import { forgetExpired } from './personal-data.ts'

/** Every night: deletes links, challenges, counts and sessions that have lost their use. */
export const forgetExpiredJob = jobType('identity.forget-expired', {
  schedule: { dailyAt: '03:40' },
  timeoutSeconds: 600,
  run: ({ runner, context }) => runner.perform(context, forgetExpired),
})
