import type { TicketPrinter } from '../../core/kitchen/printer.ts';
import { never } from '../../core/result.ts';
import { toEscPos } from './esc-pos.ts';
import { printToDevice, printToFile } from './file-printer.ts';
import { type Patience, printOverTcp } from './tcp-printer.ts';

const usual: Patience = { pageMs: 5000, statusMs: 400 };

/** Whatever a shop prints with. Nothing is kept open between two pages. */
export const openPrinter = (patience: Patience = usual): TicketPrinter => ({
  print: async (to, lines) => {
    switch (to.kind) {
      case 'tcp':
        return printOverTcp(to.host, to.port, toEscPos(lines), patience);
      case 'device':
        return printToDevice(to.path, toEscPos(lines));
      case 'file':
        return printToFile(to.path, lines);
      default:
        return never(to);
    }
  },
});
