import type en from './en.ts'
import held from './held.fr.ts'
import ways from './ways.fr.ts'

export default {
  ...held,
  ...ways,
  'code.ended': 'Ce code n’est plus valable. Demandez un nouveau message.',
  'code.wrong': 'Ce n’est pas le code reçu par courriel. Vérifiez les huit chiffres.',
  'demonstration.off': 'La connexion en un clic n’existe que dans la démonstration.',
  'demonstration.real-data':
    'Cette base contient des personnes réelles. Démarrez sans le mode démonstration ou choisissez un dossier de données vide.',
  'email.faulty': 'Cette adresse électronique n’est pas valable. Exemple : nom@example.org.',
  'email.taken': 'Cette adresse électronique est déjà utilisée.',
  'email.unproven': 'Confirmez d’abord votre adresse : demandez un lien de connexion et ouvrez-le.',
  'federated.begin-again':
    'Cette connexion a pris trop de temps ou a été commencée dans un autre navigateur. Veuillez recommencer.',
  'federated.declined':
    '{provider} n’a pas confirmé la connexion. Vous pouvez réessayer ou choisir un autre moyen.',
  'federated.faulty':
    'La réponse de {provider} n’a pas pu être authentifiée ; la connexion n’a pas eu lieu. Veuillez recommencer.',
  'federated.no-provider': 'Ce moyen de connexion n’est pas configuré ici.',
  'federated.taken': 'Ce compte externe est déjà rattaché à une autre personne.',
  'federated.unknown': 'Ce compte rattaché n’existe plus.',
  'federated.unreachable':
    '{provider} est injoignable pour le moment. Réessayez plus tard ou choisissez un autre moyen de connexion.',
  'field.faulty': 'Veuillez vérifier ce champ.',
  'invitation.used-or-expired':
    'Cette invitation a été utilisée, retirée ou a expiré. Demandez-en une nouvelle à la personne qui vous a invité.',
  'letter.confirm.action': 'Confirmer cette adresse',
  'letter.confirm.subject': 'Confirmez votre adresse électronique pour {siteName}',
  'letter.confirm.text':
    'Quelqu’un, probablement vous, souhaite utiliser cette adresse pour {siteName}. Le bouton fonctionne une seule fois, pendant {minutes} minutes.',
  'letter.email-changed.subject': 'Votre adresse électronique sur {siteName} a été modifiée',
  'letter.email-changed.text':
    'Désormais, {siteName} écrit à une autre adresse. Ce message est le dernier envoyé à celle-ci.',
  'letter.invitation.action': 'Accepter l’invitation',
  'letter.invitation.text': 'L’invitation est valable jusqu’au {expiresAt, date, long}.',
  'letter.not-you':
    'Si vous n’êtes pas à l’origine de cette demande, ignorez ce message. Rien ne se passera sans vous.',
  'letter.password-set.subject': 'Votre mot de passe sur {siteName} a été modifié',
  'letter.password-set.text':
    'Un nouveau mot de passe a été défini pour votre compte {siteName}. Toutes les autres connexions ont été fermées.',
  'letter.reset.action': 'Définir un nouveau mot de passe',
  'letter.reset.subject': 'Définir un nouveau mot de passe pour {siteName}',
  'letter.reset.text':
    'Quelqu’un, probablement vous, a demandé un nouveau mot de passe pour {siteName}. Le bouton fonctionne une seule fois, pendant {minutes} minutes.',
  'letter.second-factor.subject': 'La connexion en deux étapes sur {siteName} a été modifiée',
  'letter.second-factor.text':
    'La connexion en deux étapes de votre compte {siteName} a été activée ou désactivée.',
  'letter.sign-in.action': 'Se connecter',
  'letter.sign-in.subject': 'Votre lien de connexion à {siteName}',
  'letter.sign-in.text':
    'Le bouton vous connecte à {siteName}. Il fonctionne une seule fois, pendant {minutes} minutes. Vous pouvez aussi saisir le code là où vous l’avez demandé.',
  'letter.tell-us':
    'Si ce n’était pas vous, changez immédiatement de mot de passe et prévenez votre coordinateur.',
  'limit.wait':
    'Trop de tentatives. Patientez {minutes, plural, one {# minute} other {# minutes}} ou connectez-vous autrement.',
  'link.used-or-expired': 'Ce lien a déjà été utilisé ou a expiré. Demandez-en un nouveau.',
  'merge.demonstration':
    'Une personne fictive et une personne réelle ne peuvent pas être fusionnées.',
  'merge.not-active': 'L’une de ces deux personnes a déjà été fusionnée ou effacée.',
  'merge.same': 'Choisissez deux personnes différentes.',
  'passkey.faulty': 'La clé d’accès n’a pas pu être vérifiée. Veuillez recommencer.',
  'passkey.known': 'Cette clé d’accès est déjà enregistrée.',
  'passkey.none': 'Vous n’avez pas encore de clé d’accès.',
  'passkey.unknown': 'Cette clé d’accès n’existe plus.',
  'password.about-you':
    'Ce mot de passe se compose surtout de votre adresse ou du nom du site. Choisissez-en un autre.',
  'password.too-common':
    'Ce mot de passe est trop facile à deviner. Quatre mots sans lien entre eux conviennent bien.',
  'password.too-long': 'Utilisez au plus 200 caractères.',
  'password.too-short':
    'Utilisez au moins 12 caractères. Quatre mots sans lien entre eux conviennent bien.',
  'password.wrong': 'Le mot de passe est incorrect.',
  'person.faulty': 'Certaines informations sur la personne sont à corriger.',
  'person.unknown': 'Cette personne n’existe pas ou vous n’avez pas le droit de la voir.',
  'second-factor.begin-again': 'La seconde étape a pris trop de temps. Veuillez vous reconnecter.',
  'session.prove-again': 'Avant cette modification, veuillez confirmer à nouveau votre identité.',
  'session.unknown': 'Cette connexion est déjà fermée.',
  'sign-in.wrong': 'L’adresse électronique ou le mot de passe est incorrect.',
  'totp.already': 'La connexion en deux étapes est déjà activée.',
  'totp.begin-again': 'Veuillez reconfigurer l’application d’authentification depuis le début.',
  'totp.off': 'La connexion en deux étapes n’est pas activée.',
  'totp.wrong':
    'Ce code est incorrect ou a déjà été utilisé. Attendez le suivant dans votre application.',
  'entry.person-registered': 'Personne enregistrée',
  'entry.person-changed': 'Données personnelles modifiées',
  'entry.email-verified': 'Adresse électronique confirmée',
  'entry.primary-email-changed': 'Adresse électronique principale modifiée',
  'entry.password-set': 'Mot de passe défini',
  'entry.totp-enabled': 'Connexion en deux étapes activée',
  'entry.totp-disabled': 'Connexion en deux étapes désactivée',
  'entry.recovery-codes-made': 'Nouveaux codes de secours créés',
  'entry.recovery-code-used': 'Code de secours utilisé',
  'entry.passkey-added': 'Clé d’accès ajoutée',
  'entry.passkey-removed': 'Clé d’accès supprimée',
  'entry.federated-identity-linked': 'Compte externe rattaché',
  'entry.federated-identity-unlinked': 'Compte externe détaché',
  'entry.session-started': 'Connexion',
  'entry.sessions-ended': 'Déconnexion',
  'entry.person-invited': 'Personne invitée',
  'entry.invitation-accepted': 'Invitation acceptée',
  'entry.invitation-withdrawn': 'Invitation retirée',
  'entry.act-link-used': 'Action effectuée par un lien',
  'entry.act-links-revoked': 'Liens révoqués',
  'entry.persons-merged': 'Deux fiches d’une même personne fusionnées',
  'entry.person-erased': 'Données personnelles effacées',
  'erasure.number-kept':
    'Le numéro par lequel les décisions désignent la personne est conservé ; ni nom ni adresse n’y sont plus rattachés.',
} satisfies Record<keyof typeof en, string>
