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
  'page.case.in-place-of': '{name}, en remplacement de {other}',
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
  'correction.open': 'Corriger la ligne',
  'correction.title': 'Corriger {code}',
  'correction.lead':
    'Saisissez ce qui figure sur l’original. L’ancienne valeur est conservée avec votre nom et votre motif, et le dossier est aussitôt réévalué.',
  'correction.no-scan':
    'Aucune copie numérisée de l’original n’a été déposée. Ayez le document papier sous les yeux.',
  'correction.field.code': 'Code du cours',
  'correction.field.title': 'Intitulé',
  'correction.field.credit': 'Crédits',
  'correction.field.hours': 'Heures de cours',
  'correction.field.grade': 'Note',
  'correction.field.status': 'Résultat',
  'correction.field.term': 'Semestre',
  'correction.field.completedOn': 'Achevé le',
  'correction.status.unsaid': 'Non précisé',
  'correction.status.passed': 'Validé',
  'correction.status.failed': 'Non validé',
  'correction.status.in-progress': 'Inachevé',
  'correction.hours.lecture': 'Cours magistraux',
  'correction.hours.practice': 'Travaux pratiques',
  'correction.hours.placement': 'Stage',
  'correction.hours.self-study': 'Travail personnel',
  'correction.result': 'Crédits et note',
  'correction.when': 'Période',
  'correction.reason': 'Motif de la correction',
  'correction.reason-hint':
    'Par exemple : note mal lue, l’original indique 88. L’étudiant lit ce motif.',
  'correction.save': 'Enregistrer et réévaluer',
  'correction.back': 'Retour au dossier',
  'correction.stands': 'La ligne telle qu’elle est actuellement',
  'correction.earlier': 'Corrections antérieures',
  'correction.change': '{before} → {after}',
  'correction.done': 'La ligne a été corrigée et le dossier réévalué.',
  'correction.by': 'Corrigé par {by} le {day} : {changes}. {reason}',
  'correction.after-verdict': 'La ligne a été corrigée après ce verdict. Examinez-la de nouveau.',
  'entry.line-corrected': 'Ligne {line} corrigée d’après l’original',
  'refusal.line-corrected-meanwhile':
    'Un collègue a corrigé cette ligne depuis que vous avez ouvert la page. Son état actuel figure ci-dessous ; votre saisie est conservée. Comparez, puis enregistrez à nouveau.',
  'refusal.nothing-corrected': 'Rien ne diffère de l’état actuel de la ligne',
  'refusal.correction-reason': 'Indiquez pourquoi la ligne est corrigée',
} as const satisfies Record<keyof typeof en, string>
