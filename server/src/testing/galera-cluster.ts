import { createConnection } from "mysql2/promise";
import { findGalera } from "./find-binary.js";
import { freePort } from "./free-port.js";
import { type MariaDbOptions, type MariaDbServer, startMariaDbServer } from "./mariadb-server.js";

/** Two MariaDB nodes on loopback that replicate each other. */
export interface GaleraCluster {
  nodes: [MariaDbServer, MariaDbServer];
  stop(): Promise<void>;
}

export async function startGaleraCluster(): Promise<GaleraCluster> {
  const provider = findGalera();
  if (provider === undefined) throw new Error("libgalera_smm.so is missing (apt-get install galera-4).");
  const [firstPort, secondPort] = [await freePort(), await freePort()];
  const node = async (port: number, peers: string, more: MariaDbOptions) => {
    const options = [
      `gmcast.listen_addr=tcp://127.0.0.1:${port}`,
      `ist.recv_addr=127.0.0.1:${await freePort()}`,
      "gcache.size=16M",
    ];
    return startMariaDbServer({
      flushLogAtCommit: 2,
      args: [
        "--wsrep-on=ON",
        `--wsrep-provider=${provider}`,
        `--wsrep-cluster-address=gcomm://${peers}`,
        "--wsrep-cluster-name=postern",
        "--wsrep-node-address=127.0.0.1",
        `--wsrep-provider-options=${options.join(";")}`,
        "--binlog-format=ROW",
        "--innodb-autoinc-lock-mode=2",
        ...(more.args ?? []),
      ],
      files: more.files ?? {},
      // Each node makes the user for itself.
      first: ["SET SESSION wsrep_on = OFF"],
    });
  };
  const first = await node(firstPort, "", { args: ["--wsrep-new-cluster"] });
  try {
    // Both have the same data, empty, so the second one need not be sent any: it begins where the first one is.
    const files = { "grastate.dat": await stateOf(first) };
    const second = await node(secondPort, `127.0.0.1:${firstPort}`, { files });
    return {
      nodes: [first, second],
      async stop() {
        await second.stop();
        await first.stop();
      },
    };
  } catch (error) {
    await first.stop();
    throw error;
  }
}

/** How far the cluster is, as a node notes it at its own end. */
async function stateOf(node: MariaDbServer): Promise<string> {
  const connection = await createConnection(node.url().replace(/^mariadb:/, "mysql:"));
  const [rows] = await connection.query(
    "SHOW STATUS WHERE Variable_name IN ('wsrep_cluster_state_uuid', 'wsrep_last_committed')",
  );
  await connection.end();
  const status = new Map(
    (rows as { Variable_name: string; Value: string }[]).map((row) => [row.Variable_name, row.Value]),
  );
  const [uuid, seqno] = [status.get("wsrep_cluster_state_uuid"), status.get("wsrep_last_committed")];
  return `# GALERA saved state\nversion: 2.1\nuuid: ${uuid}\nseqno: ${seqno}\nsafe_to_bootstrap: 0\n`;
}
