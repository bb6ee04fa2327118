import { Text } from 'ink';
import { useEffect, useState } from 'react';
import { recorded } from './recorded.ts';

/** Asks as it appears, and is answered before anything else happens; `extra` comes when it is given. */
const Menu = ({ extra }: { readonly extra: string }) => {
  const [dishes, setDishes] = useState('nothing yet');
  useEffect(() => {
    void Promise.resolve('김치찌개').then(setDishes);
  }, []);
  return <Text>{`${dishes} ${extra}`}</Text>;
};

const main = async () => {
  const { ink, writes } = recorded(<Menu extra="" />);
  await ink.waitUntilRenderFlush();
  const first = writes.splice(0);
  ink.rerender(<Menu extra="제육볶음" />);
  ink.rerender(<Menu extra="떡볶이" />);
  await ink.waitUntilRenderFlush();
  const second = writes.splice(0);
  ink.rerender(<Menu extra="물냉면" />);
  ink.unmount();
  await ink.waitUntilExit();
  process.stdout.write(JSON.stringify([first, second, writes].map((frames) => frames.join(''))));
};

void main();
