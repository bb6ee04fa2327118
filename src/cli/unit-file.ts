import { dirname } from 'node:path';

export type UnitOptions = {
  /** The program and its script, absolute. */
  readonly command: readonly string[];
  readonly user: string;
  /** Undefined: systemd keeps the database, under /var/lib. */
  readonly database: string | undefined;
  readonly documentation: string;
};

/** Where systemd keeps what a service owns. */
export const stateDatabase = '/var/lib/baedal/baedal.db';

/** Blanks and `%` mean something in a unit. */
const quoted = (text: string): string => {
  const doubled = text.replaceAll('%', '%%');
  return /[\s"'\\]/.test(doubled) ? `"${doubled.replace(/["\\]/g, '\\$&')}"` : doubled;
};

const home = /^\/(home|root|run\/user)\//;

const placeLines = (database: string | undefined): readonly string[] => [
  ...(database === undefined
    ? ['StateDirectory=baedal', 'StateDirectoryMode=0700', 'ProtectHome=yes']
    : [`ReadWritePaths=${quoted(dirname(database))}`, home.test(database) ? 'ProtectHome=no' : 'ProtectHome=yes']),
  `Environment=${quoted(`BAEDAL_DB=${database ?? stateDatabase}`)}`,
];

/** What it does not need it does not get. */
const hardening: readonly string[] = [
  '# What it does not need it does not get. MemoryDenyWriteExecute is missing on purpose: V8 compiles at run time.',
  'NoNewPrivileges=yes',
  'CapabilityBoundingSet=',
  'AmbientCapabilities=',
  'ProtectSystem=strict',
  'PrivateTmp=yes',
  'PrivateDevices=yes',
  'ProtectClock=yes',
  'ProtectControlGroups=yes',
  'ProtectHostname=yes',
  'ProtectKernelLogs=yes',
  'ProtectKernelModules=yes',
  'ProtectKernelTunables=yes',
  'ProtectProc=invisible',
  'RemoveIPC=yes',
  'LockPersonality=yes',
  'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6',
  'RestrictNamespaces=yes',
  'RestrictRealtime=yes',
  'RestrictSUIDSGID=yes',
  'SystemCallArchitectures=native',
  'SystemCallFilter=@system-service',
  'SystemCallFilter=~@privileged',
  'SystemCallErrorNumber=EPERM',
];

const howTo = (user: string, database: string | undefined): readonly string[] => [
  '# baedal.service: the daemon, which tells the kitchen, sends messages, gives money back and keeps deadlines.',
  '# Orders are taken without it; what it does waits until it is back.',
  '#',
  `#   sudo useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin ${user}`,
  '#   baedal service | sudo tee /etc/systemd/system/baedal.service',
  '#   sudo systemctl daemon-reload && sudo systemctl enable --now baedal',
  `#   sudo -u ${user} BAEDAL_DB=${database ?? stateDatabase} baedal doctor`,
  '#',
  `# Commands are run as ${user}, too: files of another owner beside the database would lock the daemon out.`,
];

/** A unit for systemd 247 and newer; older ones ignore what they do not know. */
export const unitFile = ({ command, user, database, documentation }: UnitOptions): readonly string[] => {
  const program = command.map(quoted).join(' ');
  return [
    ...howTo(user, database),
    '',
    '[Unit]',
    'Description=baedal, food delivery: kitchen, messages, refunds, deadlines',
    `Documentation=${quoted(documentation)}`,
    'Wants=network-online.target',
    'After=network-online.target time-sync.target',
    '# Five minutes of failing starts end in "failed", which a monitor sees.',
    'StartLimitIntervalSec=300',
    'StartLimitBurst=20',
    '',
    '[Service]',
    '# Ready when the first heartbeat is in the database. systemd-notify speaks for Node, hence "all".',
    'Type=notify',
    'NotifyAccess=all',
    `ExecStartPre=-${program} migrate --apply --json`,
    `ExecStart=${program} daemon --json`,
    '# A heartbeat that cannot be written for a minute (a stuck loop, a stuck disk) ends in a new start.',
    'WatchdogSec=60',
    'Restart=always',
    'RestartSec=2',
    '# A wrong configuration does not heal by itself: 2 usage, 4 not allowed, 10 configuration.',
    'RestartPreventExitStatus=2 4 10',
    '# The daemon itself ends within five seconds.',
    'TimeoutStopSec=15',
    'KillMode=mixed',
    '',
    `User=${user}`,
    ...placeLines(database),
    'UMask=0077',
    '# No memory of ours, with names and addresses in it, is written to a disk.',
    'LimitCORE=0',
    '',
    ...hardening,
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ];
};
