export default {
  'doctor.sync.failed': '{folder}에 쓸 수 없음({detail})',
  'doctor.sync.failed.advice':
    '공간을 확보하거나 WEFT_DATA에 다른 폴더를 지정하십시오. 이 폴더에서는 데이터베이스가 동작하지 않습니다.',
  'doctor.files.s3': 'S3 호환 저장소에서 목록 조회, 저장, 읽기, 삭제가 모두 됨(버킷 {bucket})',
  'doctor.files.no-bucket': 'S3 호환 저장소에 버킷이 없음: {bucket}',
  'doctor.files.rights': 'S3 호환 저장소의 키에 권한이 부족함(버킷 {bucket}): {rights}',
  'doctor.files.advice':
    'WEFT_S3_ENDPOINT와 WEFT_S3_BUCKET을 확인하십시오. 키에는 버킷에 대한 s3:ListBucket 권한과 버킷 안의 객체에 대한 s3:GetObject, s3:PutObject, s3:DeleteObject 권한이 필요합니다.',
  'doctor.lasting.ok': '데이터베이스 서버가 확정한 내용을 보존함({settings})',
  'doctor.lasting.off': '데이터베이스 서버가 확정한 내용을 잃을 수 있음. 꺼진 설정: {settings}',
  'doctor.lasting.advice':
    'postgresql.conf에서, 또는 데이터베이스와 역할의 설정에서(alter database, alter role) 이 설정을 켜십시오.',
  'doctor.connections': '연결: 데이터베이스 서버 허용 {most}개, 이 프로세스 최대 {pool}개',
  'doctor.connections.advice':
    '서버의 max_connections를 늘리거나 WEFT_POOL_SIZE를 줄이십시오. 프로세스마다 따로 필요하고, 명령용으로 몇 개가 더 필요합니다.',
  'doctor.dump': '백업: pg_dump {dump}, 서버 {server}',
  'doctor.dump.none': '여기서는 백업할 수 없음: pg_dump가 설치되어 있지 않음',
  'doctor.dump.advice': 'PostgreSQL {major} 이상의 클라이언트 프로그램을 설치하십시오.',
  'doctor.running': '실행 중인 Weft가 데이터베이스를 열고 있어 그 Weft가 직접 살펴봄',
  'doctor.server-ended': '실행 중인 Weft가 제때 답하지 않았거나 끝남',
  'doctor.running.advice': '로그를 살펴보십시오. 아무 움직임이 없으면 멈추고 다시 시작하십시오.',
}
