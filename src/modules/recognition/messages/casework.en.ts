export default {
  'cases.similar': 'Nobody is called “{search}”. These names are similar.',
} as const
