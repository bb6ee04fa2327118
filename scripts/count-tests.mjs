// `node scripts/count-tests.mjs report.json` → `passed failed skipped`, from vitest's JSON report. No report counts as one failure.
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const failed = (one) => one.status === 'failed';

/** What went wrong without a failing test (a file that does not load, an unhandled rejection) is a failure too. */
export const countTests = (report) => {
  const files = report?.testResults ?? [];
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const broken = files.filter((file) => failed(file) && !file.assertionResults.some(failed)).length;
  const failures = tests.filter(failed).length + broken;
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const isUnexplained = failures === 0 && (report?.success !== true || passed === 0);
  return { passed, failed: failures + (isUnexplained ? 1 : 0), skipped: tests.length - passed - tests.filter(failed).length };
};

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const count = countTests(read(process.argv[2] ?? ''));
  process.stdout.write(`${count.passed} ${count.failed} ${count.skipped}\n`);
}
