export default {
  'doctor.sync.failed': 'Impossible d’écrire dans {folder} ({detail})',
  'doctor.sync.failed.advice':
    'Libérez de la place ou indiquez un autre dossier dans WEFT_DATA : ici, la base ne peut pas fonctionner.',
  'doctor.files.s3':
    'Le stockage compatible S3 liste, reçoit, rend et supprime les fichiers (compartiment {bucket})',
  'doctor.files.no-bucket': 'Le stockage compatible S3 n’a pas de compartiment {bucket}',
  'doctor.files.rights':
    'La clé du stockage compatible S3 manque de droits dans le compartiment {bucket} : {rights}',
  'doctor.files.advice':
    'Vérifiez WEFT_S3_ENDPOINT et WEFT_S3_BUCKET. La clé doit avoir s3:ListBucket sur le compartiment, et s3:GetObject, s3:PutObject et s3:DeleteObject sur son contenu.',
}
