/** Captions and transcripts. */
export default {
  'captions.file': '자막 파일',
  'captions.hint': 'WebVTT 또는 SubRip, 500KB까지. 듣지 못하는 사람이 화면 아래에서 읽습니다.',
  'captions.language': '자막 언어',
  'captions.remove': '{language} 자막 빼기',
  'captions.removed': '자막을 뺐습니다',
  'captions.send': '자막 올리기',
  'captions.taken': '자막을 넣었습니다.',
  'refusal.captions': '각 자막이 시작보다 늦게 끝나는 WebVTT나 SubRip 파일을 보내 주십시오.',
  'refusal.no-sound': '영상과 녹음에만 자막을 넣을 수 있습니다.',
  'transcript.hint':
    '듣지 못하는 사람을 위해 말과 소리를 적은 글입니다. 비워 두면 자막을 글로 보여 줍니다.',
  'transcript.title': '말한 내용 글로 보기',
}
