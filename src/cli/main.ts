import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };

new Command('baedal').description(manifest.description).version(manifest.version).parse();
