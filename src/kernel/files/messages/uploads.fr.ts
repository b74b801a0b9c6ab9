export default {
  'upload-closed': 'L’envoi de ce fichier est terminé ou abandonné. Recommencez.',
  'upload-cut':
    'La connexion a été coupée. Ce qui est arrivé est gardé ; continuez à partir de là.',
  'upload-digest': 'Les octets reçus ne sont pas ceux qui ont été envoyés. Renvoyez-les.',
  'upload-length':
    'La taille du fichier n’est pas celle annoncée. Recommencez avec le fichier entier.',
  'uploads-full':
    'Trop de grands fichiers sont en cours d’envoi sur ce serveur. Réessayez quand certains seront arrivés.',
  'uploads-large':
    'Vos envois en cours atteignent la limite par personne ({most}). Terminez-en ou annulez-en d’abord.',
  'uploads-many':
    'Vous avez {most, number} fichiers en cours d’envoi. Terminez-en ou annulez-en d’abord.',
}
