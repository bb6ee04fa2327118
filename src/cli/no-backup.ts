import type { NoBackup } from '../store/sqlite/open-backup.ts';
import { exits } from './exit.ts';
import { Stop } from './stop.ts';

/** Why there is no backup, and what to do. */
export const noBackup = (target: string, no: NoBackup): Stop => {
  switch (no.why) {
    case 'exists':
      return new Stop(
        'ALREADY_EXISTS',
        exits.wrongState,
        {
          ko: `이미 있는 파일이에요: ${target}. 다른 이름으로 하거나, 바꾸려면 --replace`,
          en: `There is a file already: ${target}. Choose another name, or put the new one in its place: --replace`,
        },
        { file: target },
      );
    case 'unsound':
      return new Stop(
        'DATABASE_UNFIT',
        exits.configuration,
        {
          ko: `데이터베이스에 이상이 있어 백업을 남기지 않았어요: ${no.faults[0] ?? ''}. 이전 백업을 지우지 말고: baedal doctor`,
          en: `The database is not sound, so no backup was kept: ${no.faults[0] ?? ''}. Keep the backups that you have, and look: baedal doctor`,
        },
        { why: 'damaged', faults: no.faults },
      );
    default:
      return new Stop(
        'CANNOT_WRITE',
        exits.configuration,
        {
          ko: `백업을 쓸 수 없어요: ${target} (${no.cause}). 자리와 권한을 확인하세요`,
          en: `The backup cannot be written: ${target} (${no.cause}). Look at the room and the rights there`,
        },
        { file: target },
      );
  }
};
