export default {
  'reason.no-mailbox':
    'There is no such mailbox: the address may be misspelt, or the person has left.',
  'reason.no-host':
    'There is no mail server behind this address: what stands after the @ may be misspelt.',
  'reason.closed': 'The mailbox is closed.',
  'reason.full': 'The mailbox is full.',
  'reason.too-large': 'The mail was too large for the mailbox.',
  'reason.blocked': 'The mail server refused the mail, as spam or by a rule of its own.',
  'reason.no-answer': 'The mail server could not be reached for two days.',
  'reason.other': 'The mail server did not take the mail.',
}
