export default {
  'letter.sign-ins-ended.subject': 'Vous avez été déconnecté partout de {siteName}',
  'letter.sign-ins-ended.text':
    'Votre établissement a mis fin à toutes les connexions et à tous les jetons d’accès de votre compte {siteName} : un appareil a été perdu, ou un jeton a été divulgué.',
  'letter.sign-ins-ended.next':
    'Connectez-vous à nouveau comme d’habitude. Vos programmes ont besoin de nouveaux jetons d’accès. Si vous n’en connaissez pas la raison, demandez à votre coordinateur.',
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
  'letter.access-token-made.subject': 'Un jeton d’accès a été créé pour votre compte {siteName}',
  'letter.access-token-made.text':
    'Un programme qui le détient agit en votre nom sur {siteName}, dans la mesure que vous avez choisie. Vous le trouverez dans votre compte, sous « Jetons d’accès », où vous pouvez y mettre fin.',
  'access-token.unknown': 'Ce jeton n’existe pas, ou il a déjà pris fin.',
  'access-token.faulty': 'Le jeton n’a pas été créé.',
  'access-token.needs-name': 'Indiquez à quoi sert le jeton.',
  'access-token.name-taken': 'Un de vos jetons en cours porte déjà ce nom. Donnez-en un autre.',
  'access-token.too-many':
    'Vous avez {most} jetons en cours. Mettez fin à l’un de ceux dont vous n’avez plus besoin.',
  'entry.access-token-made': 'Jeton d’accès créé',
  'entry.access-tokens-ended': 'Fin de jetons d’accès',
}
