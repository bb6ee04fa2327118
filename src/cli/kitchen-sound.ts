import { spawn } from 'node:child_process';
import type { Surroundings } from '../words/lang.ts';

/** The command that an owner has chosen for the bell; one at a time, as a second one over the first is only noise. */
export const kitchenSound = (env: Surroundings, report: (error: unknown) => string): (() => void) | undefined => {
  const command = env['BAEDAL_KITCHEN_SOUND'];
  if (command === undefined || command.trim() === '') return undefined;
  let isPlaying = false;
  let isReported = false;
  const failed = (error: unknown) => {
    isPlaying = false;
    // Each ring would say the same again.
    if (!isReported) report(error);
    isReported = true;
  };
  return () => {
    if (isPlaying) return;
    isPlaying = true;
    const playing = spawn(command, { shell: true, stdio: 'ignore' });
    playing.once('error', failed);
    playing.once('exit', (code) => {
      isPlaying = false;
      if (code !== 0 && code !== null) failed(new Error(`BAEDAL_KITCHEN_SOUND ended with ${code}: ${command}`));
    });
    playing.unref();
  };
};
