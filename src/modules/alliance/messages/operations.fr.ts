import type en from './operations.en.ts'

export default {
  'operation.tag': 'L’alliance',
  'operation.members': 'Les membres de l’alliance',
  'operation.organisation-add': 'Ajouter une organisation',
  'operation.organisation': 'Une organisation',
  'operation.degree-programme-add': 'Ajouter une formation',
  'operation.people': 'Les personnes d’une organisation dont l’appelant fait partie du bureau',
  'operation.enrol': 'Inscrire une personne',
  'operation.programmes': 'Les programmes de l’alliance',
  'operation.programme': 'Un programme de l’alliance et ses années en chiffres',
  'operation.units': 'Les unités d’une organisation, les fermées en dernier',
} satisfies Record<keyof typeof en, string>
