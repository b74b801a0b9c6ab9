import type en from './units.en.ts'

export default {
  'import-column.unitName': 'Nom de la composante',
  'import-column.nameEn': 'Nom en anglais',
  'import-column.nameZhHans': 'Nom en chinois',
  'import-column.nameTh': 'Nom en thaï',
  'import-column.nameKo': 'Nom en coréen',
  'import-column.nameFr': 'Nom en français',
  'import-column.unitCode': 'Code',
  'import-column.unitKind': 'Type',
  'import-column.partOf': 'Fait partie de (code ou nom)',
  'import-column.closedOn': 'Fermée le',
  'unit.import': 'Importer une liste',
  'unit.import-lead':
    'Chaque ligne ajoute une composante ou en modifie une connue, reconnue à son code, sinon à son nom et à son rattachement. Les cellules vides laissent ce qui existe.',
  'unit.download-csv': 'Télécharger en CSV',
  'unit.too-many-columns':
    'La ligne {line} contient plus qu’un nom et un code. Importez plutôt la liste : elle peut porter les noms en cinq langues, le type et le rattachement.',
  'import.is-added': 'ajoutée',
  'import.is-changed': 'modifiée',
  'import.no-unit-name': 'Le nom manque, et aucune composante n’a ce code.',
  'import.long-cell': 'Un nom dépasse 300 caractères, ou un code 40.',
  'import.unknown-kind':
    '« {text} » n’est pas un type de composante ; écrivez par exemple Faculté, Département ou Service.',
  'import.unknown-parent': 'Aucune composante n’a le code ou le nom « {text} ».',
  'import.ambiguous-unit': 'Plusieurs composantes s’appellent « {text} » ; écrivez le code.',
  'import.future-close': 'Une composante se ferme aujourd’hui ou plus tôt.',
  'unit.imported':
    '{added, plural, one {# composante ajoutée} other {# composantes ajoutées}}, {changed, plural, one {# modifiée} other {# modifiées}}',
  'unit.undone': 'La liste importée a été annulée.',
  'fault.import-changed-since':
    'Certaines de ces composantes ont été modifiées depuis ; modifiez-les une à une.',
  'fault.import-in-use':
    'Des personnes, des formations ou des dossiers relèvent déjà de certaines composantes ajoutées ; fermez-les plutôt.',
  'entry.units-imported':
    'Une liste de composantes a été importée : {added, plural, one {# ajoutée} other {# ajoutées}}, {changed, plural, one {# modifiée} other {# modifiées}}.',
  'entry.units-import-undone': 'Une liste importée de composantes a été annulée.',
} satisfies Record<keyof typeof en, string>
