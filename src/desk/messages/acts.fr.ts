import type en from './acts.en.ts'

export default {
  'act.for': 'Au nom de',
  'act.what': 'Objet',
  'act.open': 'Voir la page entière (après connexion)',
  'act.gone.title': 'Ce lien est fermé',
  'act.gone.text':
    'Il a été retiré, ou il a été coupé en chemin. S’il reste quelque chose à faire, demandez-en un nouveau à l’expéditeur.',
  'act.complete.kicker': 'Est-ce fait ?',
  'act.complete': 'C’est fait',
  'act.complete.next':
    'La tâche quitte alors votre liste et celle de tous les autres. Rien d’autre ne change.',
  'act.give-away.kicker': 'Confier à quelqu’un d’autre',
  'act.give-away.to': 'Qui s’en charge',
  'act.give-away.self': '{name} (vous seul)',
  'act.give-away.office':
    'Ce n’est pas à moi : les coordinateurs de {organisation} trouvent quelqu’un',
  'act.give-away': 'Confier',
  'act.give-away.next': 'Cette personne est prévenue aussitôt, et la tâche quitte votre liste.',
  'act.plan.kicker': 'Quand le ferez-vous ?',
  'act.plan.on': 'Je le fais d’ici',
  'act.plan.other-day': 'Ou un autre jour',
  'act.plan.planned': 'Jour annoncé jusqu’ici : {on}.',
  'act.plan': 'Retenir ce jour',
  'act.plan.next':
    'D’ici là, la tâche est mise de côté dans votre liste ; ce jour-là, un rappel vous est envoyé. L’échéance ne change pas.',
  'act.over.inbox': 'Voir ce qui vous attend encore (après connexion)',
  'act.over.done.title': 'C’est fait',
  'act.over.done.text':
    'Vous l’avez indiqué le {on}. Si c’était une erreur, connectez-vous et annulez dans la journée.',
  'act.over.done-by-other.title': 'C’est déjà fait',
  'act.over.done-by-other.text':
    'Quelqu’un d’autre s’en est chargé le {on}. Vous n’avez rien à faire.',
  'act.over.cancelled.title': 'Ce n’est plus nécessaire',
  'act.over.cancelled.text': 'L’affaire a été réglée autrement. Vous n’avez rien à faire.',
  'act.over.given.title': 'C’est confié',
  'act.over.given.text': 'Votre collègue est prévenu. La tâche a quitté votre liste.',
  'act.over.with-other.title': 'Quelqu’un d’autre s’en occupe',
  'act.over.with-other.text':
    'La tâche a été confiée à quelqu’un d’autre ; ce lien ne sert donc plus. Vous n’avez rien à faire.',
  'act.over.planned.title': 'Le jour est noté',
  'act.over.planned.text':
    'Vous le ferez d’ici le {on}. Un rappel vous sera envoyé ce jour-là ; le lien de votre message permet encore de changer de jour.',
  'act.over.expired.title': 'Ce lien n’est plus valable',
  'act.over.expired.text':
    'La tâche vous attend toujours. Connectez-vous et faites-la sur sa page.',
  'stop.title': 'Ne plus recevoir ces messages : {kind}',
  'stop.lead':
    'Tout reste visible sur votre page de notifications. Les messages que vous demandez vous-même, comme un lien de connexion, arrivent toujours.',
  'stop.digest.lead':
    'Plus aucun récapitulatif ne sera envoyé. Tout reste visible dans « À traiter » ; les messages que vous voulez aussitôt arrivent toujours.',
  'stop.button': 'Arrêter ces messages',
  'stop.done.title': 'Arrêté : {kind}',
  'stop.done.text': 'Vous ne recevrez plus de message de ce type.',
  'stop.again': 'Les envoyer de nouveau comme avant',
  'stop.all': 'Choisir pour chaque type de message (après connexion)',
  'stop.gone.text':
    'Il ne fonctionne plus. Vous pouvez choisir vos messages sur votre propre page.',
} satisfies Record<keyof typeof en, string>
