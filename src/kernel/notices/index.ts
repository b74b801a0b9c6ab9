import './schema.ts'
import { sendDigests } from './digest.ts'
import { mailNotice } from './mail-notice.ts'

export { noticeKind } from './kinds.ts'
export type { NoticeKind } from './kinds.ts'
export { m as noticeMessages } from './messages/index.ts'
export { notify } from './notify.ts'
export type { Notify } from './notify.ts'
export { erasePersonNotices, exportPersonNotices, mergePersonNotices } from './personal-data.ts'
export { chooseNotices, markNoticesRead, noticeChoices, noticesFor } from './queries.ts'
export type { Notice, NoticeChoice } from './queries.ts'
export type { MailReader, NoticeServices } from './readers.ts'
export type { NoticeMail } from './schema.ts'

/** The jobs that mail notices; they want `services.notices` and `services.mail`. */
export const noticeJobs = [mailNotice, sendDigests]
