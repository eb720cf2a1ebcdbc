import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const programs = "/usr/lib/postgresql/15/bin";

/** Settings of a machine that has this database only; a lost machine loses nothing. */
const settings = `
listen_addresses = ''
fsync = on
synchronous_commit = on
shared_buffers = 1GB
effective_cache_size = 8GB
work_mem = 64MB
maintenance_work_mem = 1GB
max_wal_size = 8GB
checkpoint_timeout = 15min
wal_compression = lz4
random_page_cost = 1.1
effective_io_concurrency = 200
max_parallel_workers_per_gather = 2
jit = off
`;

/** Installs PostgreSQL 15 with apt-get unless it is there. @returns its version */
export function ensurePostgres(): string {
  if (!existsSync(join(programs, "postgres"))) {
    console.log("Installing PostgreSQL 15 (apt-get) …");
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    // The package would start a cluster of its own, which nobody wants here.
    mkdirSync("/etc/postgresql-common", { recursive: true });
    if (!existsSync("/etc/postgresql-common/createcluster.conf")) {
      writeFileSync("/etc/postgresql-common/createcluster.conf", "create_main_cluster = false\n");
    }
    execFileSync(
      "apt-get",
      [
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "-o",
        "Dpkg::Options::=--force-confold",
        "postgresql-15",
      ],
      { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } },
    );
  }
  return execFileSync(join(programs, "postgres"), ["--version"], { encoding: "utf8" }).trim();
}

/** PostgreSQL refuses to run as root. @returns the user to run as, or none when we are not root */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export interface Cluster {
  /** The folder of its Unix socket: it listens nowhere else. */
  readonly socket: string;
  stop(): Promise<void>;
}

/** Starts the cluster in `folder`, made at the first time. It ends with this process, however that ends. */
export async function startCluster(folder: string): Promise<Cluster> {
  const user = serverUser();
  const own = join(folder, "postgres");
  const data = join(own, "data");
  chmodSync(folder, 0o711);
  mkdirSync(own, { recursive: true });
  if (user !== undefined) chownSync(own, user.uid, user.gid);
  const environment = { ...process.env, LC_ALL: "C.UTF-8" };
  const options = { ...user, cwd: own, env: environment };
  if (!existsSync(join(data, "PG_VERSION"))) {
    const flags = ["-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"];
    execFileSync(join(programs, "initdb"), flags, { ...options, stdio: "ignore" });
    writeFileSync(join(data, "postgresql.auto.conf"), settings);
  }
  // The shell holds the server as long as its input is open: when this process is gone, killed
  // included, the input ends and the server is stopped.
  const script = `"$0" -D "$1" -k "$2" & server=$!; cat > /dev/null; kill -INT $server; wait $server`;
  const shell = spawn("sh", ["-c", script, join(programs, "postgres"), data, own], {
    ...options,
    stdio: ["pipe", "ignore", "ignore"],
  });
  await untilReady(own, shell, environment);
  return {
    socket: own,
    async stop() {
      const ended = new Promise((resolve) => shell.once("exit", resolve));
      shell.stdin?.end();
      await ended;
    },
  };
}

async function untilReady(
  socket: string,
  shell: ChildProcess,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (shell.exitCode !== null) break;
    try {
      execFileSync(join(programs, "pg_isready"), ["-q", "-h", socket], { env });
      return;
    } catch {
      await setTimeout(100);
    }
  }
  shell.stdin?.end();
  throw new Error("PostgreSQL did not start");
}
