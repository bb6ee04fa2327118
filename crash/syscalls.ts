import { spawnSync } from 'node:child_process';
import { type Folder, ownFiles } from './folder.ts';

/** What changes a file, its name, its locks or its durability. */
export const names = [
  'pwrite64',
  'write',
  'writev',
  'fsync',
  'fdatasync',
  'ftruncate',
  'openat',
  'close',
  'unlink',
  'rename',
  'link',
  'mkdir',
  'chmod',
  'fchmod',
  'utimensat',
  'fcntl',
] as const;
export type SyscallName = (typeof names)[number];
/** SQLite is called on the main thread; node:fs/promises, which the messenger's log uses, on a thread of the pool. */
export type Thread = 'main' | 'pool';
export type Point = { readonly thread: Thread; readonly name: SyscallName; readonly nth: number };

export const pointName = ({ thread, name, nth }: Point): string => `${thread === 'pool' ? 'pool/' : ''}${name}:${nth}`;
export const parsePoint = (text: string): Point | undefined => {
  const [, pool, word, nth] = /^(pool\/)?(\w+):(\d+)$/.exec(text) ?? [];
  const name = names.find((known) => known === word);
  return name === undefined ? undefined : { thread: pool === undefined ? 'main' : 'pool', name, nth: Number(nth) };
};

/** Why strace cannot be used here; undefined when it can. */
export const whyNoStrace = (): string | undefined => {
  const { status, error, stderr } = spawnSync('strace', ['-o', '/dev/null', '-e', 'trace=fsync', 'true'], { encoding: 'utf8' });
  if (error) return `strace is not installed (${error.message})`;
  return status === 0 ? undefined : `strace may not trace here (${stderr.trim()})`;
};

/** One thread of the pool, so that what it does has one order. */
export const onePoolThread = { UV_THREADPOOL_SIZE: '1' } as const;

/** As its own tracee (-D) strace gives its process to the program, so the names of drafts are known before it begins. */
const asTracee = (drafts: string): readonly string[] => {
  const named = ['', '-wal', '-shm', '-journal', '.bell'].map((suffix) => `-P "$0.$$.draft${suffix}"`);
  return ['sh', '-c', `exec strace -D ${named.join(' ')} "$@"`, drafts];
};

/**
 * Without -f strace sees the main thread alone, so its counts are the main thread's. With -f every thread has counts of its own, and of
 * the files below only the pool writes the messenger's log. Calls on other files, all of them Node's own, are neither counted nor hit.
 * Never --seccomp-bpf: it drops the signal silently.
 */
export const straceArgs = (folder: Folder, thread: Thread, kill?: Point, drafts?: string): readonly string[] => {
  const files = thread === 'pool' ? [`${folder.db}.kakao.log`] : ownFiles(folder);
  return [
    ...(drafts === undefined ? ['strace'] : asTracee(drafts)),
    ...(thread === 'pool' ? ['-f'] : []),
    '-y',
    '-s',
    '8',
    '-o',
    folder.trace,
    ...files.flatMap((file) => ['-P', file]),
    '-e',
    `trace=${kill?.name ?? names.join(',')}`,
    ...(kill ? ['-e', `inject=${kill.name}:signal=SIGKILL:when=${kill.nth}`] : []),
  ];
};

const called = /^(?:\d+\s+)?(\w+)\(/;

/** The names of the calls in a trace, in their order. */
export const callsIn = (trace: string): readonly SyscallName[] =>
  trace.split('\n').flatMap((line) => {
    const word = called.exec(line)?.[1];
    return names.filter((name) => name === word);
  });

/** The n-th call of each name, in the order in which they happen. */
export const pointsIn = (trace: string, thread: Thread): readonly Point[] => {
  const seen = new Map<SyscallName, number>();
  return callsIn(trace).map((name) => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { thread, name, nth };
  });
};

/** Did strace kill it, before its n-th call? */
export const hasFired = (trace: string, { name, nth }: Point): boolean =>
  trace.includes('+++ killed by SIGKILL +++') && callsIn(trace).filter((call) => call === name).length === nth;
/** The call before which it died. */
export const lastCall = (trace: string): string =>
  trace
    .split('\n')
    .filter((line) => called.test(line))
    .at(-1)
    ?.replace(/\s+=.*$/, '') ?? 'nothing';
