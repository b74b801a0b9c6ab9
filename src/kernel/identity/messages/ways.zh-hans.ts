export default {
  'letter.sign-ins-ended.subject': '您在{siteName}的登录已全部退出',
  'letter.sign-ins-ended.text':
    '所属机构的管理人员已结束您在{siteName}账户的全部登录，并停用全部访问令牌：有设备遗失，或有令牌外泄。',
  'letter.sign-ins-ended.next':
    '请照常重新登录；您的程序需要新的访问令牌。如不清楚缘由，请询问您的项目协调员。',
  'letter.passkey-added.subject': '您在{siteName}的账户已添加通行密钥',
  'letter.passkey-added.text':
    '持有该通行密钥者无需密码即可登录您在{siteName}的账户。您可在账户的“安全”页面查看并将其移除。',
  'letter.passkey-removed.subject': '您在{siteName}的账户已移除一个通行密钥',
  'letter.passkey-removed.text': '该通行密钥不能再登录您在{siteName}的账户。',
  'letter.identity-linked.subject': '您现在可以使用{provider}登录{siteName}',
  'letter.identity-linked.text':
    '一个{provider}账户已关联至您在{siteName}的账户，今后可用于登录。您可在账户的“安全”页面查看并解除关联。',
  'letter.identity-unlinked.subject': '{provider}不能再用于登录{siteName}',
  'letter.identity-unlinked.text': '{provider}账户与您在{siteName}的账户已解除关联。',
  'letter.access-token-made.subject': '您在{siteName}的账户已创建一个访问令牌',
  'letter.access-token-made.text':
    '持有该令牌的程序可在您选定的范围内以您的名义在{siteName}操作。您可在账户的“访问令牌”页面查看并将其停用。',
  'access-token.unknown': '没有该令牌，或它已停用。',
  'access-token.faulty': '令牌未创建。',
  'access-token.needs-name': '请说明该令牌的用途。',
  'access-token.name-taken': '您已有一个使用此名称的有效令牌，请换一个名称。',
  'access-token.too-many': '您已有 {most} 个有效令牌，请先停用不再需要的令牌。',
  'entry.access-token-made': '已创建访问令牌',
  'entry.access-tokens-ended': '已停用访问令牌',
}
