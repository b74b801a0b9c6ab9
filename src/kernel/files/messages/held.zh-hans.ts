export default {
  'held.part': '暂存文件',
  'held.staged': '尚未通过的表单所附文件，一天后自动删除',
}
