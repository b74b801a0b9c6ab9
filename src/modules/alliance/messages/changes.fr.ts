export default {
  'unit.part-of': 'Fait partie de',
  'unit.mailboxes': 'Les adresses des composantes sont des boîtes de service',
  'fault.unit-in-itself':
    'Une composante ne peut pas faire partie d’elle-même ni de l’une de ses parties.',
  'entry.unit-changed': 'Une composante a été modifiée.',
  'import.starts-on': 'Premier jour des lignes qui n’en indiquent pas',
  'import.starts-on-students': 'Sinon, le 1ᵉʳ janvier de l’année d’entrée.',
  'import.starts-on-staff': 'Sinon, aujourd’hui.',
}
