export default {
  'held.part': 'Roles, studies and programmes',
  'held.appointments': 'Roles at organisations',
  'held.appointments-stay': 'Stays without a name: what was done in a role rests on it.',
  'held.enrolments': 'Enrolments',
  'held.enrolments-stay':
    'Stays without a name, with the student number: the institution proves by it that somebody studied. How long it needs that is for the institution to say; no end is set here.',
  'held.participations': 'Participation in programmes',
  'held.participations-stay':
    'Stays without a name and without notes: the figures of the programme rest on it.',
  'hinder.enrolled':
    'You are enrolled at {organisation}. It needs your name as long as you study there, and decides whether it can do without earlier.',
  'hinder.appointed':
    'You act for {organisation}: {role}. Your name stands for what you do there as long as you do it.',
  'hinder.appointed-alliance':
    'You act for the alliance as a whole: {role}. Your name stands for what you do as long as you do it.',
}
