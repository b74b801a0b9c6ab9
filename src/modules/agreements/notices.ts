import { noticeKind } from '#kernel/notices'
import { m } from './messages/index.ts'

/** What a partner decided about an agreement that others count on. */
export const newsNotice = noticeKind('agreements.news', m('notice.kind.news'), 'immediate')
