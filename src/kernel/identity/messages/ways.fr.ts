export default {
  'letter.passkey-added.subject': 'Une clé d’accès a été ajoutée à votre compte {siteName}',
  'letter.passkey-added.text':
    'Qui la détient se connecte à votre compte {siteName} sans votre mot de passe. Vous la trouverez dans votre compte, sous « Sécurité », où vous pouvez la supprimer.',
  'letter.passkey-removed.subject': 'Une clé d’accès a été supprimée de votre compte {siteName}',
  'letter.passkey-removed.text': 'Elle ne permet plus de se connecter à votre compte {siteName}.',
  'letter.identity-linked.subject':
    'Vous pouvez désormais vous connecter à {siteName} avec {provider}',
  'letter.identity-linked.text':
    'Un compte {provider} a été associé à votre compte {siteName} et permet désormais de s’y connecter. Vous le trouverez dans votre compte, sous « Sécurité », où vous pouvez le dissocier.',
  'letter.identity-unlinked.subject': '{provider} ne permet plus de se connecter à {siteName}',
  'letter.identity-unlinked.text':
    'Le compte {provider} a été dissocié de votre compte {siteName}.',
}
