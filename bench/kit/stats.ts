/** Numbers of one kind, described. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN];
  return (low + high) / 2;
};

/** Median absolute deviation: one hiccup of the host does not widen it. */
export const spread = (samples: readonly number[]): number => {
  const centre = median(samples);
  return median(samples.map((sample) => Math.abs(sample - centre)));
};

export const sum = (samples: readonly number[]): number => samples.reduce((total, sample) => total + sample, 0);
