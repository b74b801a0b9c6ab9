import type en from './en.ts'
import held from './held.fr.ts'
import reasons from './reasons.fr.ts'

export default {
  ...held,
  ...reasons,
  'refused.address': 'Ce n’est pas une adresse électronique.',
  'field.address': 'Indiquez une adresse comme nom@universite.example.',
  'refused.too-large': 'Le message dépasse 25 Mo.',
  'refused.no-mail': 'Ce n’est pas un message électronique.',
  'refused.no-incoming': 'Ce message n’existe pas ou est déjà classé.',
  'refused.loop': 'Le message a fait le tour de trop de serveurs.',
  'refused.no-mailbox': 'Cette adresse de retour ne correspond à aucun de nos messages.',
  'refused.not-filed': 'Ce message n’existe pas ou n’est pas classé.',
  'footer.sent-by': 'Envoyé par Weft depuis {host}. Vous pouvez répondre à ce message.',
  'footer.settings': 'Choisir les messages que vous recevez',
  'entry.mail-failed': 'Un message n’a pas pu être remis.',
  'entry.mail-received': 'Un message est arrivé.',
} satisfies Record<keyof typeof en, string>
