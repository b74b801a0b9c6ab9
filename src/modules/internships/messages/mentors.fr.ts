export default {
  'mentors.take': 'Reprendre ces tuteurs',
  'mentors.taken':
    'Les tuteurs actuels figurent dans le formulaire ci-dessous. Gardez-le en brouillon.',
  'mentors.unnamed': 'Les tuteurs actuels de l’étudiant ne figurent pas dans la convention',
}
