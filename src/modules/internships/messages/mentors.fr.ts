export default {
  'mentors.take': 'Reprendre ces tuteurs',
  'mentors.taken':
    'Les tuteurs actuels figurent dans le formulaire ci-dessous. Gardez-le en brouillon.',
  'mentors.unnamed': 'Les tuteurs actuels de l’étudiant ne figurent pas dans la convention',
  'over.passed-on.text':
    'Votre lien pour cet étudiant est fermé : vous ne l’accompagnez plus dans ce stage. Merci pour votre travail.',
  'over.passed-on.title': 'Vous n’en êtes plus chargé',
}
