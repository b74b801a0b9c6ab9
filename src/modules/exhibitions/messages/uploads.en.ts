/** Large files that come in pieces. */
export default {
  'upload.amount': '{sent} of {total}',
  'upload.cancel': 'Cancel sending {name}',
  'upload.cancel-this': 'Cancel',
  'upload.comparing': 'Comparing with what is here already',
  'upload.elsewhere': 'The upload stands elsewhere; go on from there.',
  'upload.failed': 'Not taken',
  'upload.go-on': 'Go on',
  'upload.large-piece': 'One request brings too much. Send smaller pieces.',
  'upload.not-appended':
    'An append names its offset, whether it is the last, and the media type application/partial-upload.',
  'upload.not-begun':
    'An upload begins without content, with the length of the file and Upload-Complete: ?0.',
  'upload.offline': 'Waiting for the connection',
  'upload.pause': 'Pause',
  'upload.paused': 'Paused',
  'upload.put-away': 'The file is put away.',
  'upload.put-away-do': 'Put {name} away',
  'upload.sending': 'Being sent',
  'upload.state.complete': 'All of it has arrived and is being checked. You can leave this page.',
  'upload.state.open': 'Part of it is here. Choose the same file above to go on, within a week.',
  'upload.state.taken': 'Taken',
  'upload.title': 'Large files under way',
  'refusal.model-large': 'A model may have {most} at most: every visitor loads all of it.',
}
