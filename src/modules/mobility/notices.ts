import { noticeKind } from '#kernel/notices'
import { m } from './messages/index.ts'

/** What happens with a student's own exchange. */
export const ownStayNotice = noticeKind('mobility.own-stay', m('notice.kind.own-stay'), 'immediate')
/** What a partner did with a nomination. */
export const partnerNotice = noticeKind('mobility.partner', m('notice.kind.partner'), 'daily')

/** The kinds of notice that mobility gives. */
export const mobilityNotices = [ownStayNotice, partnerNotice]
