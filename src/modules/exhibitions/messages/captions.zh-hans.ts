/** Captions and transcripts. */
export default {
  'captions.file': '字幕文件',
  'captions.hint': 'WebVTT 或 SubRip，最大 500 KB。听不见的人可在画面下方阅读。',
  'captions.language': '字幕语言',
  'captions.remove': '移除{language}字幕',
  'captions.removed': '字幕已移除',
  'captions.send': '收取字幕',
  'captions.taken': '字幕已就位。',
  'refusal.captions': '请提交 WebVTT 或 SubRip 字幕，每条的结束须晚于开始。',
  'refusal.no-sound': '只有影片与录音才有字幕。',
  'transcript.hint': '所说所闻的文字，供听不见的人阅读。此处留空时，以字幕代替。',
  'transcript.title': '文字记录',
}
