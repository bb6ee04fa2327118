import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

type Bundle = (of: { readonly entry: string; readonly outfile: string; readonly isQuick: boolean }) => Promise<void>;
const script = pathToFileURL(join(import.meta.dirname, '../../scripts/build.mjs')).href;
const { bundleScreens } = (await import(script)) as { readonly bundleScreens: Bundle };

test('what makes Ink quick changes no byte of what it paints', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-same-'));
  const painted = async (isQuick: boolean): Promise<unknown> => {
    const outfile = join(folder, `painted-${isQuick}.cjs`);
    await bundleScreens({ entry: join(import.meta.dirname, 'painted.child.tsx'), outfile, isQuick });
    const { stdout, status } = spawnSync(process.execPath, [outfile], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
    expect(status).toBe(0);
    return JSON.parse(stdout);
  };
  try {
    const [quick, plain] = [await painted(true), await painted(false)];
    expect(Array.isArray(plain) ? plain.length : 0).toBeGreaterThan(30);
    expect(JSON.stringify(plain)).toContain('제육볶음');
    expect(quick).toEqual(plain);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
