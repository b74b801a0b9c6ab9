/** What stops of a tour show. */
export default {
  'refusal.time': 'Give a time as 1:30 or in seconds, and an end after the beginning.',
  'steps.distance': 'Distance, in per cent of its size',
  'steps.from': 'From',
  'steps.keep-time': 'Keep this time',
  'steps.keep-view': 'Keep this view',
  'steps.phi': 'From above, in degrees',
  'steps.theta': 'Around, in degrees',
  'steps.time-hint': 'A time of {name}: as 1:30 or in seconds. Without an end it plays on.',
  'steps.until': 'Until',
  'steps.view-hint': 'Turn the model until it stands right, or type the view.',
}
