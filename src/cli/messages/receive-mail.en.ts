export default {
  'receive-mail.summary': 'Take in one mail from standard input: for the pipe of a mail server.',
  'receive-mail.option.to': 'The address to which the mail server delivers it.',
  'receive-mail.exit-codes':
    'Exit codes for the mail server: 0 taken in, 65 no mail or too large, 67 nobody has this return address, 75 try again.',
  'receive-mail.mail': 'The mail waits to be filed.',
  'receive-mail.bounce': 'A mail of ours came back; that is noted.',
  'receive-mail.report': 'A report about no mail of ours, or only of a delay.',
  'receive-mail.known': 'The mail is here already.',
  'receive-mail.own': 'A mail of ours that was sent back here.',
  'failure.receive-mail': 'The mail could not be taken in. {detail}',
  'receive-mail.server-ended': 'The running server ended before it had answered.',
  'variable.WEFT_BOUNCE_ADDRESS':
    'give a mail address without "+", for example bounces@example.org, or leave it out',
}
