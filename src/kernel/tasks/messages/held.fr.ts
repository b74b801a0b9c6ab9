export default {
  'held.part': 'Tâches et absences',
  'held.open': 'Tâches qui vous attendent',
  'held.done': 'Tâches que vous avez accomplies',
  'held.done-stays':
    'Ce qui a été fait reste consigné sous un numéro qui ne désigne plus personne.',
  'held.leaves': 'Absences et suppléances',
}
