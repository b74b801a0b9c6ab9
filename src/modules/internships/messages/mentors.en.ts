export default {
  'mentors.take': 'Take the mentors over',
  'mentors.taken': 'The mentors of now stand in the form below. Keep it as a draft.',
  'mentors.unnamed': 'Who mentors this student now is not in the agreement',
}
