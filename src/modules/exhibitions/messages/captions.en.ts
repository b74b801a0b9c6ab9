/** Captions and transcripts. */
export default {
  'captions.file': 'File of captions',
  'captions.hint':
    'WebVTT or SubRip, at most 500 kB. Who does not hear reads them under the picture.',
  'captions.language': 'Language of the captions',
  'captions.remove': 'Take away the captions in {language}',
  'captions.removed': 'The captions are gone',
  'captions.send': 'Take the captions',
  'captions.taken': 'The captions are in place.',
  'refusal.captions': 'Send captions as WebVTT or SubRip in which every one ends after it begins.',
  'refusal.no-sound': 'Only films and recordings have captions.',
  'transcript.hint':
    'What is said and heard, for whoever does not hear it. Where nothing stands here, the captions are shown as text.',
  'transcript.title': 'What is said, in words',
}
