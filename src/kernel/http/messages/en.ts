export default {
  'absent.title': 'There is nothing to see here',
  'absent.text':
    'The page does not exist, or it is not open to you. If somebody sent you here, ask them to check the address and your rights.',
  'signed-out.title': 'Sign in to go on',
  'signed-out.text': 'This step needs to know who you are.',
  'signed-out.kept.title': 'You were signed out while the form was open',
  'signed-out.kept.text':
    'Nothing you typed is lost: it waits on this page. Sign in in another tab, come back to this one, and send the form again.',
  'stale-form.title': 'The form was open too long',
  'stale-form.text':
    'It could not be confirmed that the form was sent from this site by you. Go back, load the page again and send it once more.',
  'stale-form.kept.title': 'Send the form again',
  'stale-form.kept.text':
    'It was open for a long time, or somebody signed in meanwhile. Nothing you typed is lost: it waits on this page, and is sent when you say so.',
  'too-large.title': 'That is too large',
  'too-large.text': 'At most {limit} can be sent here in one go.',
  'too-large.kept.title': 'A file is too large',
  'too-large.kept.text':
    'At most {limit} can be sent here in one go. What you typed is kept: choose a smaller file and send it again.',
  'no-room.title': 'Much is being sent at the moment',
  'no-room.text':
    'There is no room for it right now. Nothing was saved. Wait a minute, go back and send it again.',
  'bad-token.title': 'This token does not count',
  'bad-token.text':
    'It is unknown, was ended, or has expired. Make a new one on your account, under “Access tokens”.',
  'reading-token.title': 'This token only reads',
  'reading-token.text':
    'Nothing was changed. Make a token for reading and writing on your account, under “Access tokens”.',
  'too-many.title': 'Too many requests',
  'too-many.text': 'Wait {seconds} seconds and try again.',
  'bad-request.title': 'The request could not be read',
  'bad-request.text': 'What was sent is not a form or not valid JSON.',
  'bug.title': 'Something broke on our side',
  'bug.text':
    'Nothing was half-done. Try again; if it happens again, tell the secretariat this number: {request}.',
  'store-away.title': 'The platform cannot reach its file store',
  'store-away.text':
    'Pages work; files cannot be opened or taken for the moment. Nothing was half-done. Wait a minute, then try again.',
  'away.title': 'The platform cannot reach its database',
  'away.text': 'Nothing was half-done. It is usually back within a minute: wait, then try again.',
  'full.title': 'The disk of the platform is full',
  'full.text':
    'Nothing was saved, and trying again does not help yet. Tell the secretariat; what you typed can be sent from here later.',
  'refused.title': 'There is a problem',
  'field.required': 'Fill this in',
  'field.invalid': 'What stands here cannot be read. Delete it and type it anew',
  'field.one': 'Give one value only',
  'field.datetime': 'Give a date and a time like 2026-08-31 14:30',
  'field.form': 'Write it like {example}',
  'field.too-long': 'At most {limit} characters',
  'field.too-short': 'At least {limit} characters',
  'field.too-big': 'At most {limit}',
  'field.too-small': 'At least {limit}',
  'field.choice': 'Choose one of the values offered',
  'field.email': 'Give an e-mail address like name@example.org',
  'field.url': 'Give a web address like https://example.org',
  'field.date': 'Give a date like 2026-08-31 or 31/8/2026',
  'field.number': 'Give a number like 3 or 1.5',
  'field.unknown': 'This field is not known here',
  'sent-already': 'This form had already been sent, and was done once. Here is how it stands now.',
  'form.check':
    'Check the fields named below. Nothing was saved yet, and nothing you typed is lost.',
} as const
