import type en from './by-mail.en.ts'

export default {
  'by-mail.works-here': '合作院校在此设有办公室，由其自行答复。',
  'by-mail.answer': '合作院校已通过邮件答复',
  'by-mail.which': '见于哪封邮件',
  'by-mail.gone': '该邮件或文件未归入此项交流。',
  'by-mail.files': '邮件附件',
  'by-mail.files-lead': '来自归入此项交流的邮件。选作成绩单的文件将按原样保存。',
  'by-mail.from': '发件人',
  'by-mail.day': '收到日期',
  'by-mail.take': '作为成绩单',
} satisfies Record<keyof typeof en, string>
