/** The function with its answers: each is reckoned once, until there are `most` of them and all are forgotten. */
export const remembered = <Answer>(reckon: (text: string) => Answer, most: number): ((text: string) => Answer) => {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const known = answers.get(text);
    if (known) return known.answer;
    const answer = reckon(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, { answer });
    return answer;
  };
};
