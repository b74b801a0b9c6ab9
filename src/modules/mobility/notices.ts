import { noticeKind } from '#kernel/notices'
import { m } from './messages/index.ts'

/** What happens with a student's own exchange. */
export const ownStayNotice = noticeKind('mobility.own-stay', m('notice.kind.own-stay'), 'immediate')
/** What a partner did with a nomination. */
export const partnerNotice = noticeKind('mobility.partner', m('notice.kind.partner'), 'daily')

/** Whether one is safe, and who needs help: never later than at once. */
export const safetyNotice = noticeKind('mobility.safety', m('notice.kind.safety'), 'immediate')

/** The kinds of notice that mobility gives. */
export const mobilityNotices = [ownStayNotice, partnerNotice, safetyNotice]
