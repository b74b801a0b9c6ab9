import type en from './en.ts'
import held from './held.zh-hans.ts'

export default {
  ...held,
  'refused.address': '这不是有效的邮箱地址。',
  'field.address': '请填写邮箱地址，例如 name@university.example。',
  'refused.too-large': '邮件超过 25 MB。',
  'refused.no-mail': '这不是一封邮件。',
  'refused.no-incoming': '没有这封邮件，或已归档。',
  'footer.sent-by': '本邮件由 {host} 的 Weft 发出，可直接回复。',
  'footer.settings': '设置接收哪些邮件',
  'entry.mail-failed': '有一封邮件未能送达。',
  'entry.mail-received': '收到一封邮件。',
} satisfies Record<keyof typeof en, string>
