import { exits } from './exit.ts';
import { Stop } from './stop.ts';

export const noDatabase = (file: string): Stop =>
  new Stop(
    'NO_DATABASE',
    exits.notFound,
    {
      ko: `아직 데이터베이스가 없어요: ${file}. 샘플 상점으로 시작하기: baedal seed`,
      en: `There is no database yet: ${file}. Begin with sample shops: baedal seed`,
    },
    { file },
  );
