import { jobType } from '#kernel/jobs'
import { forgetSentForms } from './once.ts'

/** Every hour: forgets the forms that nobody will send again. */
export const forgetSentFormsJob = jobType('http.forget-sent-forms', {
  schedule: { everyMinutes: 60 },
  run: ({ runner, context }) => runner.perform(context, forgetSentForms),
})
