export default {
  'navigation.members': 'Members',
}
