import type en from './en.ts'

export default {
  'absent.title': 'Il n’y a rien à voir ici',
  'absent.text':
    'La page n’existe pas, ou elle ne vous est pas ouverte. Si quelqu’un vous a envoyé ici, demandez-lui de vérifier l’adresse et vos droits.',
  'signed-out.title': 'Connectez-vous pour continuer',
  'signed-out.text': 'Cette étape a besoin de savoir qui vous êtes.',
  'signed-out.kept.title': 'Vous avez été déconnecté pendant que le formulaire était ouvert',
  'signed-out.kept.text':
    'Rien de ce que vous avez saisi n’est perdu : tout attend sur cette page. Connectez-vous dans un autre onglet, revenez à celui-ci et envoyez à nouveau le formulaire.',
  'stale-form.title': 'Le formulaire est resté ouvert trop longtemps',
  'stale-form.text':
    'Rien ne confirme que ce formulaire a été envoyé par vous depuis ce site. Revenez en arrière, rechargez la page et envoyez-le à nouveau.',
  'stale-form.kept.title': 'Envoyez le formulaire à nouveau',
  'stale-form.kept.text':
    'Le formulaire est resté longtemps ouvert, ou quelqu’un s’est connecté entre-temps. Rien de ce que vous avez saisi n’est perdu : tout attend sur cette page et part quand vous le demandez.',
  'too-large.title': 'Le contenu est trop volumineux',
  'too-large.text': 'On peut envoyer ici {limit} au plus en une fois.',
  'too-large.kept.title': 'Un fichier est trop volumineux',
  'too-large.kept.text':
    'On peut envoyer ici {limit} au plus en une fois. Ce que vous avez saisi est conservé : choisissez un fichier plus petit et renvoyez le formulaire.',
  'no-room.title': 'Beaucoup de contenus arrivent en ce moment',
  'no-room.text':
    'Il n’y a pas de place pour le vôtre à cet instant. Rien n’a été enregistré. Attendez une minute, revenez en arrière et envoyez-le à nouveau.',
  'bad-token.title': 'Ce jeton n’est pas valable',
  'bad-token.text':
    'Il est inconnu, a pris fin ou a expiré. Créez-en un nouveau dans votre compte, sous « Jetons d’accès ».',
  'reading-token.title': 'Ce jeton ne permet que la lecture',
  'reading-token.text':
    'Rien n’a été modifié. Créez un jeton de lecture et d’écriture dans votre compte, sous « Jetons d’accès ».',
  'too-many.title': 'Trop de requêtes',
  'too-many.text': 'Attendez {seconds} secondes, puis réessayez.',
  'bad-request.title': 'La requête n’a pas pu être lue',
  'bad-request.text': 'Ce qui a été envoyé n’est ni un formulaire ni du JSON valide.',
  'bug.title': 'Une panne est survenue de notre côté',
  'bug.text':
    'Rien n’a été fait à moitié. Réessayez ; si cela se reproduit, communiquez ce numéro au secrétariat : {request}.',
  'store-away.title': 'La plateforme n’atteint pas son stockage de fichiers',
  'store-away.text':
    'Les pages fonctionnent ; les fichiers ne peuvent être ni ouverts ni reçus pour l’instant. Rien n’est resté à moitié fait. Attendez une minute, puis réessayez.',
  'away.title': 'La plateforme n’atteint pas sa base de données',
  'away.text':
    'Rien n’a été fait à moitié. Elle revient d’ordinaire en moins d’une minute : patientez, puis réessayez.',
  'full.title': 'Le disque de la plateforme est plein',
  'full.text':
    'Rien n’a été enregistré et réessayer ne sert à rien pour l’instant. Prévenez le secrétariat ; ce que vous avez saisi pourra être envoyé d’ici plus tard.',
  'refused.title': 'Il y a un problème',
  'field.required': 'Remplissez ce champ',
  'field.invalid': 'Ce qui figure ici n’est pas lisible. Effacez-le et saisissez-le de nouveau',
  'field.one': 'N’indiquez qu’une seule valeur',
  'field.datetime': 'Indiquez une date et une heure telles que 2026-08-31 14:30',
  'field.form': 'Écrivez-le comme {example}',
  'field.too-long': '{limit} caractères au plus',
  'field.too-short': '{limit} caractères au moins',
  'field.too-big': '{limit} au plus',
  'field.too-small': '{limit} au moins',
  'field.choice': 'Choisissez l’une des valeurs proposées',
  'field.email': 'Indiquez une adresse électronique telle que nom@exemple.org',
  'field.url': 'Indiquez une adresse web telle que https://exemple.org',
  'field.date': 'Indiquez une date telle que 2026-08-31 ou 31/8/2026',
  'field.number': 'Indiquez un nombre tel que 3 ou 1,5',
  'field.unknown': 'Ce champ n’est pas connu ici',
  'sent-already':
    'Ce formulaire avait déjà été envoyé et n’a été traité qu’une fois. Voici où en sont les choses.',
  'form.check':
    'Vérifiez les champs indiqués ci-dessous. Rien n’est encore enregistré et rien de ce que vous avez saisi n’est perdu.',
} satisfies Record<keyof typeof en, string>
