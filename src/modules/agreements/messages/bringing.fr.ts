import type en from './bringing.en.ts'

export default {
  'import.title': 'Importer les accords existants',
  'import.lead':
    'Depuis un tableur : une ligne par condition. Chaque accord est enregistré comme en vigueur dans votre exemplaire ; les partenaires le voient à côté du leur.',
  'import.template': 'Liste vide (XLSX)',
  'import.paste': 'Coller des lignes',
  'import.paste-hint': 'Avec leurs en-têtes, copiées depuis un tableur.',
  'import.file': 'Ou choisir un fichier (XLSX, CSV)',
  'import.look': 'Vérifier d’abord',
  'import.back': 'Retour',
  'import.nothing': 'Collez des lignes ou choisissez un fichier.',
  'import.understood':
    '{count, plural, =0 {Aucun accord ne peut être importé} one {Un accord peut être importé} other {# accords peuvent être importés}}',
  'import.faulty': '{count, plural, one {Une ligne est fautive.} other {# lignes sont fautives.}}',
  'import.already':
    '{count, plural, one {Un accord existe déjà et reste tel quel.} other {# accords existent déjà et restent tels quels.}}',
  'import.ignored': 'Non comprises et laissées de côté : {columns}',
  'import.problems': 'Ce qui ne va pas',
  'import.row': 'Ligne',
  'import.column': 'Colonne',
  'import.what': 'À corriger',
  'import.agreements': 'Tel que compris',
  'import.do': '{count, plural, one {Importer un accord} other {Importer # accords}}',
  'import.do-without-faulty':
    '{count, plural, one {Importer un accord sans les lignes fautives} other {Importer # accords sans les lignes fautives}}',
  'import.edit': 'Modifier la liste',
  'import.has-faulty-rows':
    'Des lignes sont fautives. Corrigez-les, ou importez le reste sans elles.',
  'import.unknown-institution': '{name} n’est pas un établissement connu ici.',
  'import.unknown-kind': 'Écrivez études, stage, enseignement ou formation du personnel.',
  'import.not-yours': 'Votre établissement n’est pas parmi les partenaires de cette ligne.',
  'import.only-agreements':
    'Les accords-cadres et leurs annexes se créent sur leurs propres pages.',
  'import.example-title': 'Échange d’étudiants, arts',
  'flash.imported':
    '{count, plural, one {Un accord a été importé.} other {# accords ont été importés.}}',
} satisfies Record<keyof typeof en, string>
