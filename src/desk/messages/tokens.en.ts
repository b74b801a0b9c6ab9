export default {
  'password.set.tokens-stay':
    'The password is set. You were signed out everywhere else. {count, plural, one {One access token still works} other {# access tokens still work}}: end what others may know.',
  'account.tokens': 'Access tokens',
  'tokens.lead':
    'By a token a program of yours uses the API in your name: it may what you may, and no more. It opens no page and makes no other token.',
  'tokens.none': 'No token',
  'tokens.none-why':
    'Make one below when a program is to read or write here for you, such as a student information system.',
  'tokens.scope': 'The program may',
  'tokens.scope.read': 'Read',
  'tokens.scope.write': 'Read and write',
  'tokens.scope.read.hint': 'It sees what you see, and changes nothing.',
  'tokens.scope.write.hint':
    'It also changes what you may change; what it does is written down as done by you.',
  'tokens.until': 'Until {date}',
  'tokens.unused': 'not used yet',
  'tokens.used': 'last used {when}',
  'tokens.end': 'End',
  'tokens.ended': 'The token has ended. A program that holds it is refused from now on.',
  'tokens.make': 'Make a token',
  'tokens.make.lead':
    'Give each program a token of its own, so that you can end one without the others.',
  'tokens.label': 'What is it for?',
  'tokens.label.hint': 'Such as: student information system, night run',
  'tokens.days': 'How long it counts',
  'tokens.days.count': '{count, plural, one {# day} other {# days}}',
  'tokens.made': 'Your new token',
  'tokens.made.lead': 'It counts until {date}. Put it where the program keeps its secrets.',
  'tokens.once': 'It is shown only now. Nobody can show it again, we neither.',
  'tokens.how': 'The program sends it with each call:',
  'tokens.kept': 'I have put it away',
  'tokens.api': 'What programs can do: the description of the API',
  'operation.tasks': 'What waits for the reader, the most urgent first',
}
