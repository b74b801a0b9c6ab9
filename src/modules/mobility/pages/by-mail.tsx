import type { FormState } from '#kernel/http'
import { Button, Field, Fold, Form, Section, Table, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import type { FiledMail } from '../service/by-mail.ts'
import { AnswerFields } from './answer-fields.tsx'
import { base, dayOf, type PageCall } from './words.tsx'

interface ByMailProps {
  call: PageCall
  stay: StayRow
  /** The mails that are filed with the stay. */
  mails: readonly FiledMail[]
  form: FormState
}

/** The answer of a partner that answered by mail, with the mail that says so. */
export function AnswerByMail({ call, stay, mails, form }: ByMailProps) {
  const { t, href, language, frame } = call
  if (mails.length === 0) return null
  return (
    <Fold summary={t(m('by-mail.answer'))} open={form.values['answer'] !== undefined}>
      <Form
        action={href(`${base}/${stay.id}/mailed-answer`)}
        csrf={frame.csrf}
        hidden={{ proposal: stay.proposal_id }}
      >
        <Field
          kind="select"
          language={language}
          name="mail"
          label={t(m('by-mail.which'))}
          value={form.values['mail'] ?? mails[0]!.id}
          error={form.errors['mail']}
          options={mails.map((mail) => ({ value: mail.id, label: mailWords(call, mail) }))}
        />
        <AnswerFields call={call} form={form} />
      </Form>
    </Fold>
  )
}

function mailWords(call: PageCall, { from, subject, receivedAt }: FiledMail): string {
  return `${dayOf(call, receivedAt)} · ${from} · ${subject}`
}

/** The files of mails that are filed with the stay: the one that is the transcript is taken from here. */
export function TranscriptByMail({ call, stay, mails }: Omit<ByMailProps, 'form'>) {
  const { t, href, language, frame } = call
  const rows = mails.flatMap((mail) => mail.attachments.map((file) => ({ mail, file })))
  if (rows.length === 0) return null
  return (
    <Section title={t(m('by-mail.files'))} id="mailed" lead={t(m('by-mail.files-lead'))}>
      <Table<(typeof rows)[number]>
        language={language}
        caption={t(m('by-mail.files'))}
        captionHidden
        rows={rows}
        rowKey={({ file }) => file.id}
        columns={[
          {
            key: 'file',
            label: t(m('transcript.file')),
            primary: true,
            cell: ({ mail, file }) => (
              <a href={href(`/mail/${mail.id}`)}>
                <Typed>{file.name}</Typed>
              </a>
            ),
          },
          {
            key: 'from',
            label: t(m('by-mail.from')),
            cell: ({ mail }) => <Typed>{mail.from}</Typed>,
          },
          {
            key: 'day',
            label: t(m('by-mail.day')),
            cell: ({ mail }) => dayOf(call, mail.receivedAt),
          },
          {
            key: 'take',
            label: t(m('by-mail.take')),
            kind: 'actions',
            cell: ({ mail, file }) => (
              <Form
                action={href(`${base}/${stay.id}/mailed-transcript`)}
                csrf={frame.csrf}
                hidden={{ mail: mail.id, attachment: file.id }}
                inline
              >
                <Button look="secondary">{t(m('by-mail.take'))}</Button>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  )
}
