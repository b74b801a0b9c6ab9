export default {
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
}
