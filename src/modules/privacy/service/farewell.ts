import { jobType } from '#kernel/jobs'
import { forgetMail } from '#kernel/mail'

/** Forgets the letter that told somebody of their erasure, with the address in it: the last thing that named them. */
export const forgetFarewellJob = jobType<{ mailId: string }>('privacy.forget-farewell', {
  run: ({ runner, context }, { mailId }) =>
    runner.perform(context, (work) => forgetMail(work, mailId)),
})
