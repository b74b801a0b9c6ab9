import { noticeKind } from '#kernel/notices'
import { m } from './messages/index.ts'

/** A student has a mentor, or a mentor left. */
export const mentorNotice = noticeKind('mentorship.mentor', m('notice.kind.mentor'), 'immediate')

/** A mentor accepted or declined: for whoever proposed them. */
export const answeredNotice = noticeKind('mentorship.answered', m('notice.kind.answered'))

/** What becomes of a mentor's own mentorships: a proposal was taken back, a place ended. */
export const mentoringNotice = noticeKind('mentorship.mentoring', m('notice.kind.mentoring'))

/** What happens on the page that a student and the mentors share. */
export const sharedNotice = noticeKind('mentorship.shared', m('notice.kind.shared'), 'daily')

/** The kinds of notice that mentorship gives. */
export const mentorshipNotices = [mentorNotice, answeredNotice, mentoringNotice, sharedNotice]
