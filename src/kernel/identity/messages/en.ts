import held from './held.en.ts'
import ways from './ways.en.ts'

export default {
  ...held,
  ...ways,
  'code.ended': 'This code no longer works. Ask for a new letter.',
  'code.wrong': 'That is not the code in the letter. Check the eight digits.',
  'demonstration.off': 'Signing in with one click exists only in the demonstration.',
  'demonstration.real-data':
    'This database holds real people. Start without demonstration mode, or choose an empty data folder.',
  'email.faulty': 'This is not an e-mail address. It should look like name@example.org.',
  'email.taken': 'Somebody already uses this e-mail address.',
  'email.unproven': 'First confirm your e-mail address: ask for a sign-in link and open it.',
  'federated.begin-again':
    'This sign-in took too long or was begun in another browser. Please begin again.',
  'federated.declined':
    '{provider} did not confirm the sign-in. You can try again or choose another way.',
  'federated.faulty':
    'The answer of {provider} could not be trusted, so nobody was signed in. Please begin again.',
  'federated.no-provider': 'This way of signing in is not set up here.',
  'federated.taken': 'This account at the other service already belongs to somebody else here.',
  'federated.unknown': 'This linked account does not exist any more.',
  'federated.unreachable':
    '{provider} cannot be reached at the moment. Try again later or choose another way to sign in.',
  'field.faulty': 'Please check this.',
  'invitation.used-or-expired':
    'This invitation was used, withdrawn or has expired. Ask whoever invited you for a new one.',
  'letter.confirm.action': 'Confirm this address',
  'letter.confirm.subject': 'Confirm your e-mail address for {siteName}',
  'letter.confirm.text':
    'Somebody, probably you, wants to use this address for {siteName}. The button works once, for {minutes} minutes.',
  'letter.email-changed.subject': 'Your e-mail address at {siteName} was changed',
  'letter.email-changed.text':
    'From now on {siteName} writes to another address. This letter is the last one to this address.',
  'letter.invitation.action': 'Accept the invitation',
  'letter.invitation.text': 'The invitation is valid until {expiresAt, date, long}.',
  'letter.not-you':
    'If you did not ask for this, you can ignore the letter. Nothing happens without you.',
  'letter.password-set.subject': 'Your password at {siteName} was changed',
  'letter.password-set.text':
    'A new password was set for your account at {siteName}. Everybody who was signed in elsewhere was signed out.',
  'letter.reset.action': 'Set a new password',
  'letter.reset.subject': 'Set a new password for {siteName}',
  'letter.reset.text':
    'Somebody, probably you, asked for a new password for {siteName}. The button works once, for {minutes} minutes.',
  'letter.second-factor.subject': 'Two-step sign-in at {siteName} was changed',
  'letter.second-factor.text':
    'Two-step sign-in for your account at {siteName} was switched on or off.',
  'letter.sign-in.action': 'Sign in',
  'letter.sign-in.subject': 'Your sign-in link for {siteName}',
  'letter.sign-in.text':
    'The button signs you in to {siteName}. It works once, for {minutes} minutes. You can also type the code where you asked for it.',
  'letter.tell-us': 'If this was not you, set a new password at once and tell your coordinator.',
  'limit.wait':
    'Too many attempts. Please wait {minutes, plural, one {# minute} other {# minutes}}, or sign in another way.',
  'link.used-or-expired': 'This link was used already or has expired. Ask for a new one.',
  'merge.demonstration': 'An invented person and a real one cannot be merged.',
  'merge.not-active': 'One of these two people was already merged or erased.',
  'merge.same': 'Choose two different people.',
  'passkey.faulty': 'The passkey could not be checked. Please begin again.',
  'passkey.known': 'This passkey is registered already.',
  'passkey.none': 'You have no passkey yet.',
  'passkey.unknown': 'This passkey does not exist any more.',
  'password.about-you':
    'This password consists mainly of your address or the name of the site. Choose another.',
  'password.too-common':
    'This password is too easy to guess. Four unconnected words make a good one.',
  'password.too-long': 'Use at most 200 characters.',
  'password.too-short': 'Use at least 12 characters. Four unconnected words make a good password.',
  'password.wrong': 'The password is not right.',
  'person.faulty': 'Some details about the person need a correction.',
  'person.unknown': 'This person does not exist, or you may not see them.',
  'second-factor.begin-again': 'The second step took too long. Please sign in again.',
  'session.prove-again': 'Before this change, please prove again that it is you.',
  'session.unknown': 'This sign-in has ended already.',
  'sign-in.wrong': 'The e-mail address or the password is not right.',
  'totp.already': 'Two-step sign-in is already on.',
  'totp.begin-again': 'Please set up the authenticator app again from the beginning.',
  'totp.off': 'Two-step sign-in is not on.',
  'totp.wrong': 'This code is not right or was used already. Wait for the next one in your app.',
  'entry.person-registered': 'Registered',
  'entry.person-changed': 'Personal details changed',
  'entry.email-verified': 'E-mail address confirmed',
  'entry.primary-email-changed': 'Main e-mail address changed',
  'entry.password-set': 'Password set',
  'entry.totp-enabled': 'Two-step sign-in switched on',
  'entry.totp-disabled': 'Two-step sign-in switched off',
  'entry.recovery-codes-made': 'New recovery codes made',
  'entry.recovery-code-used': 'Recovery code used',
  'entry.passkey-added': 'Passkey added',
  'entry.passkey-removed': 'Passkey removed',
  'entry.federated-identity-linked': 'Account at another service linked',
  'entry.federated-identity-unlinked': 'Account at another service unlinked',
  'entry.session-started': 'Signed in',
  'entry.sessions-ended': 'Signed out',
  'entry.person-invited': 'Invited',
  'entry.invitation-accepted': 'Invitation accepted',
  'entry.invitation-withdrawn': 'Invitation withdrawn',
  'entry.act-link-used': 'Acted through a link',
  'entry.act-links-revoked': 'Links revoked',
  'entry.persons-merged': 'Two records of one person merged',
  'entry.person-erased': 'Personal details erased',
  'erasure.number-kept':
    'The number by which decisions refer to the person is kept; no name or address belongs to it any more.',
}
