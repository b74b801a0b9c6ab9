import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { outbox, readMail, recordIncoming } from '#kernel/mail'

/** A mail of the demonstration, as a mail server would hand it over. */
interface Letter {
  from: string
  subject: string
  text: string
  /** The mail of ours that it answers. */
  answers?: string
  attachment?: { name: string; text: string }
  automatic?: boolean
}

/**
 * The demonstration's mail: a professor answers by mail and not by the link, somebody is away, a partner writes to the
 * alliance, and one address is misspelt. It goes the way of real mail, and the same mail is taken in once.
 */
export async function seedMail({ runner, now }: Seeding): Promise<void> {
  const context = {
    actor: { kind: 'system' as const, name: 'mail-server' },
    now,
    language: 'en' as const,
  }
  const sent = await outbox(runner.reading(context), { limit: 500 })
  // Only letters to students, who read in their account what a letter says: the links of the others are to be followed.
  const toStudents = sent
    .filter(({ about, personId }) => about?.kind === 'recognition-case' && personId !== null)
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const [lost, answered] = [toStudents.at(0)?.id, toStudents.at(-1)?.id]
  const letters = [
    ...(answered ? [answer(answered), away(answered)] : []),
    toTheAlliance,
    ...(lost && lost !== answered ? [returned(lost)] : []),
  ]
  for (const raw of letters) {
    const mail = await readMail(raw)
    if (isRefused(mail)) throw new Error(`a mail of the demonstration is none: ${mail.message.key}`)
    await runner.perform(context, (work) => recordIncoming(work, mail))
  }
}

const answer = (id: string) =>
  written({
    from: '李文博 <li.wenbo@arts.pku.example>',
    subject: '回复：课程内容说明',
    text: '您好：\n\n随信附上《文化遗产数字化》课程大纲（2026 年春季学期，48 学时）。如需盖章版本，请告知，我院可另行邮寄。\n\n此致\n李文博',
    answers: id,
    attachment: {
      name: '课程大纲.txt',
      text: '文化遗产数字化\n48 学时，3 学分\n1 数字采集\n2 三维建模\n3 展示与传播\n',
    },
  })

const away = (id: string) =>
  written({
    from: 'Office of Academic Affairs <office@arts.pku.example>',
    subject: '自动回复：不在办公室',
    text: '我于 11 月 30 日返回办公室，届时回复您的邮件。',
    answers: id,
    automatic: true,
  })

const toTheAlliance = written({
  from: 'Musée des Lumières <contact@musee-lumieres.example>',
  subject: 'Accueil de stagiaires en 2027',
  text: 'Bonjour,\n\nNous pourrions accueillir deux stagiaires de février à juin 2027 pour la numérisation de nos plaques autochromes. Avec qui devons-nous en parler ?\n\nBien cordialement,\nHélène Vasseur',
})

function written({ from, subject, text, answers, attachment, automatic }: Letter): Buffer {
  const name = from.slice(0, from.indexOf(' <'))
  const address = from.slice(from.indexOf('<'))
  return Buffer.from(
    [
      `From: ${encoded(name)} ${address}`,
      'To: Weft <weft@weft.example>',
      `Subject: ${encoded(subject)}`,
      ...(answers ? [`In-Reply-To: <${answers}@weft.example>`] : []),
      ...(automatic ? ['Auto-Submitted: auto-replied'] : []),
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="part"',
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64(text),
      ...(attachment
        ? [
            '--part',
            'Content-Type: text/plain; charset=utf-8',
            `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(attachment.name)}`,
            'Content-Transfer-Encoding: base64',
            '',
            base64(attachment.text),
          ]
        : []),
      '--part--',
      '',
    ].join('\r\n'),
  )
}

/** A report as the mail server of a university writes it (RFC 3464). */
function returned(id: string): Buffer {
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mx.pku.example',
      `To: bounces+${id}@weft.example`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
      '',
      '--part',
      'Content-Type: text/plain',
      '',
      'The mail could not be delivered.',
      '--part',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.pku.example',
      '',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown in virtual mailbox table',
      '',
      '--part--',
      '',
    ].join('\r\n'),
  )
}

function encoded(text: string): string {
  return `=?utf-8?B?${base64(text)}?=`
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
