import { type ConsumerName, parseConsumerName } from '../core/kinds.ts';
import { readWhole } from './parse.ts';
import { wrongInput } from './stop.ts';

export const readConsumer = (text: string, field: string): ConsumerName => {
  const name = parseConsumerName(text.trim());
  if (name !== undefined) return name;
  throw wrongInput(field, {
    ko: `'${text}' 대신 이렇게 적으세요: 영어 소문자, 숫자, . _ - 로 64자까지 (예: mailer)`,
    en: `a name of small letters, digits and . _ - (64 at most) such as mailer, not '${text}'`,
  });
};

export const readPosition = (text: string, field: string): number => readWhole(text, field, 0, 999_999_999_999);
