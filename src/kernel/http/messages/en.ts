export default {
  'absent.title': 'There is nothing to see here',
  'absent.text':
    'The page does not exist, or it is not open to you. If somebody sent you here, ask them to check the address and your rights.',
  'signed-out.title': 'Sign in to go on',
  'signed-out.text': 'This step needs to know who you are.',
  'stale-form.title': 'The form was open too long',
  'stale-form.text':
    'It could not be confirmed that the form was sent from this site by you. Go back, load the page again and send it once more.',
  'too-large.title': 'That is too large',
  'too-large.text': 'At most {limit} can be sent here in one go.',
  'too-many.title': 'Too many requests',
  'too-many.text': 'Wait {seconds} seconds and try again.',
  'bad-request.title': 'The request could not be read',
  'bad-request.text': 'What was sent is not a form or not valid JSON.',
  'bug.title': 'Something broke on our side',
  'bug.text':
    'Nothing was half-done. Try again; if it happens again, tell the secretariat this number: {request}.',
  'refused.title': 'There is a problem',
  'field.required': 'Fill this in',
  'field.invalid': 'This is not in the form that is needed here',
  'field.too-long': 'At most {limit} characters',
  'field.too-short': 'At least {limit} characters',
  'field.too-big': 'At most {limit}',
  'field.too-small': 'At least {limit}',
  'field.choice': 'Choose one of the values offered',
  'field.email': 'Give an e-mail address like name@example.org',
  'field.url': 'Give a web address like https://example.org',
  'field.date': 'Give a date like 2026-08-31',
  'field.number': 'Give a number',
  'field.unknown': 'This field is not known here',
  'form.check':
    'Check the fields named below. Nothing was saved yet, and nothing you typed is lost.',
} as const
