import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { displayName } from '#kernel/values'
import { commentAdded, commentTakenBack } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, type LockedCase } from '../queries/case-for-update.ts'
import { colleaguesOf } from '../queries/colleagues.ts'
import { commentForUpdate, lineOfCase, talkersOf } from '../queries/comments.ts'
import type { CommentAudience } from '../schema.ts'
import { sentTwiceSince } from './sent-twice.ts'

/** The most characters of a comment. */
export const longestComment = 4000

/** A comment that names somebody, tells the student something, or is the student's. */
export const commentNotice = noticeKind(
  'recognition.comment',
  m('notice.kind.comment'),
  'immediate',
)

/** What somebody says about a case or one of its lines. */
export interface AddComment {
  caseId: string
  lineId: string | null
  text: string
  audience: CommentAudience
  /** Colleagues who are told of it. */
  mentions: readonly string[]
}

/**
 * Says something about a case. Staff talk among themselves or, where they choose so, with the student; the student talks
 * with the staff. Whoever is named is told; of what is shared the other side is told.
 */
export async function addComment(
  work: Work,
  input: AddComment,
): Promise<{ commentId: string } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const author = personOf(work.actor)
  if (!found || author === null || !work.may('recognition.case.read', found)) return absent()
  const isStaff = work.may('recognition.comment.write', found)
  if (!isStaff && !work.may('recognition.comment.reply', found)) {
    return refuse(409, m('refusal.only-reads'))
  }
  const line = input.lineId === null ? null : await lineOfCase(work, found.id, input.lineId)
  if (input.lineId !== null && !line) return absent()
  const text = input.text.trim()
  if (text === '') return refuse(422, m('refusal.comment'), { text: m('refusal.comment') })
  if (text.length > longestComment) {
    const message = m('page.draft.too-long', { limit: longestComment })
    return refuse(422, message, { text: message })
  }
  const audience = isStaff ? input.audience : 'student'
  const said = await saidJustNow(work, { ...input, author, audience, text })
  if (said) return { commentId: said.id }
  const mentioned = isStaff ? await mentionedOf(work, found, input.mentions) : []
  const commentId = randomUUIDv7()
  const entry = commentAdded({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: audience === 'student' ? found.person_id : null,
    data: { comment: commentId, line: line?.position ?? null, audience },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('case_comments')
      .values({
        id: commentId,
        case_id: found.id,
        case_line_id: line?.id ?? null,
        author_id: author,
        audience,
        text,
        created_at: work.now,
        taken_back_at: null,
      })
      .execute()
    if (mentioned.length > 0) {
      await tx
        .insertInto('case_comment_mentions')
        .values(mentioned.map((person_id) => ({ comment_id: commentId, person_id })))
        .execute()
    }
  })
  await tellOthers(work, found, { commentId, author, audience, mentioned, isStaff })
  return { commentId }
}

/** The same words of the same person at the same place: the form was sent twice, and nobody is told twice. */
async function saidJustNow(
  work: Work,
  said: Pick<AddComment, 'caseId' | 'lineId' | 'text' | 'audience'> & { author: string },
) {
  return work.read
    .selectFrom('case_comments')
    .select('id')
    .where('case_id', '=', said.caseId)
    .where('case_line_id', said.lineId === null ? 'is' : '=', said.lineId)
    .where('author_id', '=', said.author)
    .where('audience', '=', said.audience)
    .where('text', '=', said.text)
    .where('created_at', '>', sentTwiceSince(work))
    .executeTakeFirst()
}

/** Takes one's own comment back: its text is gone, that there was one stays. */
export async function takeCommentBack(
  work: Work,
  input: { caseId: string; commentId: string },
): Promise<{ caseId: string } | Refusal> {
  const comment = await commentForUpdate(work, input)
  if (!comment || !work.may('recognition.comment.take-back', comment)) {
    return refuse(409, m('refusal.no-comment'))
  }
  if (comment.text === null) return { caseId: comment.case_id }
  const entry = commentTakenBack({
    object: { kind: 'recognition-case', id: comment.case_id },
    organisationIds: [comment.home_organisation_id],
    personId: comment.audience === 'student' ? comment.person_id : null,
    data: { comment: comment.id, audience: comment.audience },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('case_comments')
      .set({ text: null, taken_back_at: work.now })
      .where('id', '=', comment.id)
      .execute(),
  )
  return { caseId: comment.case_id }
}

function absent(): Refusal {
  return refuse(404, m('refusal.no-case'))
}

/** Only who may read the case is named; an id that a form made up is left out. */
async function mentionedOf(
  work: Work,
  found: LockedCase,
  asked: readonly string[],
): Promise<string[]> {
  if (asked.length === 0) return []
  const colleagues = new Set((await colleaguesOf(work, found)).map(({ id }) => id))
  return [...new Set(asked)].filter((id) => colleagues.has(id))
}

interface Said {
  commentId: string
  author: string
  audience: CommentAudience
  mentioned: readonly string[]
  isStaff: boolean
}

async function tellOthers(work: Work, found: LockedCase, said: Said): Promise<void> {
  const named = new Set(said.mentioned)
  const others = new Set<string>()
  if (said.audience === 'student' && said.isStaff) others.add(found.person_id)
  if (!said.isStaff) for (const id of await talkersOf(work, found)) others.add(id)
  named.delete(said.author)
  others.delete(said.author)
  const author = await personById(work, said.author)
  for (const id of new Set([...named, ...others])) {
    const reader = await personById(work, id)
    if (!reader || reader.state !== 'active') continue
    const key = named.has(id)
      ? 'notice.comment-mention'
      : said.isStaff
        ? 'notice.comment-shared'
        : 'notice.comment-reply'
    const name = author ? displayName(author.name, reader.preferredLanguage) : '–'
    await notify(work, {
      personId: id,
      kind: commentNotice,
      message: m(key, { name, number: found.number }),
      href: `/recognition/cases/${found.id}#comment-${said.commentId}`,
    })
  }
}
