import held from './held.en.ts'
import reasons from './reasons.en.ts'

export default {
  ...held,
  ...reasons,
  'refused.address': 'This is not a mail address.',
  'field.address': 'Enter an address such as name@university.example.',
  'refused.too-large': 'The mail is larger than 25 MB.',
  'refused.no-mail': 'This is not a mail.',
  'refused.no-incoming': 'There is no such mail, or it is filed already.',
  'refused.loop': 'The mail has gone round too many servers.',
  'refused.no-mailbox': 'No mail of ours has this return address.',
  'refused.not-filed': 'There is no such mail, or it is not filed.',
  'footer.sent-by': 'Sent by Weft at {host}. Answers to this address are read.',
  'footer.settings': 'Choose which mail you get',
  'entry.mail-failed': 'A mail could not be delivered.',
  'entry.mail-received': 'A mail came in.',
}
