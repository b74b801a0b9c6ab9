export default {
  'letter.sign-ins-ended.subject': 'You were signed out of {siteName} everywhere',
  'letter.sign-ins-ended.text':
    'Your office ended every sign-in and every access token of your account at {siteName}: a device was lost, or a token had become known.',
  'letter.sign-ins-ended.next':
    'Sign in again as usual. Programs of yours need new access tokens. If you do not know why, ask your coordinator.',
  'letter.passkey-added.subject': 'A passkey was added to your account at {siteName}',
  'letter.passkey-added.text':
    'Whoever holds it signs in to your account at {siteName} without your password. You find it under “Security” on your account, and can remove it there.',
  'letter.passkey-removed.subject': 'A passkey was removed from your account at {siteName}',
  'letter.passkey-removed.text': 'It does not sign in to your account at {siteName} any more.',
  'letter.identity-linked.subject': 'You can now sign in to {siteName} with {provider}',
  'letter.identity-linked.text':
    'An account at {provider} was linked to your account at {siteName}, and signs in from now on. You find it under “Security” on your account, and can unlink it there.',
  'letter.identity-unlinked.subject': '{provider} does not sign in to {siteName} any more',
  'letter.identity-unlinked.text':
    'The account at {provider} was unlinked from your account at {siteName}.',
  'letter.access-token-made.subject': 'An access token was made for your account at {siteName}',
  'letter.access-token-made.text':
    'A program that holds it acts in your name at {siteName}, as far as you chose. You find it under “Access tokens” on your account, and can end it there.',
  'access-token.unknown': 'There is no such token, or it has ended already.',
  'access-token.faulty': 'The token was not made.',
  'access-token.needs-name': 'Say what the token is for.',
  'access-token.name-taken': 'One of your open tokens has this name. Give another one.',
  'access-token.too-many': 'You have {most} open tokens. End one that you no longer need.',
  'entry.access-token-made': 'Access token made',
  'entry.access-tokens-ended': 'Access tokens ended',
}
