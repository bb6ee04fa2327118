import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** The simulator's tests alone, without the bundles that other tests need. */
export default mergeConfig({ ...base, test: { ...base.test, globalSetup: [] } }, defineConfig({ test: { root: '.' } }));
