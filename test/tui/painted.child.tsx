import chalk from 'chalk';
import { Box, Text } from 'ink';
import { recorded } from './recorded.ts';

const dishes = [
  '김치찌개',
  '제육볶음 정식',
  'Bulgogi “Seoul” · 불고기',
  '떡볶이 ✓ ●○',
  '물냉면 — 곱빼기',
  'ｶﾞ 全角 Ａ',
  '된장 é 찌개',
  process.argv[2] ?? '치킨',
  '계란말이…',
];
const cut = ['wrap', 'truncate', 'truncate-middle', 'truncate-start'] as const;

const Board = ({ at, columns }: { readonly at: number; readonly columns: number }) => (
  <Box flexDirection="column" width={columns} height={24}>
    <Text bold inverse={at % 2 === 0}>{` 배달 · 한끼 김치찌개 ${at} `}</Text>
    <Box>
      <Box borderStyle="round" borderColor={at % 3 === 0 ? 'cyan' : 'gray'} flexDirection="column" width={30} height={12} overflow="hidden">
        {dishes.map((dish, row) => (
          <Text key={dish} color={row === at % dishes.length ? 'green' : 'white'} wrap={cut[row % cut.length] ?? 'wrap'}>
            {`${row === at % dishes.length ? '▌' : ' '}${dish.repeat(1 + (row % 3))} ${(9000 + row * 500).toLocaleString('en')}원`}
          </Text>
        ))}
      </Box>
      <Box flexDirection="column" paddingLeft={1} flexGrow={1}>
        {dishes.slice(at % 4).map((dish) => (
          <Text key={dish}>
            {chalk.yellow(dish)} <Text dimColor>{`약 ${at}분`}</Text>
          </Text>
        ))}
      </Box>
    </Box>
    <Box position="absolute" marginLeft={7} marginTop={4} borderStyle="single" width={17}>
      <Text>취소할까요?</Text>
    </Box>
  </Box>
);

const main = async () => {
  const { ink, stdout, writes } = recorded(<Board at={0} columns={80} />);
  // Else the first frame is one with the second, where a turn of the event loop is one frame.
  await ink.waitUntilRenderFlush();
  for (let at = 1; at <= 30; at += 1) {
    stdout.columns = at < 20 ? 80 : 61;
    ink.rerender(<Board at={at} columns={stdout.columns} />);
    await ink.waitUntilRenderFlush();
  }
  ink.unmount();
  await ink.waitUntilExit();
  process.stdout.write(JSON.stringify(writes));
};

void main();
