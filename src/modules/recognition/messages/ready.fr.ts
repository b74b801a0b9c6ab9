import type en from './ready.en.ts'

export default {
  'ready.title': 'À décider ensemble',
  'ready.lead':
    'Règles et précédents ont tranché chaque ligne de ces dossiers. Parcourez ce que chacun reconnaît et sur quoi cela repose ; chaque décision est distincte et peut être retirée comme d’habitude.',
  'ready.none': 'Aucun dossier n’est tranché par les seules règles et précédents',
  'ready.none-why':
    'Les dossiers dont une ligne vous attend, ou sur lesquels quelqu’un s’est prononcé, se décident un à un.',
  'ready.stands-on': 'Reconnaît, et sur quoi',
  'ready.decide': 'Décider la sélection',
  'ready.decided': '{count, plural, one {Un dossier est décidé} other {# dossiers sont décidés}}',
  'ready.undo': 'Chacun peut être retiré sur sa page dans le délai que laisse votre établissement.',
  'ready.left':
    '{count, plural, one {Un dossier a été laissé de côté} other {# dossiers ont été laissés de côté}}',
  'ready.link': 'En décider plusieurs ensemble',
} as const satisfies Record<keyof typeof en, string>
