export default {
  'held.part': 'Recognition of credit',
  'held.drafts': 'Transcripts that were begun and not taken',
  'held.originals': 'Original transcripts and scans',
  'held.transcripts': 'Transcripts: courses, credit and grades',
  'held.cases': 'Recognition cases and decisions',
  'held.stays':
    'Stays without the name: the credit on which a degree rests must stay provable. How long is for the home institution to say; no end is set here.',
  'hinder.open-case': 'Your recognition case {number} at {organisation} is not decided yet.',
}
