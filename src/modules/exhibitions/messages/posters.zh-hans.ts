/** Pictures that stand for films. */
export default {
  'poster.file': '或上传其他图片文件',
  'poster.first': '藏品的第一张图片',
  'poster.hint': '播放之前代替影片显示。新上传的图片会成为该藏品的图片之一。',
  'poster.moment': '已截取 {time} 处的画面，提交后即可使用。',
  'poster.send': '使用此图片',
  'poster.take': '截取影片的这一刻',
  'poster.taken': '影片封面已选定；新图片正在处理。',
  'poster.title': '影片封面',
  'refusal.no-film': '只有影片才有封面。',
  'refusal.no-poster': '请选择该藏品的一张图片，或上传一张。',
}
