export default {
  'entry.cohort-step-named': 'Reached a step of the programme: {step}.',
  'entry.initiative-output-changed': 'An output of the initiative was changed.',
  'entry.initiative-output-removed': 'An output of the initiative was removed.',
  'entry.initiative-output-restored': 'A removed output of the initiative was put back.',
  'initiative.change-output': 'Change the output',
  'initiative.output-removed': 'The output was removed.',
}
