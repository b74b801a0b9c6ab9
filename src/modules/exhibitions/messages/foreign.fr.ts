/** Manifests of other houses. */
export default {
  'foreign.add': 'Adresse d’un manifeste IIIF',
  'foreign.add-hint':
    'Version 2.1 ou 3.0, en https. Ce qui s’y trouve aujourd’hui est conservé ici avec ses images : rien n’est perdu si l’adresse disparaît.',
  'foreign.contents': '{count, plural, one {Une partie} other {# parties}}',
  'foreign.kept': 'le manifeste tel quel',
  'foreign.provider': 'Fourni par',
  'foreign.send': 'Reprendre le manifeste',
  'foreign.taken': 'Repris le {on, date, long} de',
  'foreign.taken-now': 'Le manifeste est conservé. Ses images suivent en quelques minutes.',
  'refusal.manifest-known': 'Ce manifeste est déjà conservé et n’a pas changé depuis.',
  'refusal.manifest-status': 'Rien à cette adresse : elle a répondu {status}.',
  'refusal.no-address': 'Donnez l’adresse d’un manifeste, en https et en 2 000 caractères au plus.',
  'refusal.no-manifest':
    'À cette adresse ne se trouve ni manifeste ni collection IIIF, mais ceci : {found}.',
}
