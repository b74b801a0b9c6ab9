export default {
  'unit.part-of': 'Fait partie de',
  'unit.mailboxes': 'Les adresses des composantes sont des boîtes partagées',
  'fault.unit-in-itself':
    'Une composante ne peut pas faire partie d’elle-même ni de l’une de ses parties.',
  'entry.unit-changed': 'Une composante a été modifiée.',
  'import.starts-on': 'Premier jour des lignes qui n’en indiquent pas',
  'import.starts-on-students': 'Sinon, le 1ᵉʳ janvier de l’année d’entrée.',
  'import.starts-on-staff': 'Sinon, aujourd’hui.',
  'invitation.welcome.subject': 'Votre accès à {organisation}',
  'invitation.welcome.text':
    '{organisation} vous a enregistré sur cette plateforme. Cette invitation vous permet de vous connecter ; rien d’autre ne change.',
  'home.cannot-sign-in':
    '{count, plural, one {# personne ne peut pas encore se connecter} other {# personnes ne peuvent pas encore se connecter}}',
  'home.cannot-sign-in-at': '{organisation} : les voir et les inviter ensemble',
  'home.numbers': 'L’alliance en chiffres',
  'home.numbers.members': 'Membres',
  'home.numbers.programmeYears': 'Promotions en cours',
  'home.numbers.participants': 'Participants actuels',
  'home.numbers.completed': 'Parcours achevés',
  'home.numbers.initiatives': 'Initiatives en cours',
  'people.access-none': 'Ne peut pas encore se connecter',
  'people.welcome-chosen': 'Inviter à se connecter',
  'done.welcomed':
    '{count, plural, =0 {Personne n’était à inviter : les personnes choisies peuvent se connecter, sont déjà invitées ou n’ont pas d’adresse.} one {# personne est invitée à se connecter.} other {# personnes sont invitées à se connecter.}}',
}
