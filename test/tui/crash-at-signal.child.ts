// Loaded before the program by a test: breaks it from within, as a fault of ours would.
process.on('SIGUSR2', () => {
  throw new Error('secret: 서울 마포구 와우산로 94');
});
process.on('SIGALRM', () => {
  void Promise.reject(new Error('secret: 010-1234-5678'));
});
