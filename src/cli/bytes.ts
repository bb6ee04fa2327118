const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** 1536 → `1.5 KB`: three digits at most. */
export const bytesText = (bytes: number): string => {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step] ?? ''}`;
};
