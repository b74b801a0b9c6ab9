import type en from './en.ts'
import held from './held.zh-hans.ts'
import reasons from './reasons.zh-hans.ts'

export default {
  ...held,
  ...reasons,
  'refused.address': '这不是有效的邮箱地址。',
  'field.address': '请填写邮箱地址，例如 name@university.example。',
  'refused.too-large': '邮件超过 25 MB。',
  'refused.no-mail': '这不是一封邮件。',
  'refused.no-incoming': '没有这封邮件，或已归档。',
  'refused.loop': '邮件经过的服务器过多，可能在循环转发。',
  'refused.no-mailbox': '没有使用此退信地址的邮件。',
  'refused.not-filed': '没有这封邮件，或尚未归档。',
  'footer.sent-by': '本邮件由 {host} 的 Weft 发出，可直接回复。',
  'footer.settings': '设置接收哪些邮件',
  'entry.mail-failed': '有一封邮件未能送达。',
  'entry.mail-received': '收到一封邮件。',
} satisfies Record<keyof typeof en, string>
