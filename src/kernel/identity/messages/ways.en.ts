export default {
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
}
