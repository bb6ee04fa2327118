import type { Refusal } from '../core/refusal.ts';
import type { Page } from '../words/page.ts';
import { refusalText } from '../words/problem.ts';
import { type Exit, exitOfRefusal, exits } from './exit.ts';
import { iso, isoTimes } from './iso.ts';
import { Stop } from './stop.ts';

/** Why a command did not do what was asked: for programs, and as one sentence. */
export type Failure = {
  readonly exit: Exit;
  readonly code: string;
  readonly message: string;
  readonly details?: unknown;
  readonly retryAt?: string;
};

const retryAtOf = (refusal: Refusal): number | undefined => {
  if (refusal.code === 'CLOSED') return refusal.opensAt;
  return refusal.code === 'PAYMENT_UNKNOWN' || refusal.code === 'PAYMENT_DEFERRED' ? refusal.retryAt : undefined;
};

export const failureOfRefusal = (refusal: Refusal, page: Page): Failure => {
  const { code, ...details } = refusal;
  const retryAt = retryAtOf(refusal);
  return {
    exit: exitOfRefusal[code],
    code,
    message: refusalText(refusal, page),
    ...(Object.keys(details).length > 0 && { details: isoTimes(details) }),
    ...(retryAt !== undefined && { retryAt: iso(retryAt) }),
  };
};

const said = (page: Page, ko: string, en: string): string => (page.lang === 'ko' ? ko : en);
const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

// By name: which store threw it is not the command line's to know.
const failureOfError = (error: Error, page: Page): Failure => {
  switch (error.name) {
    case 'DatabaseBusy':
      return { exit: exits.later, code: 'BUSY', message: refusalText({ code: 'BUSY' }, page) };
    case 'OutcomeUnknown':
      return {
        exit: exits.unknown,
        code: 'OUTCOME_UNKNOWN',
        message: said(
          page,
          '디스크 오류로 저장됐는지 알 수 없어요. 디스크를 확인하고, 같은 명령을 같은 --key 값으로 다시 실행하세요',
          'The disk failed, so it is not known whether it was written. Look at the disk, then run the same command again with the same --key',
        ),
      };
    case 'DatabaseUnfit':
      return {
        exit: exits.configuration,
        code: 'DATABASE_UNFIT',
        message: said(page, `데이터베이스를 쓸 수 없어요: ${error.message}`, `The database cannot be used: ${error.message}`),
        details: { why: codeOf(error) },
      };
    default:
      return {
        exit: exits.fault,
        code: 'FAULT',
        message: said(
          page,
          `예상하지 못한 오류예요: ${error.message} (자세히: BAEDAL_DEBUG=1)`,
          `Something unexpected went wrong: ${error.message} (more: BAEDAL_DEBUG=1)`,
        ),
      };
  }
};

export const failureOf = (thrown: unknown, page: Page): Failure => {
  if (thrown instanceof Stop) {
    const { code, exit, phrase, details } = thrown;
    return { exit, code, message: phrase[page.lang], ...(details && { details: isoTimes(details) }) };
  }
  return failureOfError(thrown instanceof Error ? thrown : new Error(String(thrown)), page);
};
