export default {
  'mentors.take': 'Take the mentors over',
  'mentors.taken': 'The mentors of now stand in the form below. Keep it as a draft.',
  'mentors.unnamed': 'Who mentors this student now is not in the agreement',
  'over.passed-on.text':
    'Your link for this student is closed: you do not mentor them in this internship any more. Thank you for your work.',
  'over.passed-on.title': 'This is not with you any more',
}
