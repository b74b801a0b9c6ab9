export default {
  'held.part': 'Notifications',
  'held.notices': 'Notifications qui vous ont été adressées',
  'held.choices': 'Vos choix de notification',
}
