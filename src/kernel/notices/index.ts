import './schema.ts'
import { sendDigests } from './digest.ts'
import { forgetOldNoticesJob } from './forget-old.ts'
import { mailNotice } from './mail-notice.ts'
import { tellEndedStandIns, tellStandIn } from './stand-ins.ts'
import { remindOfTasks } from './task-notices.ts'

export { digestKind, noticeKind, noticeKinds, taskDue, taskOpened } from './kinds.ts'
export type { NoticeKind } from './kinds.ts'
export { forgetOldNotices } from './forget-old.ts'
export { actPath, expiryOf, stopAction } from './links.ts'
export { m as noticeMessages } from './messages/index.ts'
export { notify } from './notify.ts'
export type { Notify } from './notify.ts'
export {
  erasePersonNotices,
  exportPersonNotices,
  mergePersonNotices,
  noticeData,
} from './personal-data.ts'
export { noticeRules } from './policy.ts'
export {
  chooseNotices,
  countNotices,
  countUnreadNotices,
  markNoticesRead,
  markNoticesUnread,
  noticeChoices,
  noticesFor,
} from './queries.ts'
export type { Notice, NoticeChoice } from './queries.ts'
export type { MailReader, NoticeServices, OfferedAct, RolePlace, TaskFacts } from './readers.ts'
export type { NoticeMail } from './schema.ts'
export { chooseByLink, wayOfLink } from './stopping.ts'
export { tellOfTask } from './task-notices.ts'

/** The jobs that mail notices, bring tasks to mind and forget; they want `services.notices`, `mail` and `kept`. */
export const noticeJobs = [
  mailNotice,
  sendDigests,
  remindOfTasks,
  tellEndedStandIns,
  forgetOldNoticesJob,
]

/** What notices follow in the chronicle. */
export const noticeHandlers = [tellStandIn]
