import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Message } from '../../../core/use-cases/messages.ts';
import { when } from '../../../words/page.ts';
import { TextLine } from '../../kit/line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { orderWords } from './order-words.ts';

const widestBubble = 60;

/** One message as it stands in KakaoTalk; one that has not been sent yet says so. */
const Bubble = ({ message, width }: { readonly message: Message; readonly width: number }): ReactNode => {
  const page = usePage();
  const words = orderWords(page.lang);
  const { at, status } = message;
  const [title = '', ...rest] = message.text.split('\n');
  // Where rows are few, blank ones say nothing.
  const body = rest.filter((line) => line.trim() !== '').join('\n');
  const columns = Math.min(widestBubble, width);
  const inner = panelInner(columns, 0).columns;
  const lines = body === '' ? 0 : linesOf(body, inner).length;
  const isWaiting = status === 'queued' || status === 'failed';
  const unsent = isWaiting ? words.waiting(page.words.message[status]) : page.words.message[status];
  const note = status === 'sent' ? when(page, at) : unsent;
  return (
    <Panel title={words.sender} note={note} width={columns} height={lines + 3} tone={status === 'sent' ? 'border' : 'warn'}>
      <TextLine text={title} look="title" width={inner} />
      {lines > 0 && <Paragraph text={body} width={inner} />}
    </Panel>
  );
};

type Props = { readonly messages: readonly Message[]; readonly width: number };

/** What was told, oldest first. Without a daemon it is said that messages wait, and that the status does not. */
export const Messages = ({ messages, width }: Props): ReactNode => {
  const { daemon } = useShell();
  const words = orderWords(useUi().lang);
  const isWaiting = daemon.at === 'away' && messages.some(({ status }) => status === 'queued' || status === 'failed');
  return (
    <Box flexDirection="column">
      {messages.length === 0 && <TextLine text={words.noMessages} look="dim" width={width} />}
      {messages.map((message) => (
        <Bubble key={message.id} message={message} width={width} />
      ))}
      {isWaiting && <Paragraph text={words.messagesWait} look="warn" width={width} />}
    </Box>
  );
};
