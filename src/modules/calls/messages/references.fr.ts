import type en from './references.en.ts'

export default {
  'judging.references': 'Recommandations',
  'judging.references-lead':
    'Les candidats nomment des référents ; chacun reçoit un lien et répond sans compte.',
  'judging.references-count':
    '{count, plural, =0 {Aucune} one {# recommandation} other {# recommandations}}',
  'judging.references-shown': 'Les candidats peuvent lire leurs recommandations',
  'judging.references-hint':
    'Sinon elles sont confidentielles. Les référents le savent avant d’écrire. Quand l’évaluation est anonyme, seul le service les lit.',
  'references.title': 'Recommandations',
  'references.lead':
    '{each, plural, one {# recommandation est demandée.} other {# recommandations sont demandées.}} La personne nommée reçoit un lien et répond au service ; vous ne lisez pas ce qui est écrit.',
  'references.lead-shown':
    '{each, plural, one {# recommandation est demandée.} other {# recommandations sont demandées.}} La personne nommée reçoit un lien. Vous pourrez lire ce qui est écrit.',
  'references.lacking':
    '{count, plural, one {Nommez encore un référent} other {Nommez encore # référents}}',
  'references.ask-hint': 'Le courriel part aussitôt. Prévenez la personne et laissez-lui du temps.',
  'references.name': 'Nom du référent',
  'references.address': 'Adresse professionnelle',
  'references.language': 'Langue du courriel',
  'references.ask': 'Envoyer la demande',
  'references.drop': 'Annuler la demande',
  'references.asked': 'Demandée',
  'references.given': 'Reçue',
  'references.declined': 'Déclinée',
  'references.asked-now': 'La demande est envoyée.',
  'references.dropped': 'La demande est annulée ; son lien est fermé.',
  'references.missing':
    '{count, plural, one {Une recommandation manque.} other {# recommandations manquent.}}',
  'references.file': 'Fichier de la recommandation',
  'list.references': 'Recommandations',
  'list.references-of': '{given, number} sur {each, number}',
  'reference.act': 'Rédiger la recommandation',
  'reference.title': 'Recommandation pour {applicant}',
  'reference.until': 'À rendre avant le {until}',
  'reference.confidential':
    'Seules les personnes qui décident lisent ce que vous écrivez. Le candidat sait que vous avez répondu, pas ce que vous avez écrit.',
  'reference.shown': 'Pour cet appel, le candidat peut lire ce que vous écrivez.',
  'reference.rating':
    'Parmi les personnes que vous avez formées ces dernières années, {applicant} se situe',
  'rating.1': 'parmi les 5 % les meilleures',
  'rating.2': 'parmi les 10 % les meilleures',
  'rating.3': 'parmi les 25 % les meilleures',
  'rating.4': 'dans la moitié supérieure',
  'rating.5': 'dans la moitié inférieure',
  'reference.text': 'Votre recommandation',
  'reference.text-hint':
    'D’où vous connaissez la personne, ce qu’elle sait faire, ce que vous en diriez à un collègue. {most, number} caractères au plus.',
  'reference.file': 'Une lettre signée, si vous en avez une',
  'reference.give': 'Envoyer la recommandation',
  'reference.decline': 'Je ne peux pas donner cette recommandation',
  'reference.decline-lead':
    '{applicant} l’apprend, sans motif, et peut demander à quelqu’un d’autre à temps.',
  'reference.decline-do': 'Décliner',
  'reference.not-you':
    'Ce lien est destiné à {name}. Si ce n’est pas vous, fermez la page et ne la transmettez pas.',
  'reference.given': 'La recommandation est envoyée',
  'reference.given-text': 'Merci. Elle ne peut plus être modifiée par ce lien.',
  'reference.declined': 'Vous avez décliné',
  'reference.declined-text': 'Le candidat a été prévenu. Merci de votre réponse.',
  'reference.over': 'Cette recommandation n’est plus attendue',
  'reference.over-text':
    'La candidature est retirée, la demande annulée, ou les décisions sont closes.',
  'reference.mail.ask': 'Recommandation pour {applicant} : {call}',
  'reference.mail.remind': 'Rappel : recommandation pour {applicant}',
  'reference.mail.greeting': 'Bonjour {name},',
  'reference.mail.why':
    '{applicant} est candidat·e à « {call} » ({organisation}) et vous nomme comme référent.',
  'reference.mail.until': 'Merci de répondre avant le {until}. Une seule page, sans compte.',
  'reference.mail.late':
    'L’appel est clos. Votre recommandation sera encore lue jusqu’aux décisions ; merci de répondre vite.',
  'notice.kind.reference': 'Un référent a répondu',
  'notice.reference-given': '{name} a envoyé sa recommandation pour votre candidature.',
  'notice.reference-declined':
    '{name} ne peut pas donner de recommandation. Nommez quelqu’un d’autre.',
  'notice.reference-gone':
    'Un référent que vous aviez désigné ne peut plus être sollicité. Désignez une autre personne.',
  'held.references': 'Recommandations qui vous ont été demandées, avec vos nom et adresse',
  'held.references-stay':
    'Qu’une recommandation a été donnée, et son appréciation, restent, pour qu’une décision puisse être expliquée ; vos nom, adresse, texte et fichiers sont supprimés.',
  'held.open-reference':
    'Une sélection repose encore sur une recommandation que vous avez donnée. Attendez l’annonce des résultats.',
  'held.reviewing': 'Appels dont vous lisez les candidatures, et liens déclarés avec des candidats',
  'story.reference-given': 'Une recommandation a été donnée',
  'refusal.referee-name': 'Écrivez le nom du référent.',
  'refusal.referee-address': 'Écrivez une adresse, comme nom@universite.example.',
  'refusal.referee-twice': 'Cette adresse a déjà été sollicitée. Nommez quelqu’un d’autre.',
  'refusal.referee-own': 'C’est votre propre adresse. Un référent est quelqu’un d’autre.',
  'refusal.referees-many':
    'Vous avez déjà nommé {most, plural, one {le référent demandé} other {les # référents demandés}}. Annulez d’abord une demande.',
  'refusal.referees-missing':
    '{count, plural, one {Un référent reste à nommer.} other {# référents restent à nommer.}}',
  'refusal.reference-given': 'La personne a déjà répondu ; la demande ne s’annule plus.',
  'refusal.reference-short': 'Écrivez au moins {least, number} caractères.',
  'refusal.reference-rating': 'Choisissez une ligne.',
  'refusal.reference-over': 'Cette recommandation n’est plus attendue, ou a déjà été donnée.',
  'operation.references': 'Nommer un référent, qui reçoit un lien',
} satisfies Record<keyof typeof en, string>
