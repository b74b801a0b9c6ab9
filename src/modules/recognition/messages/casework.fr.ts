import type en from './casework.en.ts'

export default {
  'cases.similar': 'Personne ne s’appelle « {search} ». Voici des noms proches.',
  'issuer.title': 'Est-ce le bon établissement ?',
  'issuer.missing': 'Quel établissement a délivré ce relevé ?',
  'issuer.names':
    'Le document indique comme émetteur {issuer} ; il a été déposé comme relevé de {host}.',
  'issuer.take': 'Il émane de {institution}',
  'issuer.choose': 'Retenir cet établissement',
  'issuer.not-listed': 'L’établissement n’est pas dans la liste ?',
  'issuer.not-listed-what':
    'C’est le secrétariat de l’alliance qui l’ajoute. Le relevé est conservé entre-temps parmi les « Relevés que vous n’avez pas terminés » et vous serez averti dès que vous pourrez continuer.',
  'issuer.asked': 'L’ajout de {institution} a été demandé au secrétariat.',
  'issuer.enter': 'Ajouter une organisation',
  'issuer.institution': 'Nom de l’établissement, tel qu’il figure sur le document',
  'issuer.ask': 'Demander au secrétariat',
  'issuer.requested':
    'La demande est partie au secrétariat. Le relevé est conservé ; vous serez averti dès que l’établissement y figurera.',
  'issuer.changed': 'L’établissement a été modifié. Rien de votre saisie n’est perdu.',
  'issuer.confirm': 'J’ai comparé avec l’original : c’est un relevé de {host}',
  'issuer.confirm-button': 'C’est bien un relevé de {host}',
  'issuer.confirmed': '{by} a confirmé le {day} qu’il s’agit d’un relevé de {host}.',
  'issuer.confirmed-now': 'Confirmé. Le dossier peut être décidé.',
  'issuer.before-decision':
    'Comparez avec l’original et confirmez. Sans cela, aucune décision n’est prise ; un relevé d’un autre établissement se retire et se dépose à nouveau.',
  'issuer.none-of-these': 'Il n’est pas dans cette liste',
  'issuer.none-of-these-hint':
    'S’il manque, choisissez « Il n’est pas dans cette liste » : le relevé est conservé jusqu’à ce que le secrétariat ait ajouté l’établissement.',
  'issuer.here-now':
    '{institution} figure désormais parmi les organisations. Vous pouvez continuer avec le relevé déposé.',
  'notice.kind.host-entered': 'Établissement qu’attend l’un de vos relevés',
  'task.missing-host': 'Ajouter {institution} aux organisations : un relevé l’attend',
  'task.kind.missing-host': 'Établissement à ajouter',
  'entry.issuer-confirmed':
    'Relevé confirmé comme étant celui de l’établissement d’accueil, bien qu’il indique un autre émetteur',
  'refusal.issuer-unconfirmed':
    'Le document indique comme émetteur {issuer} et non {host}. Choisissez l’établissement qui l’a délivré, ou confirmez qu’il s’agit d’un relevé de {host}.',
  'refusal.issuer-in-doubt':
    'Le document indique un autre émetteur que l’établissement d’accueil. Confirmez qu’il est bien de celui-ci, puis décidez.',
  'refusal.institution-name': 'Indiquez le nom de l’établissement',
  'command.transcript.issuer-confirmed':
    'Le relevé est bien de l’établissement d’accueil, quoiqu’il indique un autre émetteur',
} as const satisfies Record<keyof typeof en, string>
