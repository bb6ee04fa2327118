import { Box } from 'ink';
import { Component, type ReactNode } from 'react';
import { BlankLine } from './line.tsx';
import { Paragraph } from './paragraph.tsx';
import { useKitWords, useUi } from './ui-context.ts';
import { useKeys } from './use-keys.tsx';

const Broken = ({ incident, onAgain }: { readonly incident: string; readonly onAgain: () => void }): ReactNode => {
  const words = useKitWords();
  const { size } = useUi();
  useKeys([{ keys: ['enter', 'r'], label: words.again, run: onAgain }]);
  const width = Math.max(2, size.columns - 2);
  return (
    <Box flexDirection="column" paddingLeft={1} paddingTop={1} width={size.columns} height={size.rows} overflow="hidden">
      <Paragraph text={words.broken} look="warn" width={width} />
      <BlankLine />
      <Paragraph text={words.brokenNext(incident)} width={width} />
    </Box>
  );
};

type Props = { readonly report: (error: unknown) => string; readonly children: ReactNode };
type State = { readonly incident: string | undefined };

/**
 * A screen that cannot be drawn becomes a calm one with a number. Without it, Ink would show message and stack to whoever sits there. A
 * class, as React has no other way to say it.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { incident: undefined };

  static getDerivedStateFromError(): State {
    return { incident: '' };
  }

  override componentDidCatch(error: unknown): void {
    this.setState({ incident: this.props.report(error) });
  }

  override render(): ReactNode {
    const { incident } = this.state;
    if (incident === undefined) return this.props.children;
    return <Broken incident={incident} onAgain={() => this.setState({ incident: undefined })} />;
  }
}
