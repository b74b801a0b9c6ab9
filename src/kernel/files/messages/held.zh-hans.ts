export default {
  'held.part': '暂存文件',
  'held.staged': '尚未通过的表单所附文件，一天后自动删除',
  'held.uploads': '尚未传完的大文件，最后一次上传后一周自动删除',
}
