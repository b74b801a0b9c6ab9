export default {
  'held.part': 'Account and signing in',
  'held.profile': 'Name, date of birth, language and time zone',
  'held.addresses': 'E-mail addresses',
  'held.ways': 'Ways of signing in: password, passkeys, code app, other services',
  'held.sign-ins': 'Sign-ins with device and network',
  'held.invitations': 'Invitations sent to your addresses',
  'held.tokens': 'Access tokens of your programs, with their last use',
}
