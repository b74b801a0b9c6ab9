import type en from './talk.en.ts'

export default {
  'talk.title': 'Échanges',
  'talk.empty': 'Aucun message pour l’instant',
  'talk.empty-why': 'Interrogez ici les évaluateurs si un point de votre dossier n’est pas clair.',
  'talk.say': 'Écrire au sujet du dossier',
  'talk.ask': 'Écrire aux évaluateurs',
  'talk.about': 'Objet',
  'talk.about-case': 'Le dossier entier',
  'talk.about-line': 'Ligne {line}, {code}',
  'talk.audience': 'Qui le lit',
  'talk.audience.staff': 'Personnel de l’établissement uniquement',
  'talk.audience.student': 'Partagé avec l’étudiant',
  'talk.mention': 'Prévenir un collègue',
  'talk.told': 'Prévenus : {names}',
  'talk.send': 'Envoyer',
  'talk.said': 'Envoyé.',
  'talk.take-back': 'Retirer',
  'talk.taken-back': 'Retiré par son auteur',
  'talk.taken-back-done': 'Votre message a été retiré.',
  'talk.on-line': 'Commenter',
  'entry.comment-added': 'Commentaire ajouté',
  'entry.comment-taken-back': 'Commentaire retiré',
  'notice.kind.comment': 'Commentaires sur des dossiers de reconnaissance',
  'notice.comment-mention': '{name} vous cite dans un commentaire du dossier {number}.',
  'notice.comment-shared':
    '{name} vous a écrit au sujet de votre dossier de reconnaissance {number}.',
  'notice.comment-reply': '{name}, dont c’est le dossier {number}, vous a écrit.',
  'refusal.comment': 'Écrivez d’abord quelque chose',
  'refusal.only-reads':
    'Vous pouvez lire ce dossier, mais ce qui vous concerne ou concerne la personne que vous suppléez n’est pas de votre ressort.',
  'refusal.no-comment': 'Aucun commentaire de ce type n’est de vous',
} as const satisfies Record<keyof typeof en, string>
