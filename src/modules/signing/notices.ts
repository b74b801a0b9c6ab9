import { noticeKind } from '#kernel/notices'
import { m } from './messages/index.ts'

/** All have signed. */
export const signedNotice = noticeKind('signing.document-signed', m('notice.kind.signed'))

/** Somebody refused, the time ran out, or a document was taken back. */
export const endedNotice = noticeKind('signing.document-ended', m('notice.kind.ended'), 'immediate')

/** The kinds of notice that signing gives. */
export const signingNotices = [signedNotice, endedNotice]
