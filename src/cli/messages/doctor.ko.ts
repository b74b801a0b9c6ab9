export default {
  'doctor.sync.failed': '{folder}에 쓸 수 없음({detail})',
  'doctor.sync.failed.advice':
    '공간을 확보하거나 WEFT_DATA에 다른 폴더를 지정하십시오. 이 폴더에서는 데이터베이스가 동작하지 않습니다.',
  'doctor.files.s3': 'S3 호환 저장소에서 목록 조회, 저장, 읽기, 삭제가 모두 됨(버킷 {bucket})',
  'doctor.files.no-bucket': 'S3 호환 저장소에 버킷이 없음: {bucket}',
  'doctor.files.rights': 'S3 호환 저장소의 키에 권한이 부족함(버킷 {bucket}): {rights}',
  'doctor.files.advice':
    'WEFT_S3_ENDPOINT와 WEFT_S3_BUCKET을 확인하십시오. 키에는 버킷에 대한 s3:ListBucket 권한과 버킷 안의 객체에 대한 s3:GetObject, s3:PutObject, s3:DeleteObject 권한이 필요합니다.',
}
